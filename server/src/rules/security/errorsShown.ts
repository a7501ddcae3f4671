import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import { isForProduction } from '../support/production.ts';

/** For development this is right: only a file that is surely for production is judged. */
export const errorsShown: Rule = {
    code: 'errors-shown-in-production',
    severity: 'information',
    title: 'Visitors see error messages',
    reason: 'Messages of PHP name files, queries and sometimes passwords. In production they belong in the log. Reported only for files whose name says that they are for production.',
    link: 'https://www.php.net/manual/en/errorfunc.configuration.php#ini.display-errors',
    failing: [
        {
            text: 'display_errors = On\n',
            uri: 'file:///srv/docker/production/php.ini',
            marks: ['On'],
            fixed: 'display_errors = Off\n',
        },
    ],
    passing: [
        { text: 'display_errors = On\n' },
        { text: 'display_errors = stderr\n', uri: 'file:///srv/php.ini-production' },
    ],
    check: context =>
        isForProduction(context)
            ? settingDiagnostics(context, 'display_errors', value =>
                  isTrue(value) || /^stdout$/i.test(value)
                      ? {
                            message: 'In production messages of PHP belong in the log, not on the page.',
                            newValue: 'Off',
                        }
                      : undefined,
              )
            : [],
};
