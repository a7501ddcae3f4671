import type { Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';
import { serverSettings } from './serverSettings.ts';

const uri = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

/** Measured: PHP's own rule, that the last one counts, is Apache's as well, and not FPM's. */
export const phpValueBeaten: Rule = {
    code: 'php-value-beaten',
    severity: 'warning',
    title: 'Another line of the pool beats this one',
    reason: 'Of several lines in a pool of FPM that set the same directive the first counts, and not the last as in a php.ini; and `php_admin_value` and `php_admin_flag` beat `php_value` and `php_flag`, wherever they stand. FPM says nothing of it.',
    link: 'https://www.php.net/manual/en/install.fpm.configuration.php',
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
    ],
    passing: [
        { text: '[www]\nphp_admin_value[memory_limit] = 64M\n[api]\nphp_value[memory_limit] = 1G\n', uri },
        { text: '[www]\nphp_admin_value[memory_limit] = 64M\nphp_value[post_max_size] = 1G\n', uri },
        { text: '[www]\nphp_admin_value[extension] = redis\nphp_admin_value[extension] = apcu\n', uri },
        {
            text: 'php_admin_flag log_errors on\nphp_flag log_errors off\n',
            uri: 'file:///etc/apache2/sites-available/shop.conf',
        },
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
