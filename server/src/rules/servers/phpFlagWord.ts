import type { DocumentContext } from '../../model/documentContext.ts';
import type { Fix, RuleDiagnostic, Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { isSwitch, serverSettings, valueWord, wordFix, type ServerSetting } from './serverSettings.ts';

const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';
const htaccess = 'file:///srv/shop/.htaccess';

/** Apache knows two words for On, FPM those of php.ini, and neither knows anything else. */
export const phpFlagWord: Rule = {
    code: 'php-flag-word',
    severity: 'error',
    title: 'php_flag takes On or Off, and nothing else',
    reason: 'Of what stands behind `php_flag` and `php_admin_flag` Apache takes `on` and `1` for On, in any case of letters, and all else for Off without a message: `yes`, `true`, `2` and `128M` are Off. FPM knows the words of php.ini, in quotes in small letters only, and with anything else it does not start: *invalid boolean value*.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        { text: 'php_flag log_errors yes\n', uri: htaccess, marks: ['yes'], fixed: 'php_flag log_errors On\n' },
        { text: 'php_flag log_errors 2\n', uri: htaccess, marks: ['2'], fixed: 'php_flag log_errors On\n' },
        {
            text: 'php_flag display_errors "stderr"\n',
            uri: htaccess,
            marks: ['"stderr"'],
            fixed: 'php_value display_errors "stderr"\n',
        },
        {
            text: '[www]\nphp_admin_flag[log_errors] = 2\n',
            uri: pool,
            marks: ['2'],
            fixed: '[www]\nphp_admin_flag[log_errors] = On\n',
        },
        {
            text: '[www]\nphp_flag[memory_limit] = 128M ; more\n',
            uri: pool,
            marks: ['128M'],
            fixed: '[www]\nphp_value[memory_limit] = 128M ; more\n',
        },
        { text: '[www]\nphp_flag[log_errors] = perhaps\n', uri: pool, marks: ['perhaps'] },
        {
            text: '[www]\nphp_flag[log_errors] = "YES"\n',
            uri: pool,
            marks: ['"YES"'],
            fixed: '[www]\nphp_flag[log_errors] = On\n',
        },
    ],
    passing: [
        { text: 'php_flag log_errors ON\nphp_flag html_errors 0\nPHP_Flag file_uploads "off"\n', uri: htaccess },
        { text: 'php_flag log_errors ${LOG}\n', uri: htaccess },
        {
            text: '[www]\nphp_flag[log_errors] = yes\nphp_flag[html_errors] = none\nphp_flag[file_uploads] = "off"\n',
            uri: pool,
        },
        { text: '[www]\nphp_flag[log_errors] = ${LOG}\nphp_value[display_errors] = stderr\n', uri: pool },
    ],
    check(context) {
        return context.memo(serverSettings).flatMap(setting => {
            const { noFlag } = setting.line;
            return noFlag === undefined ? [] : [diagnostic(context, setting, noFlag)];
        });
    },
};

function diagnostic(context: DocumentContext, setting: ServerSetting, written: string): RuleDiagnostic {
    const { node, format } = setting;
    const effect =
        format.name === 'pool' ? 'FPM does not start: this is neither On nor Off' : `Apache takes "${written}" for Off`;
    return { range: node.valueRange, message: `${effect}.`, fixes: () => fixes(context, setting, written) };
}

function fixes(context: DocumentContext, setting: ServerSetting, written: string): Fix[] {
    const { node, directive, word } = setting;
    const text = written.replace(/^(["'])(.*)\1$/, '$2').toLowerCase();
    const isListed = directive?.values?.some(({ value }) => value.toLowerCase() === text) === true;
    if (directive && (isListed || !isSwitch(directive))) {
        return wordFix(context, setting, valueWord(word));
    }
    return /^(?:yes|true|on|enabled?|[1-9]\d*)$/.test(text)
        ? [replacing('Change to On', node.valueRange, 'On', true)]
        : /^(?:no|false|off|disabled?|none)$/.test(text)
          ? [replacing('Change to Off', node.valueRange, 'Off', true)]
          : [];
}
