import type { Rule } from '../../rule.ts';
import { urlPath } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** The lock and its session may live on different servers. */
export const redisLockingSeveral: Rule = {
    code: 'redis-locking-several',
    severity: 'information',
    title: 'Locks in Redis are made for one server',
    reason: 'phpredis supports session locks with one Redis server only. With several servers in the path, chosen by weight for each session, its authors do not vouch for them.',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\nredis.session.locking_enabled = 1\n',
            marks: ['redis.session.locking_enabled = 1'],
        },
    ],
    passing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\nredis.session.locking_enabled = 1\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\n' },
    ],
    check(context) {
        const locking = context.effective('redis.session.locking_enabled');
        const path = urlPath(context, 'redis');
        if (!path || !locking || (integerOf(locking.value) ?? 0) === 0) {
            return [];
        }
        const count = path.servers.length;
        return count < 2
            ? []
            : [
                  {
                      range: locking.node.range,
                      message: `phpredis supports session locks with one server; the path has ${count}.`,
                      related: [{ range: path.node.range, message: 'The servers are set here.' }],
                  },
              ];
    },
};
