import { isRefused } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';

/** Whether PHP refuses to start with the setting: it does for values other than 0. */
export function stopsPhp(context: DocumentContext, node: AssignmentNode): boolean {
    const { name, capturedBy, reached, key } = node;
    const directive = context.directiveOf(node);
    return (
        directive !== undefined &&
        reached &&
        !capturedBy &&
        !key &&
        isRefused(directive, context.phpVersion, context.valueOf(node) ?? '') &&
        context.globalsOf(name).at(-1) === node
    );
}

/** A few directives of old are not ignored. */
export const directiveStopsPhp: Rule = {
    code: 'directive-stops-php',
    severity: 'error',
    dependsOnVersion: true,
    title: 'PHP does not start with this directive',
    reason: 'Most directives that PHP has dropped are ignored. These are not: set to anything but 0, PHP ends at once with *Fatal error: Directive … is no longer available in PHP*. Measured on PHP 7.4 to 8.5.',
    link: 'https://www.php.net/manual/en/migration54.incompatible.php',
    failing: [
        { text: 'register_globals = On\na = 1\n', marks: ['register_globals = On'], fixed: 'a = 1\n' },
        { text: 'track_errors = 1\n', marks: ['track_errors = 1'], fixed: '' },
        { text: 'asp_tags = 1\na = 1\nasp_tags = On\n', marks: ['asp_tags = On'], fixed: 'a = 1\n' },
    ],
    passing: [
        { text: 'register_globals = Off\nmagic_quotes_gpc = 0\nasp_tags =\n' },
        { text: 'track_errors = On\n', phpVersion: '7.4' },
    ],
    check(context) {
        return context.document.assignments
            .filter(node => stopsPhp(context, node))
            .map(node => ({
                range: node.range,
                message: `PHP ${context.phpVersion} does not start: "Directive '${node.name}' is no longer available in PHP".`,
                // Without it, one above would be the last.
                fixes: () => [removalFix(context, 'Remove the line', context.globalsOf(node.name), true)],
            }));
    },
};
