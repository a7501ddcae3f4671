import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../../support/exampleNodes.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** How long a request waits for the lock of a session, against how long a lock outlives a request that died. */
export const lockBudget: Rule = {
    code: 'lock-budget',
    severity: 'information',
    title: 'Requests give up before the lock of a dead one expires',
    reason: 'When an Apache process dies with a session in its hands, the lock stays until `memcached.sess_lock_expire`, or `max_execution_time` where that is 0. The next request of that user waits retries × wait, 0.75 s by default, and then `session_start()` returns false: the user looks logged out, although the session is there. Wait longer than locks live. The first of these waits is `sess_lock_wait_min`, also where that is more than `sess_lock_wait_max`; each further one is twice the one before, `sess_lock_wait_max` at most (measured). It is the same with locks in Redis: the handler `redis` waits `lock_retries` × `lock_wait_time`, by default 2 s with phpredis 6, and then `session_start()` fails. phpredis 5.3 waits 0.02 s by default, and then goes on without the lock: the request sees the session, and what it writes is refused (measured).',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-lock-retries',
    failing: [
        {
            text: 'session.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 30\nmemcached.sess_lock_retries = 220\n',
        },
        {
            text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 10\nmemcached.sess_lock_retries = 20\n',
            marks: ['20'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 10\nmemcached.sess_lock_retries = 74\n',
        },
        {
            text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 1\nmemcached.sess_lock_wait_min = 400\nmemcached.sess_lock_wait_max = 100\n',
            marks: ['memcached'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_retries = 11\nmemcached.sess_lock_expire = 1\nmemcached.sess_lock_wait_min = 400\nmemcached.sess_lock_wait_max = 100\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.lock_expire = 30\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1650\nredis.session.locking_enabled = 1\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 60\nredis.session.lock_wait_time = 50000\nredis.session.lock_retries = 100\n',
            marks: ['100'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 60\nredis.session.lock_wait_time = 50000\nredis.session.lock_retries = 1320\n',
        },
        {
            uri: EXAMPLE_URI,
            facts: exampleFacts(
                examplePhp('', {
                    settings: {
                        'session.save_handler': 'redis',
                        'redis.session.locking_enabled': '1',
                        'redis.session.lock_expire': '0',
                        'redis.session.lock_retries': '10',
                        'redis.session.lock_wait_time': '2000',
                        max_execution_time: '30',
                    },
                }),
            ),
            text: 'session.save_handler = redis\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.lock_expire = 30\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1650\n',
        },
    ],
    passing: [
        {
            text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 30\nmemcached.sess_lock_retries = 250\n',
        },
        { text: 'session.save_handler = memcached\nmemcached.sess_locking = Off\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\n' },
        { text: 'session.save_handler = redis\n' },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_retries = -1\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 60\nredis.session.lock_wait_time = 50000\nredis.session.lock_retries = 2000\n',
        },
        { text: 'memcached.sess_lock_retries = 5\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('lock-budget', setUp);
        const lock = lockOf(setUp);
        if (!handler || !weakness || !lock) {
            return [];
        }
        const near = context.effective(lock.retries)?.node ?? handler.node;
        const settings = lock.outwaiting(lock.expiryMs ?? 0);
        return [
            {
                range: valueOrName(near),
                message: textOf(weakness),
                ...(settings && {
                    fixes: () => [
                        settingsFix(context, 'Wait longer than locks live', { settings, near: handler.node }),
                    ],
                }),
            },
        ];
    },
};
