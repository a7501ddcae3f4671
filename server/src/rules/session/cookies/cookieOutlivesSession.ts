import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { inForce } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** The cookie lives on, the data does not. */
export const cookieOutlivesSession: Rule = {
    code: 'cookie-outlives-session',
    severity: 'information',
    title: 'The cookie lives longer than the session',
    reason: '`session.cookie_lifetime` only says how long the browser keeps the id. What the session holds may be removed once it was not used for `session.gc_maxlifetime`; memcached and Redis do so to the second. Somebody who comes back within the cookie\u2019s time finds an empty session.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-lifetime',
    failing: [
        {
            text: 'session.cookie_lifetime = 86400\nsession.gc_maxlifetime = 1440\n',
            marks: ['session.cookie_lifetime = 86400'],
            fixed: 'session.cookie_lifetime = 86400\nsession.gc_maxlifetime = 86400\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.cookie_lifetime = 86400\n',
            marks: ['session.cookie_lifetime = 86400'],
            fixed: 'session.save_handler = memcached\nsession.cookie_lifetime = 86400\nsession.gc_maxlifetime = 86400\n',
        },
    ],
    passing: [
        { text: 'session.cookie_lifetime = 0\nsession.gc_maxlifetime = 1440\n' },
        { text: 'session.cookie_lifetime = 3600\nsession.gc_maxlifetime = 7200\n' },
        { text: 'session.cookie_lifetime = 86400\n' },
        { text: 'session.cookie_lifetime = 86400\nsession.gc_maxlifetime = 0\n' },
    ],
    check(context) {
        const cookie = context.effective('session.cookie_lifetime');
        const data = inForce(context, 'session.gc_maxlifetime');
        const [cookieSeconds, dataSeconds] = [integerOf(cookie?.value ?? ''), integerOf(data?.value ?? '')];
        if (!cookie || !data || cookieSeconds === undefined || dataSeconds === undefined) {
            return [];
        }
        // Where this file does not say how long sessions live, another one may.
        const isKnown = data.node !== undefined || context.globalsOf('session.save_handler').length > 0;
        if (!isKnown || dataSeconds <= 0 || cookieSeconds <= dataSeconds) {
            return [];
        }
        const settings = [['session.gc_maxlifetime', String(cookieSeconds)]] as const;
        return [
            {
                range: cookie.node.range,
                message: `The browser keeps the cookie for ${cookieSeconds} s; the session may be gone after ${dataSeconds} s without a request.`,
                ...(data.node && { related: [{ range: data.node.range, message: 'How long sessions live.' }] }),
                fixes: () => [
                    settingsFix(context, 'Keep sessions as long as the cookie', { settings, near: cookie.node }),
                ],
            },
        ];
    },
};
