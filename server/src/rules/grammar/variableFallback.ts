import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import type { Rule } from '../rule.ts';

/** `${NAME:-default}` came with PHP 8.3. */
export const variableFallback: Rule = {
    code: 'variable-fallback',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'This PHP knows no default for a variable',
    reason: '`${NAME:-default}` came with PHP 8.3. Before, PHP looks for a variable of the name `NAME:-default`, finds none, and puts in nothing, without a message.',
    link: 'https://www.php.net/manual/en/migration83.other-changes.php',
    failing: [
        {
            text: 'session.name = ${NAME:-SHOP}\n',
            phpVersion: '8.2',
            marks: ['${NAME:-SHOP}'],
            fixed: 'session.name = ${NAME}\n',
        },
    ],
    passing: [
        { text: 'session.name = ${NAME:-SHOP}\n', phpVersion: '8.3' },
        { text: 'a = ${NAME}\n', phpVersion: '8.2' },
    ],
    check({ document: { assignments, dialect, text } }) {
        if (dialect.fallbacks || !text.includes(':-')) {
            return [];
        }
        return assignments
            .filter(node => node.reached)
            .flatMap(variables)
            .map(({ name, range }) => ({
                range,
                message: `PHP ${dialect.version} knows no default behind :- and puts in nothing.`,
                fixes: () => [
                    {
                        title: 'Remove the default',
                        changes: [{ range, newText: `\${${name.slice(0, name.indexOf(':-'))}}` }],
                    },
                ],
            }));
    },
};

function variables({ value }: AssignmentNode): { name: string; range: Range }[] {
    if (value.kind !== 'expression') {
        return [];
    }
    return value.steps.flatMap(step =>
        'parts' in step
            ? step.parts.flatMap(part =>
                  part.kind === 'variable' && part.name.includes(':-')
                      ? [{ name: part.name, range: { start: part.start, end: part.end } }]
                      : [],
              )
            : [],
    );
}
