import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { unknownNames } from '../support/unknownNames.ts';

/**
 * A name that is a slip of the pen, beyond doubt; what might come from an extension is a hint of `unknown-directive`.
 */
export const misspeltDirective: Rule = {
    code: 'misspelt-directive',
    severity: 'warning',
    title: 'The name of the directive is misspelt',
    reason: 'PHP ignores names that it does not know, without a message: the directive that was meant keeps its default. Only names that differ from a known one by a letter or two, by the order of their words or by the signs between them are reported here.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        {
            text: 'session.save_hander = memcached\n',
            marks: ['session.save_hander'],
            fixed: 'session.save_handler = memcached\n',
        },
        { text: 'opcache.enabled = 1\n', marks: ['opcache.enabled'], fixed: 'opcache.enable = 1\n' },
        {
            text: 'max_upload_filesize = 64M\n',
            marks: ['max_upload_filesize'],
            fixed: 'upload_max_filesize = 64M\n',
        },
        { text: 'mbsting.language = neutral\n', marks: ['mbsting.language'], fixed: 'mbstring.language = neutral\n' },
        { text: 'session_name = SHOP\n', marks: ['session_name'], fixed: 'session.name = SHOP\n' },
    ],
    passing: [
        { text: 'session.save_handler = memcached\n' },
        { text: 'shop.memory_limit = 1\n' },
        { text: 'newrelic.enabled = 1\nyaf.name = 1\n' },
    ],
    check(context) {
        return context.memo(unknownNames).flatMap(({ node, kind, meant }) =>
            kind === 'slip' && meant
                ? [
                      {
                          range: node.nameRange,
                          message: `PHP does not know ${node.name} and ignores this line without a message. Did you mean ${meant.name}?`,
                          fixes: () => [replacing(`Change to ${meant.name}`, node.nameRange, meant.name, true)],
                      },
                  ]
                : [],
        );
    },
};
