import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import { LONGEST } from '../../../phpIni/savePaths/redisCluster.ts';
import { floatOf, intOf } from '../../../phpIni/savePaths/redisValues.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { clusterPath, pathFix, redisPath, type ClusterPath, type RedisPath } from '../../support/session/redisPath.ts';
import { memcachePath } from '../../support/store.ts';

/** Both extensions refuse a weight or a time-out of 0, and `host:port` cannot carry parameters for Redis. */
export const pathParameter: Rule = {
    code: 'path-parameter',
    severity: 'error',
    title: 'The handler refuses these parameters',
    reason: 'The handlers `memcache` and `redis` refuse a whole path in which a `weight` or a `timeout` is not above 0, which what is no number is: no session starts. The handler `rediscluster` refuses time-outs below 0 and above 2147483647. The redis handler takes parameters only behind a URL with `tcp://`, or a bare name: it reads `host:6379?weight=1` as something else, and cannot connect.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&timeout=0"\n',
            marks: ['timeout=0'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&timeout=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=heavy&database=1"\n',
            marks: ['weight=heavy'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&database=1"\n',
        },
        {
            text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?weight=0"\n',
            marks: ['weight=0'],
            fixed: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?weight=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "h:6379?auth=secret"\n',
            marks: ['h:6379'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=secret"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&timeout=-1"\n',
            marks: ['timeout=-1'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&timeout=1"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=2&timeout=0.5"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "h:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "h?database=1"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=0,25"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "h:11211?weight=1"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&timeout=0&weight=0"\n' },
    ],
    check(context) {
        const redis = redisPath(context);
        if (redis) {
            return [...withoutScheme(context, redis), ...inRedis(context, redis)];
        }
        const cluster = clusterPath(context);
        if (cluster) {
            return inCluster(context, cluster);
        }
        const memcache = memcachePath(context);
        return memcache && !/[<>]/.test(memcache.value)
            ? memcache.servers.flatMap(({ parameters }) =>
                  parameters.filter(isZero).map(parameter => refused(context, memcache, parameter)),
              )
            : [];
    },
};

function isZero({ name, value }: Parameter): boolean {
    const isNumber = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(value);
    return isNumber && ((name === 'weight' && intOf(value) <= 0) || (name === 'timeout' && floatOf(value) <= 0));
}

function inRedis(context: DocumentContext, path: RedisPath): RuleDiagnostic[] {
    return path.servers.flatMap(({ url: { parameters }, weight, timeout }) => {
        const last = (name: string) => parameters.findLast(one => one.name === name);
        const found = [weight <= 0 ? last('weight') : undefined, timeout <= 0 ? last('timeout') : undefined];
        return found.flatMap(one => (one ? [refused(context, path, one)] : []));
    });
}

function inCluster(context: DocumentContext, path: ClusterPath): RuleDiagnostic[] {
    const isRefused = (seconds: number): boolean => seconds < 0 || seconds > LONGEST;
    const names = [isRefused(path.timeout) ? 'timeout' : '', isRefused(path.readTimeout) ? 'read_timeout' : ''];
    const found = names.map(name => path.parameters.findLast(one => one.name === name));
    return found.flatMap(parameter => (parameter ? [refused(context, path, parameter)] : []));
}

function refused(
    context: DocumentContext,
    path: Effective,
    { whole, name, value, writtenName }: Parameter,
): RuleDiagnostic {
    const limit = floatOf(value) > 0 ? `it has to be ${LONGEST} at most` : 'it has to be above 0';
    return {
        range: placeOf(path.node, path.value, whole),
        message: `${name} = ${value} is refused, and no session starts: ${limit}.`,
        fixes: () => [
            pathFix(context, 'Change to 1', { path, changes: [{ piece: whole, text: `${writtenName.text}=1` }] }),
        ],
    };
}

/** To PHP, `h` of `h:6379?…` is a scheme, and 6379 a path. */
function withoutScheme(context: DocumentContext, path: RedisPath): RuleDiagnostic[] {
    return path.servers.flatMap(({ url: { whole, scheme, host, path: port } }) => {
        if (!scheme || host || !port || !/^\d+$/.test(port.text)) {
            return [];
        }
        const start: Piece = { text: '', start: whole.start, end: whole.start };
        return [
            {
                range: placeOf(path.node, path.value, { start: whole.start, end: port.end }),
                message: 'The redis handler takes parameters only behind a URL: this it cannot connect to.',
                fixes: () => [
                    pathFix(context, 'Write tcp://', {
                        path,
                        changes: [{ piece: start, text: 'tcp://' }],
                        preferred: true,
                    }),
                ],
            },
        ];
    });
}
