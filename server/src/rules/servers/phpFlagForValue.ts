import type { Directive } from '../../catalog/directive.ts';
import { isFlag } from '../../embedded/embeddedLine.ts';
import { hasVariables } from '../../model/documentContext.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import type { Rule } from '../rule.ts';
import { isSwitch, serverSettings, valueWord, wordFix } from './serverSettings.ts';

const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';
const vhost = 'file:///etc/apache2/sites-available/shop.conf';

/** A flag becomes 1 or 0, which few other directives mean. */
export const phpFlagForValue: Rule = {
    code: 'php-flag-for-value',
    severity: 'warning',
    title: 'php_flag gives a text or a number the value 1 or 0',
    reason: '`php_flag` and `php_admin_flag` set a directive to `1` or `0`. To one that is not on or off that is a text or a number: `php_flag error_log on` writes to a file of the name `1`, `php_flag error_reporting on` reports nothing but fatal errors.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        {
            text: 'php_flag error_log on\n',
            uri: vhost,
            marks: ['error_log'],
            fixed: 'php_value error_log on\n',
        },
        {
            text: '[www]\nphp_admin_flag[error_reporting] = on\n',
            uri: pool,
            marks: ['error_reporting'],
            fixed: '[www]\nphp_admin_value[error_reporting] = on\n',
        },
        {
            text: '[www]\nphp_flag[session.save_path] = off\n',
            uri: pool,
            marks: ['session.save_path'],
            fixed: '[www]\nphp_value[session.save_path] = off\n',
        },
    ],
    passing: [
        { text: 'php_flag log_errors on\nphp_flag output_buffering On\nphp_flag display_errors on\n', uri: vhost },
        { text: '[www]\nphp_flag[session.gc_probability] = off\nphp_flag[opcache.jit] = off\n', uri: pool },
        { text: '[www]\nphp_flag[own.setting] = on\n', uri: pool },
    ],
    check(context) {
        return context.memo(serverSettings).flatMap(setting => {
            const { node, line, word, directive } = setting;
            if (!directive || !isFlag(word) || line.noFlag !== undefined || hasVariables(node)) {
                return [];
            }
            const on = isTrue(context.valueOf(node) ?? '');
            return isSwitch(directive) || (!on && isNumber(directive))
                ? []
                : [
                      {
                          range: node.nameRange,
                          message: `${directive.name} is neither on nor off: ${word} sets it to ${on ? '1' : '0'}.`,
                          fixes: () => wordFix(context, setting, valueWord(word), false),
                      },
                  ];
        });
    },
};

function isNumber({ type }: Directive): boolean {
    return type === 'integer' || type === 'float' || type === 'bitmask';
}
