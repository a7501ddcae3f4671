import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Code from elsewhere, run as one's own. */
export const allowUrlInclude: Rule = {
    code: 'allow-url-include',
    severity: 'warning',
    title: 'Scripts may include code from other servers',
    reason: 'With `allow_url_include` on, `include` takes addresses: wherever a visitor can influence the name of an included file, code of theirs runs on this server. It is off by default, and deprecated since PHP 7.4, which says so at each start.',
    link: 'https://www.php.net/manual/en/filesystem.configuration.php#ini.allow-url-include',
    failing: [{ text: 'allow_url_include = On\n', marks: ['On'], fixed: 'allow_url_include = Off\n' }],
    passing: [{ text: 'allow_url_include = Off\nallow_url_fopen = On\n' }],
    check: context =>
        settingDiagnostics(context, 'allow_url_include', value =>
            isTrue(value)
                ? {
                      message: `With this on, included code may come from other servers. Turn it off.${said(context.phpVersion)}`,
                      newValue: 'Off',
                  }
                : undefined,
        ),
};

function said(phpVersion: string): string {
    return compareVersions(phpVersion, '7.4') >= 0 ? ' It is deprecated since PHP 7.4: PHP says so at each start.' : '';
}
