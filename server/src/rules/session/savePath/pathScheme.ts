import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece } from '../../../phpIni/syntax/savePath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
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

function inMemcached(context: DocumentContext, { node, value, servers }: MemcachedPath): RuleDiagnostic[] {
    const server = servers.find(({ scheme }) => scheme);
    // Redis is another rule's matter: there the handler is wrong.
    if (!server?.scheme || /:6379\b/.test(server.whole.text) || server.scheme.text.toLowerCase() === 'redis') {
        return [];
    }
    const scheme = server.scheme.text;
    const message = `The memcached handler takes no ${scheme}:// and would look for a host named "${scheme}". Write host:port.`;
    const bare = value.replaceAll(/\b(?:tcp|https?|memcached?|unix):\/\//gi, '');
    return [diagnostic(context, { node, value }, { scheme: server.scheme, message, title: 'Remove the scheme', bare })];
}

function inRedis(context: DocumentContext, { node, value, servers }: UrlPath): RuleDiagnostic[] {
    const wrong = servers.find(({ scheme }) => scheme && !redisSchemes.test(scheme.text));
    if (!wrong?.scheme) {
        return [];
    }
    const message = `The redis handler cannot connect by ${wrong.scheme.text}://. Write tcp://, or tls:// for an encrypted connection.`;
    const bare = value.replaceAll(/\brediss:\/\//gi, 'tls://').replaceAll(/\b(?:redis|https?):\/\//gi, 'tcp://');
    const title = `Write ${bare.slice(wrong.scheme.start).split(':', 1).join('')}://`;
    return [diagnostic(context, { node, value }, { scheme: wrong.scheme, message, title, bare })];
}

interface Parts {
    readonly scheme: Piece;
    readonly message: string;
    readonly title: string;
    readonly bare: string;
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    { scheme, message, title, bare }: Parts,
): RuleDiagnostic {
    return {
        range: placeOf(node, value, { start: scheme.start, end: scheme.end + 3 }),
        message,
        fixes: () => (bare === value ? [] : [valueFix(context, title, { node, value: bare, preferred: true })]),
    };
}
