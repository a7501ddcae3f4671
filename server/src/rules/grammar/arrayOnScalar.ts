import { isThirdParty } from '../../catalog/namespaces.ts';
import type { Rule } from '../rule.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { replacing } from '../support/fixes.ts';

/** No directive of PHP is an array. */
export const arrayOnScalar: Rule = {
    code: 'array-on-scalar',
    severity: 'error',
    title: 'Directives take no brackets',
    reason: 'With `name[] = value` PHP stores an array, where the directive expects text: it reads memory that is no text. PHP does not start, for lack of memory, or the directive gets garbage (measured on PHP 7.4 to 8.5). `extension[]` loads nothing.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [
        { text: 'session.name[] = SHOP\n', marks: ['session.name[]'], fixed: 'session.name = SHOP\n' },
        { text: 'extension[] = redis\n', marks: ['extension[]'], fixed: 'extension = redis\n' },
    ],
    passing: [{ text: 'shop.currencies[] = EUR\nsession.name = SHOP\n' }],
    check(context) {
        return context.document.assignments.flatMap(node => {
            const { name, key, reached, range, equalsOffset } = node;
            if (!key || !reached || isThirdParty(name) || !(isExtensionName(name) || context.directiveOf(node))) {
                return [];
            }
            const written = context.document.text.slice(range.start, equalsOffset).trimEnd();
            const mark = { start: range.start, end: range.start + written.length };
            return [
                {
                    range: mark,
                    message: isExtensionName(name)
                        ? 'With brackets this is an array: PHP loads nothing.'
                        : `${name} takes text, not an array: PHP does not start, or the directive gets garbage.`,
                    fixes: () => [replacing('Remove the brackets', mark, name, true)],
                },
            ];
        });
    },
};
