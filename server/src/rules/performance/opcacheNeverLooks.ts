import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Right for production, where deployments restart PHP; a riddle everywhere else. */
export const opcacheNeverLooks: Rule = {
    code: 'opcache-never-looks',
    severity: 'information',
    title: 'Changed scripts take effect after a restart only',
    reason: 'With `opcache.validate_timestamps` off, PHP never looks whether a script has changed. That is fastest, and right where each deployment restarts PHP on every node; otherwise old code goes on running, on some nodes longer than on others.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.validate-timestamps',
    failing: [{ text: 'opcache.validate_timestamps = 0\n', marks: ['0'] }],
    passing: [{ text: 'opcache.validate_timestamps = 1\nopcache.revalidate_freq = 60\n' }],
    check: context =>
        settingDiagnostics(context, 'opcache.validate_timestamps', value =>
            isTrue(value)
                ? undefined
                : { message: 'Changed scripts take effect only after PHP was restarted, on each node.' },
        ),
};
