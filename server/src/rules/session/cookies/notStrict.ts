import type { Rule } from '../../rule.ts';
import { unprotected } from '../../support/session/unprotected.ts';

/** The php.ini of PHP itself says 0 up to 8.5: only files that somebody has set sessions up in are looked at. */
export const notStrict: Rule = {
    code: 'not-strict',
    severity: 'information',
    title: 'PHP accepts session ids that it did not make',
    reason: 'Without `session.use_strict_mode` PHP starts a session under any id that a browser sends, also one that an attacker has chosen for it (session fixation). This holds for sessions in memcached as well. The handlers of memcached and Redis can check ids. It is told only where the file sets up sessions for several machines; PHP 8.6 switches the mode on by default.',
    link: 'https://www.php.net/manual/en/session.security.ini.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.use_strict_mode = 0\n',
            marks: ['session.use_strict_mode = 0'],
            fixed: 'session.save_handler = memcached\nsession.use_strict_mode = 1\n',
        },
        {
            text: 'session.save_handler = redis\nsession.cookie_httponly = 1\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nsession.use_strict_mode = 1\nsession.cookie_httponly = 1\n',
        },
    ],
    passing: [
        { text: 'session.use_strict_mode = 0\n' },
        { text: 'session.save_handler = files\nsession.use_strict_mode = 0\n' },
        { text: 'session.save_handler = memcached\nsession.use_strict_mode = On\n' },
        { text: 'session.save_handler = memcached\n' },
        { text: 'session.save_handler = memcached\nsession.cookie_httponly = 1\n', phpVersion: '8.6' },
    ],
    check(context) {
        return unprotected(context, {
            name: 'session.use_strict_mode',
            value: '1',
            message: 'PHP accepts any session id that a browser sends, also one that an attacker chose.',
        });
    },
};
