import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { portIn } from '../../support/session/ports.ts';
import { clusterPath, redisPath } from '../../support/session/redisPath.ts';

/** A Sentinel's own port. */
const SENTINEL = 26_379;

/** The classes of phpredis know Sentinels, its session handlers do not. */
export const redisSentinel: Rule = {
    code: 'redis-sentinel',
    severity: 'warning',
    title: 'A Sentinel keeps no sessions',
    reason: 'On port 26379 a Sentinel answers, which says where Redis\u2019s master is and keeps nothing itself. phpredis has a class for that; its session handlers do not ask Sentinels, and no session starts. Name the master, or what leads to it: a proxy that asks the Sentinels, or an address that moves with the master.',
    link: 'https://github.com/phpredis/phpredis/blob/develop/sentinel.md',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:26379?weight=1"\n',
            marks: ['26379'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "sentinel-1:26379,sentinel-2:26379"\n',
            marks: ['26379', '26379'],
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:26379"\n',
            marks: ['h:26379'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "unix:///run/26379.sock"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:26379"\n' },
    ],
    check(context) {
        const path = redisPath(context);
        const cluster = clusterPath(context);
        const found: (readonly [(typeof path & object) | (typeof cluster & object), Piece])[] = [];
        for (const { url } of path?.servers ?? []) {
            const written = portIn(url.whole);
            if (path && written?.number === SENTINEL && !written.isWrong) {
                found.push([path, written.port]);
            }
        }
        for (const { parameter } of cluster?.seeds ?? []) {
            if (cluster && parameter.value.endsWith(`:${SENTINEL}`) && parameter.writtenValue) {
                found.push([cluster, parameter.writtenValue]);
            }
        }
        return found.map(([{ node, value }, piece]) => ({
            range: placeOf(node, value, piece),
            message:
                'On 26379 a Sentinel answers, which keeps no sessions: the handler asks none where Redis is. Name the master, or a proxy that leads to it.',
        }));
    },
};
