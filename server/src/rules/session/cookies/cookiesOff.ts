import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../../support/fixes.ts';
import { inForce } from '../../support/store.ts';

/** Neither cookies nor anything else: `use_only_cookies` is on unless somebody changes it. */
export const cookiesOff: Rule = {
    code: 'cookies-off',
    severity: 'information',
    title: 'No way is left for the session id',
    reason: 'With `session.use_cookies` off PHP neither sends nor reads a cookie, and with `session.use_only_cookies` on, which is the default, it looks nowhere else: each request gets a new session, unless the application calls `session_id()` itself.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.use-cookies',
    failing: [
        {
            text: 'session.use_cookies = 0\n',
            marks: ['session.use_cookies = 0'],
            fixed: 'session.use_cookies = 1\n',
        },
    ],
    passing: [
        { text: 'session.use_cookies = 1\n' },
        { text: 'session.use_cookies = 0\nsession.use_only_cookies = 0\n' },
        { text: 'session.use_cookies = ${COOKIES}\n' },
    ],
    check(context) {
        const cookies = context.effective('session.use_cookies');
        const only = inForce(context, 'session.use_only_cookies');
        if (!cookies || isTrue(cookies.value) || !only || !isTrue(only.value)) {
            return [];
        }
        const { node } = cookies;
        const settings = [['session.use_cookies', '1']] as const;
        return [
            {
                range: node.range,
                message: 'Without cookies, and with use_only_cookies on, each request gets a new session.',
                ...(only.node && { related: [{ range: only.node.range, message: 'Nothing but cookies is read.' }] }),
                fixes: () => [settingsFix(context, 'Use cookies', { settings, near: node })],
            },
        ];
    },
};
