import { isPlaceholder } from '../support/assignments.ts';
import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Neither shown nor logged. */
export const errorsNowhere: Rule = {
    code: 'errors-nowhere',
    severity: 'information',
    title: 'Errors are neither shown nor logged',
    reason: 'With `display_errors` and `log_errors` off, nobody learns of an error: visitors get an empty page, and there is nothing to look at.',
    link: 'https://www.php.net/manual/en/errorfunc.configuration.php#ini.log-errors',
    failing: [
        {
            text: 'display_errors = Off\nlog_errors = Off\n',
            marks: ['Off'],
            fixed: 'display_errors = Off\nlog_errors = On\n',
        },
    ],
    passing: [{ text: 'display_errors = Off\nlog_errors = On\n' }, { text: 'log_errors = Off\n' }],
    check(context) {
        const shown = context.effective('display_errors');
        return !shown || isTrue(shown.value) || /^std(?:out|err)$/i.test(shown.value) || isPlaceholder(shown.value)
            ? []
            : settingDiagnostics(context, 'log_errors', value =>
                  isTrue(value)
                      ? undefined
                      : { message: 'Errors are not shown either: nobody learns of them.', newValue: 'On' },
              );
    },
};
