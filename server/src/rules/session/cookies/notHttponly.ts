import type { Rule } from '../../rule.ts';
import { unprotected } from '../../support/session/unprotected.ts';

/** The php.ini of PHP itself leaves the value empty up to 8.5: that is nobody’s decision. */
export const notHttponly: Rule = {
    code: 'not-httponly',
    severity: 'information',
    title: 'Scripts in the page can read the session cookie',
    reason: 'Without `session.cookie_httponly` any script that gets into a page can read the session id and send it away. Hardly an application needs that. It is told where the file sets up sessions for several machines, or says `Off` in so many words; PHP 8.6 switches it on by default.',
    link: 'https://www.php.net/manual/en/session.security.ini.php',
    failing: [
        {
            text: 'session.cookie_httponly = Off\n',
            marks: ['session.cookie_httponly = Off'],
            fixed: 'session.cookie_httponly = 1\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.cookie_httponly =\n',
            marks: ['session.cookie_httponly ='],
            fixed: 'session.save_handler = memcached\nsession.cookie_httponly = 1\n',
        },
    ],
    passing: [
        { text: 'session.cookie_httponly =\n' },
        { text: 'session.save_handler = memcached\nsession.cookie_httponly = On\n' },
        { text: 'session.name = SHOP\n' },
    ],
    check(context) {
        return unprotected(context, {
            name: 'session.cookie_httponly',
            value: '1',
            message: 'Scripts in the page can read the session cookie.',
            alone: true,
        });
    },
};
