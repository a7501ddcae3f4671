import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** The files handler and memcached lock; a move to Redis loses that silently. */
export const redisLockingOff: Rule = {
    code: 'redis-locking-off',
    severity: 'hint',
    title: 'Sessions in Redis are not locked',
    reason: 'Other than the handlers `files` and `memcached`, the redis handler does not lock sessions unless `redis.session.locking_enabled` is on: of two requests of one user at the same time, the one that ends last overwrites what the other has stored. The directive is read as a number: `"On"` in quotes is 0. The handler `rediscluster` has no locks, whatever it is set to.',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = "On"\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = "1"\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = Off\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n',
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
        const settings = [['redis.session.locking_enabled', '1']] as const;
        return [
            {
                range: valueOrName(node),
                message: textOf(weakness),
                ...(lockOf(setUp) && {
                    fixes: () => [settingsFix(context, 'Lock sessions', { settings, near: node })],
                }),
            },
        ];
    },
};
