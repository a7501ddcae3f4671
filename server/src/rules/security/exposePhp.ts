import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** On by default, and in PHP's own files. */
export const exposePhp: Rule = {
    code: 'expose-php',
    severity: 'hint',
    title: 'Every answer names the version of PHP',
    reason: 'With `expose_php` on, each answer has a header `X-Powered-By: PHP/8.4.1`. It is of no use to visitors, and tells attackers which weaknesses to try.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.expose-php',
    failing: [{ text: 'expose_php = On\n', marks: ['On'], fixed: 'expose_php = Off\n' }],
    passing: [{ text: 'expose_php = Off\n' }, { text: '; expose_php = On\n' }],
    check: context =>
        settingDiagnostics(context, 'expose_php', value =>
            isTrue(value)
                ? { message: 'Each answer names the version of PHP in a header. Nobody needs it.', newValue: 'Off' }
                : undefined,
        ),
};
