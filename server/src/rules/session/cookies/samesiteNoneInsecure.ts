import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { needsSecure } from '../../support/session/secureCookie.ts';

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
        return samesite?.value.toLowerCase() === 'none'
            ? needsSecure(context, samesite.node, {
                  range: valueOrName(samesite.node),
                  message: 'Browsers refuse SameSite=None without Secure: set session.cookie_secure = On.',
              })
            : [];
    },
};
