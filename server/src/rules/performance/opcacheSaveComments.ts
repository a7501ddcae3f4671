import { settingDiagnostics } from '../support/oneSetting.ts';
import type { Rule } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Saves little, and breaks annotations. */
export const opcacheSaveComments: Rule = {
    code: 'opcache-save-comments',
    severity: 'information',
    title: 'Doc comments are dropped',
    reason: 'Without doc comments the annotations of Doctrine, PHPUnit and many frameworks are not there: routes and mappings are missing, often without a clear message. What it saves is little.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.save-comments',
    failing: [{ text: 'opcache.save_comments = 0\n', marks: ['0'], fixed: 'opcache.save_comments = 1\n' }],
    passing: [{ text: 'opcache.save_comments = 1\n' }],
    check: context =>
        settingDiagnostics(context, 'opcache.save_comments', value =>
            isTrue(value)
                ? undefined
                : { message: 'Frameworks that read annotations do not find them any more.', newValue: '1' },
        ),
};
