import { serverOfSession, type RedisServer } from '../../../phpIni/savePaths/redis.ts';
import { serverName } from '../../../phpIni/savePaths/servers.ts';
import type { Rule } from '../../rule.ts';
import { redisPath, type RedisPath } from '../../support/session/redisPath.ts';
import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** It takes a lock where the session is, and gives it back where its key would be. */
export const redisLockingSeveral: Rule = {
    code: 'redis-locking-several',
    severity: 'warning',
    title: 'With several servers, locks in Redis are not given back',
    reason: 'phpredis supports session locks with one Redis server only. With several, it chooses the server of a session by the first letters of its id, and takes the lock there; when it gives the lock back, it chooses by the first letters of the key, which is the prefix: always the same server. The locks of all other sessions stay until they expire, and each further request of such a session waits for that (measured with 5.3.7 and 6.2.0).',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\nredis.session.locking_enabled = 1\n',
            marks: ['redis.session.locking_enabled = 1'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=3&prefix=S:, tcp://h:6380?prefix=S:"\nredis.session.locking_enabled = On\n',
            marks: ['redis.session.locking_enabled = On'],
        },
    ],
    passing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\nredis.session.locking_enabled = 1\n',
        },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\n' },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=se,cret"\nredis.session.locking_enabled = 1\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?prefix=,tcp://i:6379?prefix="\nredis.session.locking_enabled = 1\n',
        },
    ],
    check(context) {
        const locking = context.effective('redis.session.locking_enabled');
        const path = redisPath(context);
        const servers = path ? effectiveServers(path) : [];
        if (!path || !locking || lockOf(sessionSetUp(context))?.isOn !== true) {
            return [];
        }
        const stuck = servers.filter(server => !isGivenBack(server, servers));
        const share = sum(stuck) / sum(servers);
        return stuck.length === 0
            ? []
            : [
                  {
                      range: locking.node.range,
                      message: `With several servers phpredis gives locks back on one of them only: those of about ${Math.round(100 * share)} % of the sessions stay until they expire.`,
                      related: [{ range: path.node.range, message: 'The servers are set here.' }],
                  },
              ];
    },
};

/** A weight that phpredis refuses is taken for 1: that is another rule's matter. */
function effectiveServers({ servers }: RedisPath): RedisServer[] {
    return servers.map(server => ({ ...server, weight: Math.max(1, server.weight) }));
}

function sum(servers: readonly RedisServer[]): number {
    return servers.reduce((total, { weight }) => total + weight, 0);
}

/** Whether the key of a session leads to the server on which the session is. */
function isGivenBack(server: RedisServer, servers: readonly RedisServer[]): boolean {
    const { prefix } = server;
    const other = serverOfSession(servers, prefix);
    const isSame = other === server || (placeOf(server) !== '' && placeOf(server) === placeOf(other));
    return prefix === '' || servers.length === 1 || (prefix.length >= 4 && isSame);
}

function placeOf(server: RedisServer | undefined): string {
    return server?.connection ? serverName(server.connection) : '';
}
