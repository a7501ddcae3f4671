import { lockOf, type SessionLock } from '../../../phpIni/sessionKnowledge/locks.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix, type Settings } from '../../support/fixes.ts';
import { redisPath } from '../../support/session/redisPath.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** The files handler and memcached lock; a move to Redis loses that silently. */
export const redisLockingOff: Rule = {
    code: 'redis-locking-off',
    severity: 'hint',
    title: 'Sessions in Redis are not locked',
    reason: 'Other than the handlers `files` and `memcached`, the redis handler does not lock sessions unless `redis.session.locking_enabled` is on: of two requests of one user at the same time, the one that ends last overwrites what the other has stored. The directive is read as a number: `"On"` in quotes is 0. On its own the switch is not enough: with the defaults of phpredis 5.3, a request that finds the session locked waits for 20 ms, goes on without the lock, and its write fails; phpredis 6 waits for 2 s, and then `session_start()` fails. Locks have to end with the longest page, and requests to wait for longer. The handler `rediscluster` has no locks, whatever it is set to.',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 30\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1650\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = "On"\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.lock_expire = 30\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1650\nredis.session.locking_enabled = "1"\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = Off\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.lock_expire = 30\nredis.session.lock_wait_time = 20000\nredis.session.lock_retries = 1650\nredis.session.locking_enabled = 1\n',
        },
        {
            text: 'session.save_handler = redis\nmax_execution_time = 0\nredis.session.lock_wait_time = 50000\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 60\nredis.session.lock_retries = 1320\nmax_execution_time = 0\nredis.session.lock_wait_time = 50000\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\n',
            marks: ['redis'],
        },
        {
            text: 'session.save_handler = rediscluster\nredis.session.locking_enabled = 1\n',
            marks: ['rediscluster'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n' },
        { text: 'session.save_handler = memcached\n' },
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = ${LOCKING}\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('redis-locking-off', setUp);
        if (!handler || !weakness) {
            return [];
        }
        const { node } = handler;
        const lock = lockOf(setUp);
        // With several servers they would not be given back.
        const hasSeveral = (redisPath(context)?.servers.length ?? 0) > 1;
        return [
            {
                range: valueOrName(node),
                message: textOf(weakness),
                ...(lock &&
                    !hasSeveral && {
                        fixes: () => {
                            const settings = [['redis.session.locking_enabled', '1'] as const, ...waiting(lock)];
                            return [settingsFix(context, 'Lock sessions', { settings, near: node })];
                        },
                    }),
            },
        ];
    },
};

/** Seconds that a lock may live where nothing limits a page. */
const LONGEST = 60;

/** So that requests of one session wait for each other: with its defaults, phpredis 5.3 waits for 20 ms. */
function waiting({ expiryMs, outwaiting }: SessionLock): Settings {
    const isLimited = expiryMs !== undefined && Number.isFinite(expiryMs);
    return outwaiting(isLimited ? expiryMs : 1000 * LONGEST) ?? [];
}
