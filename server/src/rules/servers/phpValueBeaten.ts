import type { Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';
import { serverSettings } from './serverSettings.ts';

const uri = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

/** Of Apache's sections and FPM's pools alike. */
export const phpValueBeaten: Rule = {
    code: 'php-value-beaten',
    severity: 'warning',
    title: 'Another line of the pool or section beats this one',
    reason: 'What `php_admin_value` and `php_admin_flag` set, `php_value` and `php_flag` do not change, wherever they stand in the same section or pool; neither do .htaccess, .user.ini and `ini_set()`. Of several lines with the same kind of word the last counts in Apache’s configuration, and the first in a pool of FPM.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        {
            text: '[www]\nphp_admin_value[memory_limit] = 64M\nphp_value[memory_limit] = 1G\n',
            uri,
            marks: ['memory_limit'],
            fixed: '[www]\nphp_admin_value[memory_limit] = 64M\n',
        },
        {
            text: '[www]\nphp_value[memory_limit] = 64M\nphp_value[memory_limit] = 1G\n',
            uri,
            marks: ['memory_limit'],
            fixed: '[www]\nphp_value[memory_limit] = 64M\n',
        },
        {
            text: '<Directory /srv>\nphp_admin_flag log_errors on\nphp_flag log_errors off\n</Directory>\n',
            uri: 'file:///etc/apache2/sites-available/shop.conf',
            marks: ['log_errors'],
            fixed: '<Directory /srv>\nphp_admin_flag log_errors on\n</Directory>\n',
        },
    ],
    passing: [
        { text: '[www]\nphp_admin_value[memory_limit] = 64M\n[api]\nphp_value[memory_limit] = 1G\n', uri },
        { text: '[www]\nphp_admin_value[memory_limit] = 64M\nphp_value[post_max_size] = 1G\n', uri },
    ],
    check(context) {
        const { embedding } = context;
        return context.memo(serverSettings).flatMap(({ node, line: { beatenBy } }) =>
            embedding && beatenBy
                ? [
                      {
                          range: node.nameRange,
                          message: `Without effect: ${beatenBy.keyword?.word ?? ''} in line ${embedding.lines.lineAt(beatenBy.whole.start) + 1} beats it.`,
                          tag: 'unnecessary' as const,
                          fixes: () => [removalFix(context, 'Remove the line', [node])],
                      },
                  ]
                : [],
        );
    },
};
