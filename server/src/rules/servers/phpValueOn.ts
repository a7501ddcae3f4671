import type { DirectiveType } from '../../catalog/directive.ts';
import { isFlag } from '../../embedded/embeddedLine.ts';
import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { isApache, isSwitch, serverSettings } from './serverSettings.ts';

const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

/** Paths in a pool are told of by the rule that php.ini has for them. */
const texts: ReadonlySet<DirectiveType> = new Set<DirectiveType>(['string', 'enum', 'list']);

export const phpValueOn: Rule = {
    code: 'php-value-on',
    severity: 'warning',
    title: 'On is the text 1 in a pool of FPM',
    reason: 'FPM reads its pools by the grammar of php.ini, where `on`, `yes` and `true` without quotes are `1`: `php_value[session.name] = on` asks for the name `1`, which PHP refuses. Apache hands the word over as it is.',
    link: 'https://www.php.net/manual/en/install.fpm.configuration.php',
    failing: [
        {
            text: '[www]\nphp_value[session.name] = on\n',
            uri: pool,
            marks: ['on'],
            fixed: '[www]\nphp_value[session.name] = "on"\n',
        },
        {
            text: '[www]\nphp_admin_value[session.cookie_samesite] = Yes\n',
            uri: pool,
            marks: ['Yes'],
            fixed: '[www]\nphp_admin_value[session.cookie_samesite] = "Yes"\n',
        },
    ],
    passing: [
        { text: '[www]\nphp_value[session.name] = "on"\nphp_value[display_errors] = on\n', uri: pool },
        { text: 'php_value session.name on\n', uri: 'file:///srv/shop/.htaccess' },
        { text: 'session.name = on\n' },
    ],
    check(context) {
        return context.memo(serverSettings).flatMap(setting => {
            const { node, directive, word } = setting;
            const isOn = node.value.kind === 'keyword' && node.value.value === '1';
            if (!isOn || isFlag(word) || isApache(setting) || !directive) {
                return [];
            }
            return texts.has(directive.type) && !isSwitch(directive)
                ? [
                      {
                          range: node.valueRange,
                          message: `FPM takes ${node.rawValue} for 1, and ${node.name} is a text.`,
                          fixes: () => [replacing('Put it in quotes', node.valueRange, `"${node.rawValue}"`)],
                      },
                  ]
                : [];
        });
    },
};
