import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import type { Rule } from '../rule.ts';
import { extensionLines, isPlaceholder, valueOrName } from '../support/assignments.ts';
import { settingsFix } from '../support/fixes.ts';
import { jitSetting, wantsJit } from '../support/jit.ts';

/** Both take over how PHP runs code. */
export const jitBlocked: Rule = {
    code: 'jit-blocked',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'The JIT does not work beside this extension',
    reason: 'Xdebug in any mode but `off`, and PCOV unless `pcov.enabled` is 0, take over how PHP runs code. OPcache then says at each start *JIT is incompatible with third party extensions that override zend_execute_ex(). JIT disabled*, and the JIT stays off. Without `xdebug.mode` the mode is `develop`. Measured on PHP 8.2 and 8.4.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.jit',
    failing: [
        {
            text: 'xdebug.mode = debug\nopcache.jit = tracing\nopcache.jit_buffer_size = 64M\n',
            marks: ['tracing'],
            fixed: 'xdebug.mode = debug\nopcache.jit = disable\nopcache.jit_buffer_size = 64M\n',
        },
        {
            text: 'extension = pcov\nopcache.jit = 1255\n',
            marks: ['1255'],
            fixed: 'extension = pcov\nopcache.jit = disable\n',
        },
        {
            text: 'zend_extension=xdebug.so\nopcache.jit_buffer_size=100M\n',
            phpVersion: '8.2',
            marks: ['100M'],
            fixed: 'zend_extension=xdebug.so\nopcache.jit_buffer_size=100M\nopcache.jit=disable\n',
        },
    ],
    passing: [
        { text: 'xdebug.mode = off\nopcache.jit = tracing\n' },
        { text: 'xdebug.mode = debug\nopcache.jit = tracing\n', phpVersion: '8.2' },
        { text: 'xdebug.mode = debug\nopcache.jit = disable\n' },
        { text: 'extension = pcov\npcov.enabled = 0\nopcache.jit = tracing\n' },
        { text: 'zend_extension = xdebug\nxdebug.mode = ${MODE}\nopcache.jit = tracing\n' },
        { text: 'zend_extension = xdebug\n', phpVersion: '8.2' },
    ],
    check(context) {
        const jit = jitSetting(context) ?? context.effective('opcache.jit_buffer_size');
        const blocker = jit && wantsJit(context) ? blockerOf(context) : undefined;
        if (!jit || !blocker) {
            return [];
        }
        const settings = [['opcache.jit', 'disable']] as const;
        return [
            {
                range: valueOrName(jit.node),
                message: `${blocker.name} takes over how PHP runs code: the JIT stays off, with a warning at each start.`,
                related: [{ range: blocker.node.range, message: `${blocker.name} is set up here.` }],
                fixes: () => [settingsFix(context, 'Switch the JIT off', { settings, near: jit.node })],
            },
        ];
    },
};

interface Blocker {
    readonly name: string;
    readonly node: AssignmentNode;
}

function blockerOf(context: DocumentContext): Blocker | undefined {
    const node = xdebugLine(context);
    if (node) {
        return { name: 'Xdebug', node };
    }
    const pcov = lineOf(context, 'pcov');
    const enabled = context.effective('pcov.enabled');
    const isSet = context.globalsOf('pcov.enabled').length > 0;
    return pcov && (!isSet || (enabled && isTrue(enabled.value))) ? { name: 'PCOV', node: pcov } : undefined;
}

/** The line that has Xdebug do something. */
function xdebugLine(context: DocumentContext): AssignmentNode | undefined {
    if (context.globalsOf('xdebug.mode').length === 0) {
        return lineOf(context, 'xdebug');
    }
    const mode = context.effective('xdebug.mode');
    return mode && !/^(?:|off)$/i.test(mode.value.trim()) && !isPlaceholder(mode.value) ? mode.node : undefined;
}

function lineOf(context: DocumentContext, extension: string): AssignmentNode | undefined {
    return context.memo(extensionLines).find(({ base }) => base === extension)?.node;
}
