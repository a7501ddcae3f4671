import type { Rule } from '../rule.ts';
import { settingsOfType } from '../support/assignments.ts';

/** `On` is 1, and as a path it is a file of that name. */
export const keywordAsText: Rule = {
    code: 'keyword-as-text',
    severity: 'warning',
    title: 'On is no path',
    reason: 'Without quotes PHP stores `1` for `On`, `Yes` and `True`. As a path that is a file or directory of the name `1`: `error_log = On` does not switch the log on, it writes to the file `1`.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [{ text: 'error_log = On\n', marks: ['On'] }],
    passing: [{ text: 'error_log = "/var/log/php.log"\nlog_errors = On\nerror_log = Off\n' }],
    check(context) {
        return settingsOfType(context, 'path', 'pathList').flatMap(({ node, directive, value }) =>
            node.value.kind === 'keyword' && value === '1'
                ? [
                      {
                          range: node.valueRange,
                          message: `${directive.name} takes a path: PHP would look for one of the name "1".`,
                      },
                  ]
                : [],
        );
    },
};
