import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import { parseRedisClusterPath } from '../../../phpIni/savePaths/redisCluster.ts';
import { redisParameter } from '../../../phpIni/savePaths/redisParameters.ts';
import { parseUrlPath } from '../../../phpIni/savePaths/urlPath.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { RuleDiagnostic, Fix, Rule } from '../../rule.ts';
import { settingsFix, valueFix } from '../../support/fixes.ts';
import { proxyFix } from '../../support/session/proxy.ts';
import { pathFor, placesFor } from '../../support/store.ts';

/** Unix sockets are paths as well: only what is surely a directory of session files counts. */
const sessionDirectory =
    /^(?:\d+;)*(?:\/(?:tmp|var\/tmp|var\/lib\/php\d*(?:\/[^\s.]*)?|(?:\S*\/)?sessions?)\/?|[a-z]:\\[\w\\ -]*)$/i;
const hostAndPort = /^(?:(?:tcp|tls|redis):\/\/)?[a-z0-9_.-]+:\d{2,5}(?:[,?\s].*)?$|^(?:tcp|tls|redis|unix):\/\//i;
const seeds = /(?:^|[?&])seed(?:\[|%5B)/i;
const noPath = { memcached: 'sessions do not start', memcache: 'PHP crashes', redis: 'sessions do not start' } as const;

/** Handler and path that belong to different ways of keeping sessions: no session would start. */
export const handlerPathMismatch: Rule = {
    code: 'handler-path-mismatch',
    severity: 'error',
    title: 'Save handler and save path do not belong together',
    reason: 'Each save handler has its own form of path. The handlers of memcached and Redis take a directory for a Unix socket, the files handler takes `host:port` for a directory: in both cases no session starts. Without a path the memcached and redis handlers start no session, and the memcache handler takes PHP down with it. `seed[]=host:port` is the form of the handler `rediscluster`: to the handler `redis` it is the name of a host.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        {
            text: 'session.save_handler = files\nsession.save_path = "sessions.internal:11211"\n',
            marks: ['"sessions.internal:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "sessions.internal:11211"\n',
        },
        {
            text: 'session.save_handler = files\nsession.save_path = "tcp://cache:6379?database=2"\n',
            marks: ['"tcp://cache:6379?database=2"'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://cache:6379?database=2"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "/var/lib/php/sessions"\n',
            marks: ['"/var/lib/php/sessions"'],
            fixed: 'session.save_handler = files\nsession.save_path = "/var/lib/php/sessions"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "tcp://cache:6379"\n',
            marks: ['"tcp://cache:6379"'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://cache:6379"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path =\n',
            marks: ['session.save_path'],
            fixed: 'session.save_handler = files\nsession.save_path =\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = /tmp\n',
            facts: {
                environments: [
                    {
                        name: 'shop',
                        stores: [{ node: 's', host: 'shop-store-1', aliases: [], port: 11211, running: true }],
                        applications: [],
                    },
                ],
            },
            marks: ['/tmp'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "shop-store-1:11211"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = /tmp\n',
            marks: ['/tmp'],
            fixed: 'session.save_handler = files\nsession.save_path = /tmp\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "seed[]=h:7000&seed[]=i:7000&auth=x"\n',
            marks: ['"seed[]=h:7000&seed[]=i:7000&auth=x"'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000&auth=x"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?timeout=1&seed[]=i:7000"\n',
            marks: ['"tcp://h:6379?timeout=1&seed[]=i:7000"'],
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "/var/run/redis/redis.sock"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "5;/tmp"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "C:\\sessions"\n' },
        { text: 'session.save_handler = files\nsession.save_path =\n' },
        { text: 'session.save_path = "/tmp"\n' },
    ],
    check(context) {
        const files = pathFor(context, 'files');
        if (files) {
            return hostAndPort.test(files.value) ? [serversForFiles(context, files)] : [];
        }
        for (const handler of ['memcached', 'memcache', 'redis'] as const) {
            const path = pathFor(context, handler);
            if (path) {
                return notServers(context, path, handler);
            }
        }
        return [];
    },
};

function serversForFiles(context: DocumentContext, { node, value }: Effective): RuleDiagnostic {
    const ports = parseUrlPath(value).map(({ port }) => port?.text);
    const isRedis = ports.includes('6379') || /^(?:redis|tls):|[?&]database=/i.test(value);
    const handlers = isRedis ? ['redis'] : value.includes('://') ? ['memcache', 'redis'] : ['memcached', 'redis'];
    return {
        range: valueOrName(node),
        message: `The files handler would look for a directory named ${value}. Set session.save_handler to what keeps sessions there.`,
        fixes: () => handlers.map(handler => handlerFix(context, handler, node)),
        related: relatedHandler(context),
    };
}

function notServers(
    context: DocumentContext,
    { node, value }: Effective,
    handler: keyof typeof noPath,
): RuleDiagnostic[] {
    const range = valueOrName(node);
    const related = relatedHandler(context);
    const toFiles = () => handlerFix(context, 'files', node);
    if (value.trim() === '') {
        const message = `The ${handler} handler needs servers, as host:port: with an empty path ${noPath[handler]}.`;
        return [{ range, message, related, fixes: () => [...storeFixes(context, node, handler), toFiles()] }];
    }
    if (sessionDirectory.test(value)) {
        const message = `The ${handler} handler would take ${value} for a Unix socket. Write the servers, as host:port.`;
        return [{ range, message, related, fixes: () => [...storeFixes(context, node, handler), toFiles()] }];
    }
    if (handler === 'redis' && seeds.test(value)) {
        const isCluster = value.startsWith('seed');
        const message = `Seeds are of the rediscluster handler: the redis handler ${isCluster ? 'looks for a host of this name, and no session starts' : 'does not look at them'}.`;
        const toCluster = () => (isClusterPath(value) ? [handlerFix(context, 'rediscluster', node)] : []);
        return [{ range, message, related, fixes: toCluster }];
    }
    if (handler === 'memcached' && /^(?:(?:tcp|tls):\/\/[^\s,/]+:6379\b|redis:)/i.test(value)) {
        const message = `This is a path for the redis handler: the memcached handler takes no URLs, and no session would start.`;
        return [{ range, message, related, fixes: () => [handlerFix(context, 'redis', node)] }];
    }
    return [];
}

function handlerFix(context: DocumentContext, handler: string, near: Effective['node']): Fix {
    const settings = [['session.save_handler', handler]] as const;
    return settingsFix(context, `Set session.save_handler to ${handler}`, { settings, near });
}

function storeFixes(context: DocumentContext, node: Effective['node'], handler: string): Fix[] {
    return placesFor(context, handler).map(({ name, path, isProxy }) =>
        isProxy
            ? proxyFix(context, `Use ${name}`, { near: node })
            : valueFix(context, `Use ${name}`, { node, value: path }),
    );
}

function relatedHandler(context: DocumentContext) {
    const handler = context.effective('session.save_handler');
    return handler ? [{ range: handler.node.range, message: 'The handler is chosen here.' }] : [];
}

/** Whether the rediscluster handler takes all of it. */
function isClusterPath(value: string): boolean {
    const { seeds, parameters, refusal } = parseRedisClusterPath(value);
    return (
        refusal === undefined &&
        seeds.every(({ parameter }) => /^(?:(?:tcp|tls|ssl):\/\/)?[\w.-]+:\d{1,5}$/.test(parameter.value)) &&
        parameters.every(({ name }) => redisParameter('rediscluster', name))
    );
}
