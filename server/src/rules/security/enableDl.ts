import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Only for programs on the command line, and only where these ask for it. */
export const enableDl: Rule = {
    code: 'enable-dl',
    severity: 'hint',
    title: 'Scripts may load extensions',
    reason: 'With `enable_dl` on, a script may load an extension with `dl()`, which gets it around `open_basedir` and `disable_functions`. Most servers do not have the function at all; on the command line few programs need it.',
    link: 'https://www.php.net/manual/en/info.configuration.php#ini.enable-dl',
    failing: [{ text: 'enable_dl = On\n', marks: ['On'], fixed: 'enable_dl = Off\n' }],
    passing: [{ text: 'enable_dl = Off\n' }],
    check: context =>
        settingDiagnostics(context, 'enable_dl', value =>
            isTrue(value)
                ? { message: 'A script may load extensions, and so get around other limits.', newValue: 'Off' }
                : undefined,
        ),
};
