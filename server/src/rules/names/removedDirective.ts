import { findDirective, isRemoved } from '../../catalog/lookup.ts';
import type { Directive } from '../../catalog/directive.ts';
import { type DocumentContext, hasVariables } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Fix, Rule } from '../rule.ts';
import { isSame } from '../support/values.ts';
import { removalFix, replacing } from '../support/fixes.ts';
import { hasOwnWords, successorFix } from './successors.ts';
import { stopsPhp } from './directiveStopsPhp.ts';

interface Removed {
    readonly node: AssignmentNode;
    readonly directive: Directive;
    /** Set to what counts without the line as well. */
    readonly idle: boolean;
}

/** Work for `context.memo`. */
function removedSettings(context: DocumentContext): readonly Removed[] {
    return context.document.assignments.flatMap(node => {
        const directive = node.reached && !node.key ? context.directiveOf(node) : undefined;
        // Those of memcached have a rule of their own.
        return directive &&
            isRemoved(directive, context.phpVersion) &&
            !stopsPhp(context, node) &&
            !node.name.startsWith('memcached.')
            ? [{ node, directive, idle: isIdle(context, node, directive) }]
            : [];
    });
}

/** The line asked for nothing when PHP still read it: lists of old have dozens of these. */
function isIdle(context: DocumentContext, node: AssignmentNode, { type, default: normal }: Directive): boolean {
    if (hasVariables(node)) {
        return false;
    }
    const value = context.valueOf(node) ?? '';
    return /^(?:|-1|0|off|no|false|none)$/i.test(value) || isSame(type, value, normal);
}

function diagnostics(context: DocumentContext, idle: boolean): RuleDiagnostic[] {
    return context
        .memo(removedSettings)
        .filter(one => one.idle === idle)
        .map(({ node, directive }) => ({
            range: node.range,
            message: messageOf(directive, context.phpVersion),
            tag: 'deprecated',
            fixes: () => fixes(context, node, directive),
        }));
}

const link = 'https://www.php.net/manual/en/appendices.php';

/** PHP drops directives between versions, and says nothing where they are still set. */
export const removedDirective: Rule = {
    code: 'removed-directive',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'This PHP does not have the directive any more',
    reason: 'The directive was removed before the PHP version that counts for the file (setting `phpSessionCluster.php.version`). PHP ignores the line without a message; an extension may tell of it when PHP starts.',
    link,
    failing: [
        {
            text: 'session.hash_function = sha256\nsession.name = SHOP\n',
            marks: ['session.hash_function = sha256'],
            fixed: 'session.name = SHOP\n',
        },
        {
            text: 'xdebug.remote_enable = 1\na = 1\n',
            marks: ['xdebug.remote_enable = 1'],
            fixed: 'xdebug.mode = debug\na = 1\n',
        },
        {
            text: 'xdebug.mode=develop\nxdebug.profiler_enable_trigger=On\n',
            marks: ['xdebug.profiler_enable_trigger=On'],
            fixed: 'xdebug.mode="develop,profile"\nxdebug.start_with_request=trigger\n',
        },
        {
            text: 'xdebug.remote_mode = jit\n',
            marks: ['xdebug.remote_mode = jit'],
            fixed: 'xdebug.start_upon_error = "yes"\n',
        },
    ],
    passing: [
        { text: 'session.sid_length = 32\n' },
        { text: 'opcache.fast_shutdown = 1\n', phpVersion: '7.1' },
        { text: 'session.hash_function = 0\n' },
    ],
    check: context => diagnostics(context, false),
};

export const removedDirectiveIdle: Rule = {
    code: 'removed-directive-idle',
    severity: 'hint',
    title: 'A directive of old, set to what it was anyway',
    reason: 'The directive was removed before the PHP version that counts for the file. The line set it to its default, or to nothing, so it makes no difference that PHP ignores it. Files that have been carried on from older versions have dozens of these.',
    link,
    failing: [
        {
            text: 'session.hash_function = 0\nsession.name = SHOP\n',
            marks: ['session.hash_function = 0'],
            fixed: 'session.name = SHOP\n',
        },
        { text: 'asp_tags = Off\n', marks: ['asp_tags = Off'], fixed: '' },
    ],
    passing: [{ text: 'session.hash_function = sha256\n' }, { text: 'asp_tags = Off\n', phpVersion: '5.6' }],
    check: context => diagnostics(context, true),
};

function messageOf({ name, ofPhp, extension, removed, replacement }: Directive, phpVersion: string): string {
    const instead = replacement === undefined ? '' : ` ${replacement} took its place.`;
    const since = `it was removed in ${ofPhp ? '' : 'its version '}${removed ?? 'an earlier one'}.`;
    const who = ofPhp ? `PHP ${phpVersion}` : `The ${extension} extension for PHP ${phpVersion}`;
    return `${who} ignores ${name}: ${since}${instead}`;
}

/** Another directive rarely means the same values: removing the line is the first that comes to mind. */
function fixes(context: DocumentContext, node: AssignmentNode, { name, replacement }: Directive): Fix[] {
    const removal = removalFix(context, 'Remove the line', [node]);
    if (hasOwnWords(name)) {
        const successor = hasVariables(node) ? undefined : successorFix(context, node);
        return successor ? [successor, removal] : [removal];
    }
    const isName = replacement !== undefined && findDirective(replacement) !== undefined;
    return [removal, ...(isName ? [replacing(`Change to ${replacement}`, node.nameRange, replacement)] : [])];
}
