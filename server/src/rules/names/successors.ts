import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, TextChange } from '../../phpIni/syntax/nodes.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import type { Fix } from '../rule.ts';
import { removalFix, settingsFix } from '../support/fixes.ts';

/** Switches of Xdebug 2, each a word of `xdebug.mode` in Xdebug 3 (upgrading guide of Xdebug). */
const modes: Readonly<Record<string, string>> = {
    'xdebug.default_enable': 'develop',
    'xdebug.remote_enable': 'debug',
    'xdebug.coverage_enable': 'coverage',
    'xdebug.profiler_enable': 'profile',
    'xdebug.profiler_enable_trigger': 'profile',
    'xdebug.auto_trace': 'trace',
    'xdebug.trace_enable_trigger': 'trace',
    'xdebug.gc_stats_enable': 'gcstats',
};

/** When each of them began; where that is not what Xdebug 3 does by itself. */
const starts: Readonly<Record<string, string>> = {
    'xdebug.profiler_enable_trigger': 'trigger',
    'xdebug.auto_trace': 'yes',
    'xdebug.remote_autostart': 'yes',
};

const MODE = 'xdebug.mode';
const START = 'xdebug.start_with_request';

/** Whether the values of the directive meant something else than those of what took its place. */
export function hasOwnWords(name: string): boolean {
    return Object.hasOwn(modes, name) || Object.hasOwn(starts, name) || name === 'xdebug.remote_mode';
}

/** Says in the words of Xdebug 3 what the line asked Xdebug 2 for; undefined where that is nothing any more. */
export function successorFix(context: DocumentContext, node: AssignmentNode): Fix | undefined {
    const settings = settingsFor(context, node.name, context.valueOf(node) ?? '');
    if (settings.length === 0) {
        return undefined;
    }
    const title = `Change to ${settings.map(([name, value]) => `${name} = ${value}`).join(' and ')}`;
    const { changes } = settingsFix(context, title, { settings, near: node });
    return { title, changes: [...removalFix(context, '', [node]).changes, ...changes].sort(byStart) };
}

function settingsFor(context: DocumentContext, name: string, value: string): (readonly [string, string])[] {
    if (name === 'xdebug.remote_mode') {
        return value.toLowerCase() === 'jit' ? [['xdebug.start_upon_error', 'yes']] : [];
    }
    if (!isTrue(value)) {
        return [];
    }
    const mode = modes[name];
    const start = starts[name];
    return [
        ...(mode === undefined ? [] : [[MODE, withMode(context, mode)] as const]),
        ...(start === undefined ? [] : [[START, start] as const]),
    ];
}

/** The modes that are set already stay. */
function withMode(context: DocumentContext, mode: string): string {
    const set = (context.effective(MODE)?.value ?? '').split(',').map(word => word.trim());
    const kept = set.filter(word => word !== '' && word.toLowerCase() !== 'off' && word !== mode);
    return [...kept, mode].join(',');
}

function byStart(a: TextChange, b: TextChange): number {
    return a.range.start - b.range.start || a.range.end - b.range.end;
}
