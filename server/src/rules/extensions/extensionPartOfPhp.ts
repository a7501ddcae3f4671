import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { Rule } from '../rule.ts';
import { extensionLines } from '../support/assignments.ts';
import { removalFix } from '../support/fixes.ts';

/** From which version on every PHP has it inside; those before our time count as of 5.3. */
const inside: Readonly<Record<string, string>> = {
    core: '5.3',
    date: '5.3',
    ereg: '5.3',
    hash: '7.4',
    json: '8.0',
    lexbor: '8.5',
    opcache: '8.5',
    pcre: '5.3',
    random: '8.2',
    reflection: '5.3',
    spl: '5.3',
    standard: '5.3',
    uri: '8.5',
};

/** There is no file to load for what is part of every PHP. */
export const extensionPartOfPhp: Rule = {
    code: 'extension-part-of-php',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'There is nothing to load: it is part of PHP',
    reason: 'Some extensions are part of every PHP, `json` since 8.0 and OPcache since 8.5. There is no file of that name any more, and PHP says so at each start; the extension itself works.',
    link: 'https://www.php.net/manual/en/extensions.membership.php',
    failing: [
        { text: 'extension = json.so\na = 1\n', marks: ['extension = json.so'], fixed: 'a = 1\n' },
        {
            text: 'zend_extension = opcache\nopcache.enable = 1\n',
            phpVersion: '8.5',
            marks: ['zend_extension = opcache'],
            fixed: 'opcache.enable = 1\n',
        },
    ],
    passing: [
        { text: 'extension = json.so\n', phpVersion: '7.4' },
        { text: 'zend_extension = opcache\nextension = ctype\n' },
    ],
    check(context) {
        return context.memo(extensionLines).flatMap(({ node, base, value }) => {
            const since = Object.hasOwn(inside, base) ? inside[base] : undefined;
            return since === undefined || compareVersions(context.phpVersion, since) < 0 || /[\\/]/.test(value)
                ? []
                : [
                      {
                          range: node.range,
                          message: `${base} is part of PHP ${context.phpVersion}: there is nothing to load, and PHP warns about it at each start.`,
                          tag: 'unnecessary' as const,
                          fixes: () => [removalFix(context, 'Remove the line', [node], true)],
                      },
                  ];
        });
    },
};
