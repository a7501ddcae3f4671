import type { Rule } from '../../rule.ts';
import { unprotected } from '../../support/session/unprotected.ts';

/** Development runs on plain HTTP: a hint, no more. */
export const notSecure: Rule = {
    code: 'not-secure',
    severity: 'hint',
    title: 'The session cookie also travels without encryption',
    reason: 'Without `session.cookie_secure` browsers send the session cookie over plain HTTP as well, where others can read it. Behind a load balancer that ends TLS the directive works too: PHP need not see the encryption. Leave it off only where the application is reached by HTTP.',
    link: 'https://www.php.net/manual/en/session.security.ini.php',
    failing: [
        {
            text: 'session.cookie_secure = 0\n',
            marks: ['session.cookie_secure = 0'],
            fixed: 'session.cookie_secure = 1\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.cookie_httponly = 1\n',
            marks: ['memcached'],
            fixed: 'session.save_handler = memcached\nsession.cookie_secure = 1\nsession.cookie_httponly = 1\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.cookie_secure = On\n' },
        { text: 'session.cookie_secure = ${SECURE}\n' },
        { text: 'session.save_handler = memcached\n' },
    ],
    check(context) {
        return unprotected(context, {
            name: 'session.cookie_secure',
            value: '1',
            message: 'Browsers send the session cookie over plain HTTP as well.',
            alone: true,
        });
    },
};
