import type { DocumentContext } from '../../../model/documentContext.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import type { Piece } from '../../../phpIni/syntax/savePath.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, settingsFix, valueFix } from '../../support/fixes.ts';
import { withoutParameters } from '../../support/session/parameters.ts';
import { memcachedPath, urlPath, type MemcachedPath, type UrlPath } from '../../support/store.ts';

/** Transports of PHP that Redis can be reached by. */
const redisSchemes = /^(?:tcp|udp|tls|ssl|tlsv1(?:\.\d)?|unix|udg|file)$/i;

/** The memcached handler (other than memcache and redis) takes `host:port`: it looks a host named `tcp` up. */
export const pathScheme: Rule = {
    code: 'path-scheme',
    severity: 'error',
    title: 'The handler does not take such a URL',
    reason: 'The handlers `memcache` and `redis` take `tcp://host:port`; `memcached` takes `host:port`. It reads `tcp` as the name of a host, looks that up, and no session starts. The redis handler takes `tcp://`, `tls://` and `unix://`; with `redis://` or `http://` it cannot connect.',
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
        const redis = urlPath(context, 'redis');
        return redis ? inRedis(context, redis) : [];
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

function inRedis(context: DocumentContext, { node, value, servers }: UrlPath): RuleDiagnostic[] {
    const wrong = servers.find(({ scheme }) => scheme && !redisSchemes.test(scheme.text));
    if (!wrong?.scheme) {
        return [];
    }
    const message = `The redis handler cannot connect by ${wrong.scheme.text}://. Write tcp://, or tls:// for an encrypted connection.`;
    const bare = value.replaceAll(/\brediss:\/\//gi, 'tls://').replaceAll(/\b(?:redis|https?):\/\//gi, 'tcp://');
    const title = `Write ${bare.slice(wrong.scheme.start).split(':', 1).join('')}://`;
    return [
        {
            range: placeOf(node, value, { start: wrong.scheme.start, end: wrong.scheme.end + 3 }),
            message,
            fixes: () => (bare === value ? [] : [valueFix(context, title, { node, value: bare, preferred: true })]),
        },
    ];
}
