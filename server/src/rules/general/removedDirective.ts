import { findDirective, isRemoved } from '../../catalog/lookup.ts';
import type { Directive } from '../../catalog/directive.ts';
import type { DocumentContext } from '../../documentContext.ts';
import type { AssignmentNode } from '../../syntax/nodes.ts';
import type { Fix, Rule } from '../rule.ts';
import { removal, replacing } from './assignments.ts';
import { stopsPhp } from './directiveStopsPhp.ts';

/** PHP drops directives between versions, and says nothing where they are still set. */
export const removedDirective: Rule = {
    code: 'removed-directive',
    severity: 'warning',
    title: 'This PHP does not have the directive any more',
    reason: 'The directive was removed before the PHP version that counts for the file (setting `phpSessionCluster.php.version`). PHP ignores the line without a message; an extension may tell of it when PHP starts.',
    link: 'https://www.php.net/manual/en/appendices.php',
    failing: [
        {
            text: 'session.hash_function = sha256\nsession.name = SHOP\n',
            marks: ['session.hash_function = sha256'],
            fixed: 'session.name = SHOP\n',
        },
    ],
    passing: [{ text: 'session.sid_length = 32\n' }, { text: 'opcache.fast_shutdown = 1\n', phpVersion: '7.1' }],
    check(context) {
        return context.document.assignments.flatMap(node => {
            const directive = node.reached && !node.key ? context.directiveOf(node) : undefined;
            if (
                !directive ||
                !isRemoved(directive, context.phpVersion) ||
                stopsPhp(context, node) ||
                isRenamed(node.name)
            ) {
                return [];
            }
            return [
                {
                    range: node.range,
                    message: messageOf(directive, context.phpVersion),
                    tag: 'deprecated' as const,
                    fixes: () => fixes(context, node, directive),
                },
            ];
        });
    },
};

/** Those of memcached have a rule of their own. */
function isRenamed(name: string): boolean {
    return name.startsWith('memcached.');
}

function messageOf({ name, ofPhp, extension, removed, replacement }: Directive, phpVersion: string): string {
    const instead = replacement === undefined ? '' : ` ${replacement} took its place.`;
    return ofPhp
        ? `PHP ${phpVersion} ignores ${name}: it was removed in ${removed ?? 'an earlier version'}.${instead}`
        : `No ${extension} extension for PHP ${phpVersion} has ${name}: it was removed in its version ${removed ?? ''}.${instead}`;
}

/** Another directive rarely means the same values: removing the line is the first that comes to mind. */
function fixes(context: DocumentContext, node: AssignmentNode, { replacement }: Directive): Fix[] {
    const isName = replacement !== undefined && findDirective(replacement) !== undefined;
    return [
        replacing('Remove the line', removal(context, node), ''),
        ...(isName ? [replacing(`Change to ${replacement}`, node.nameRange, replacement)] : []),
    ];
}
