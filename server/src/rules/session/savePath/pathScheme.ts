import type { DocumentContext } from '../../../model/documentContext.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import { isTransport } from '../../../phpIni/savePaths/redisConnection.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, settingsFix } from '../../support/fixes.ts';
import { meantTransport, schemeWithoutSlashes } from '../../support/session/meantPath.ts';
import { withoutParameters } from '../../support/session/parameters.ts';
import {
    clusterPath,
    pathFix,
    redisPath,
    type ClusterPath,
    type PieceChange,
    type RedisPath,
} from '../../support/session/redisPath.ts';
import { memcachedPath, type MemcachedPath } from '../../support/store.ts';

/** The memcached handler (other than memcache and redis) takes `host:port`: it looks a host named `tcp` up. */
export const pathScheme: Rule = {
    code: 'path-scheme',
    severity: 'error',
    title: 'The handler does not take such a URL',
    reason: 'The handlers `memcache` and `redis` take `tcp://host:port`; `memcached` takes `host:port`. It reads `tcp` as the name of a host, looks that up, and no session starts. The redis handler takes `tcp://`, `tls://` and `unix://`; with `redis://`, `http://` or `TCP://` it cannot connect.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "tcp://h:11211"\n',
            marks: ['tcp://'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = tcp://h:11211,tcp://i:11211\n',
            marks: ['tcp://'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "unix:///run/memcached.sock"\n',
            marks: ['unix://'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "unix:/run/memcached.sock"\n',
            marks: ['unix:'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "tcp://h:11211?persistent=1&weight=1, tcp://i:11211"\n',
            marks: ['tcp://'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211, i:11211"\nmemcached.sess_persistent = On\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "rediss://h:6379?database=1"\n',
            marks: ['rediss://'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?database=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "redis://h:6379, TCP://i:6379"\n',
            marks: ['redis://', 'TCP://'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379, tcp://i:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp:h:6379?weight=1"\n',
            marks: ['tcp:'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=rediss://h:7000&seed[]=i:7000"\n',
            marks: ['rediss://'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&seed[]=i:7000"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379, tls://i:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock?weight=1"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\n' },
        { text: 'session.save_path = "tcp://h:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = tcp://h:11211?persistent=1\n' },
    ],
    check(context) {
        const memcached = memcachedPath(context);
        if (memcached) {
            return inMemcached(context, memcached);
        }
        const redis = redisPath(context);
        const cluster = clusterPath(context);
        return [...(redis ? inRedis(context, redis) : []), ...(cluster ? inCluster(context, cluster) : [])];
    },
};

/** Also the `unix:/run/memcached.sock` of other clients. */
function inMemcached(context: DocumentContext, { node, value, servers }: MemcachedPath): RuleDiagnostic[] {
    const server = servers.find(({ scheme, host, port }) => scheme ?? isUnix(host, port));
    const scheme = server?.scheme ?? server?.host;
    // Redis is another rule's matter: there the handler is wrong.
    if (!server || !scheme || /:6379\b/.test(server.whole.text) || scheme.text.toLowerCase() === 'redis') {
        return [];
    }
    const sign = server.scheme ? '://' : ':';
    const instead = isUnix(scheme, server.port) ? 'the path of the socket' : 'host:port';
    return [
        {
            range: placeOf(node, value, { start: scheme.start, end: scheme.end + sign.length }),
            message: `The memcached handler takes no ${scheme.text}${sign} and would look for a host named "${scheme.text}". Write ${instead}.`,
            fixes: () => withoutSchemes(context, node, value),
        },
    ];
}

function isUnix({ text }: Piece, port: Piece | undefined): boolean {
    return text.toLowerCase() === 'unix' && port !== undefined && !/^\d*$/.test(port.text);
}

/** What follows the question mark is of no use to the handler either. */
function withoutSchemes(context: DocumentContext, node: AssignmentNode, value: string): Fix[] {
    const plain = value
        .replaceAll(/\b(?:tcp|https?|memcached?):\/\//gi, '')
        .replaceAll(/\bunix:\/{0,2}(?=\/[^/])/gi, '');
    const { path, settings } = withoutParameters(plain);
    const isPersistent = settings.length > 0;
    const title = isPersistent ? 'Remove the scheme, and set memcached.sess_persistent' : 'Remove the scheme';
    const all = [[node.name, path] as const, ...settings];
    return plain === value ? [] : [settingsFix(context, title, { settings: all, near: node, preferred: true })];
}

function inRedis(context: DocumentContext, path: RedisPath): RuleDiagnostic[] {
    return path.servers.flatMap(({ url: { whole, scheme, host }, connection }) => {
        // `unix://h/x` is a socket that is written badly.
        if (!scheme || scheme.text === 'unix') {
            return [];
        }
        const isWithoutSlashes = schemeWithoutSlashes(whole.text) !== undefined;
        const slashes = { start: scheme.start, end: isWithoutSlashes ? scheme.end + 1 : scheme.end + 3 };
        const isWrong = host && !connection && !isTransport(scheme.text);
        const text = `${meantTransport(scheme.text)}://`;
        return isWrong || isWithoutSlashes
            ? [
                  schemeDiagnostic(
                      context,
                      path,
                      { piece: slashes, text },
                      whole.text.slice(0, slashes.end - slashes.start),
                  ),
              ]
            : [];
    });
}

/** Also in what is to be several seeds. */
function inCluster(context: DocumentContext, path: ClusterPath): RuleDiagnostic[] {
    return path.seeds.flatMap(({ parameter: { writtenValue } }) =>
        [...(writtenValue?.text ?? '').matchAll(/(?<=^|[,;\s=])([a-z][a-z\d+.-]*):\/\/(?=[\w.-]+(?::\d|[,;\s]|$))/gi)]
            .filter(({ 1: scheme = '' }) => !isTransport(scheme))
            .map(({ 0: written, 1: scheme = '', index }) => {
                const start = (writtenValue?.start ?? 0) + index;
                const change = { piece: { start, end: start + written.length }, text: `${meantTransport(scheme)}://` };
                return schemeDiagnostic(context, path, change, written);
            }),
    );
}

function schemeDiagnostic(
    context: DocumentContext,
    path: RedisPath | ClusterPath,
    change: PieceChange,
    written: string,
): RuleDiagnostic {
    return {
        range: placeOf(path.node, path.value, change.piece),
        message: `The redis handler cannot connect by ${written}. Write tcp://, or tls:// for an encrypted connection.`,
        fixes: () => [pathFix(context, `Write ${change.text}`, { path, changes: [change], preferred: true })],
    };
}
