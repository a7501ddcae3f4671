import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** The command line has no time limit, so nothing limits its locks. */
export const lockExpireCli: Rule = {
    code: 'lock-expire-cli',
    severity: 'information',
    title: 'Locks of scripts that die never expire',
    reason: 'With `memcached.sess_lock_expire = 0` (of Redis: `redis.session.lock_expire`), its default, the lock of a session lives as long as `max_execution_time`. Where that is 0, as on the command line, the lock never expires: a script that dies with a session in its hands locks it for good.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-lock-expire',
    failing: [
        {
            text: 'session.save_handler = memcached\nmax_execution_time = 0\n',
            marks: ['max_execution_time = 0'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 60\nmax_execution_time = 0\n',
        },
        {
            text: 'session.save_handler = memcached\n',
            uri: 'file:///etc/php/8.4/cli/php.ini',
            marks: ['session.save_handler = memcached'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 60\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nmax_execution_time = 0\n',
            marks: ['max_execution_time = 0'],
            fixed: 'session.save_handler = redis\nredis.session.lock_expire = 60\nredis.session.locking_enabled = 1\nmax_execution_time = 0\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nmax_execution_time = 30\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\nmemcached.sess_lock_expire = 60\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\nmemcached.sess_locking = Off\n' },
        { text: 'session.save_handler = files\nmax_execution_time = 0\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('lock-expire-cli', setUp);
        const lock = lockOf(setUp);
        if (!handler || !weakness || !lock) {
            return [];
        }
        const limit = context.effective('max_execution_time');
        const settings = [[lock.expire, '60']] as const;
        return [
            {
                range: (limit ?? handler).node.range,
                message: textOf(weakness),
                fixes: () => [settingsFix(context, 'Let locks expire after 60 s', { settings, near: handler.node })],
            },
        ];
    },
};
