import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import { numberIn } from '../../../phpIni/sessionKnowledge/setUp.ts';
import type { Rule } from '../../rule.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** Only where `lock_expire` is set does phpredis look whether its lock is still there. */
export const redisLockShort: Rule = {
    code: 'redis-lock-short',
    severity: 'information',
    title: 'Locks in Redis end before the longest page does',
    reason: 'Where `redis.session.lock_expire` is set, phpredis looks before each write whether its lock is still there, and writes nothing where it is not: *Session lock expired*, of 5.3 *Failed to refresh session lock* (measured). A page that takes longer than its lock loses what it has stored, and meanwhile others have changed the session. With 0, locks live as long as `max_execution_time`.',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 10\nredis.session.lock_retries = -1\n',
            marks: ['10'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 30\nredis.session.lock_retries = -1\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 1\nmax_execution_time = 20\n',
            marks: ['1'],
            fixed: 'session.save_handler = redis\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1100\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 20\nmax_execution_time = 20\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 30\n' },
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 0\n' },
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = 0\nredis.session.lock_expire = 5\n' },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 5\nmax_execution_time = 0\n',
        },
        { text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 5\n' },
    ],
    check(context) {
        const expire = context.effective('redis.session.lock_expire');
        const handler = context.effective('session.save_handler');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('redis-lock-short', setUp);
        const lock = lockOf(setUp);
        const near = expire ?? handler;
        if (!near || !handler || !weakness || !lock) {
            return [];
        }
        return [
            {
                range: valueOrName(near.node),
                message: textOf(weakness),
                fixes: () => {
                    const seconds = numberIn(setUp.read, 'max_execution_time') ?? 0;
                    // Those who wait have to outwait a longer lock then.
                    const isEnough = lock.patienceMs !== undefined && lock.patienceMs > 1000 * seconds;
                    const settings = isEnough
                        ? [[lock.expire, String(seconds)] as const]
                        : (lock.outwaiting(1000 * seconds) ?? []);
                    return [settingsFix(context, 'Let locks live as long as pages', { settings, near: handler.node })];
                },
            },
        ];
    },
};
