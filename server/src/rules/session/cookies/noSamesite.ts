import type { Rule } from '../../rule.ts';
import { unprotected } from '../../support/session/unprotected.ts';

/** Empty in the php.ini of PHP itself up to 8.5. */
export const noSamesite: Rule = {
    code: 'no-samesite',
    severity: 'hint',
    title: 'The session cookie has no SameSite attribute',
    reason: 'Without `session.cookie_samesite` each browser decides whether requests from other sites carry the session: many treat the cookie as `Lax`, Safari and older ones send it along. `Lax` says it for all of them; `Strict` leaves the session out even when a link leads to the site. PHP 8.6 uses `Lax` by default.',
    link: 'https://www.php.net/manual/en/session.security.ini.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.cookie_samesite =\n',
            marks: ['session.cookie_samesite ='],
            fixed: 'session.save_handler = memcached\nsession.cookie_samesite = Lax\n',
        },
        {
            text: 'session.save_handler = redis\nsession.cookie_httponly = 1\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nsession.cookie_samesite = Lax\nsession.cookie_httponly = 1\n',
        },
    ],
    passing: [
        { text: 'session.cookie_samesite =\n' },
        { text: 'session.save_handler = memcached\nsession.cookie_samesite = Strict\n' },
        { text: 'session.save_handler = memcached\n' },
        { text: 'session.save_handler = memcached\nsession.cookie_samesite = None\n' },
    ],
    check(context) {
        return unprotected(context, {
            name: 'session.cookie_samesite',
            value: 'Lax',
            message: 'Each browser decides for itself whether other sites may use the session.',
            isSafe: value => value !== '',
        });
    },
};
