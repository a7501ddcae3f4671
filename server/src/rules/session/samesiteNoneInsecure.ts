import type { Rule } from '../rule.ts';
import { isTrue } from '../values.ts';
import { markOf, settingsFix } from './edits.ts';
import { inForce } from './store.ts';

/** Browsers have refused such cookies since 2020. */
export const samesiteNoneInsecure: Rule = {
    code: 'samesite-none-insecure',
    severity: 'warning',
    title: 'Browsers refuse SameSite=None without Secure',
    reason: 'Browsers accept a cookie with `SameSite=None` only together with `Secure`, that is with `session.cookie_secure = On`, over HTTPS. Otherwise they drop it, and each request gets a new session.',
    link: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#none',
    failing: [
        {
            text: 'session.cookie_samesite = "None"\n',
            marks: ['"None"'],
            fixed: 'session.cookie_samesite = "None"\nsession.cookie_secure = On\n',
        },
        {
            text: 'session.cookie_secure = Off\nsession.cookie_samesite = "None"\n',
            marks: ['"None"'],
            fixed: 'session.cookie_secure = On\nsession.cookie_samesite = "None"\n',
        },
    ],
    passing: [
        { text: 'session.cookie_samesite = "None"\nsession.cookie_secure = 1\n' },
        { text: 'session.cookie_samesite = "None"\nsession.cookie_secure = ${SECURE}\n' },
        { text: 'session.cookie_samesite = None\n' },
        { text: 'session.cookie_samesite = Lax\n' },
    ],
    check(context) {
        const samesite = context.effective('session.cookie_samesite');
        const secure = inForce(context, 'session.cookie_secure');
        if (samesite?.value.toLowerCase() !== 'none' || !secure || isTrue(secure.value)) {
            return [];
        }
        const { node } = samesite;
        const settings = [['session.cookie_secure', 'On']] as const;
        return [
            {
                range: markOf(node),
                message: 'Browsers refuse SameSite=None without Secure: set session.cookie_secure = On.',
                ...(secure.node && {
                    related: [{ range: secure.node.range, message: 'Secure is switched off here.' }],
                }),
                fixes: () => [
                    settingsFix(context, 'Set session.cookie_secure', { settings, near: node, preferred: true }),
                ],
            },
        ];
    },
};
