import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** On by default. */
export const opcacheDisabled: Rule = {
    code: 'opcache-disabled',
    severity: 'hint',
    title: 'Scripts are compiled with every request',
    reason: 'Without OPcache PHP reads and compiles each script anew with every request; most applications are two to three times slower then. It is on by default where it is loaded.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.enable',
    failing: [{ text: 'opcache.enable = 0\n', marks: ['0'], fixed: 'opcache.enable = 1\n' }],
    passing: [{ text: 'opcache.enable = 1\nopcache.enable_cli = 0\n' }, { text: 'opcache.enable = ${OPCACHE}\n' }],
    check: context =>
        settingDiagnostics(context, 'opcache.enable', value =>
            isTrue(value)
                ? undefined
                : { message: 'Without OPcache each request compiles its scripts anew.', newValue: '1' },
        ),
};
