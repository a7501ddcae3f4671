import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import { parseMemcachedPath, type MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import { parseRedisClusterPath } from '../../../phpIni/savePaths/redisCluster.ts';
import { parseUrlPath, type UrlServer } from '../../../phpIni/savePaths/urlPath.ts';
import type { RuleDiagnostic, Fix, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { proxyFix } from '../../support/session/proxy.ts';
import { handlerOf, pathFor, placesFor } from '../../support/store.ts';

/** What documentation writes where a reader's own server belongs. */
const angled = /<[^<>]*>/;
const host =
    /^(?:your[-_.].*|.*[-_]here|x+(?:\.x+){3}|(?:memcached|redis)[-_](?:host|server|ip)[-_](?:name|address))$/i;

const store = (number: number) => ({
    node: `shop-store-${number}`,
    host: `shop-store-${number}`,
    aliases: [],
    port: 11211,
    running: true,
});

/** The text of a manual, pasted: a host of that name does not exist. */
export const pathPlaceholder: Rule = {
    code: 'path-placeholder',
    severity: 'error',
    title: 'The save path still holds a placeholder',
    reason: 'Manuals write `< server >:11211` or `your-host:11211` where the name of a server belongs. The handler looks just that name up, and no session starts.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "< server >:11211"\n',
            facts: { environments: [{ name: 'shop', stores: [store(1)], applications: [] }] },
            marks: ['< server >:11211'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "shop-store-1:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = <server1>:11211,cache:11211\n',
            facts: { environments: [{ name: 'shop', stores: [store(1), store(2)], applications: [] }] },
            marks: ['<server1>:11211'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "shop-store-1:11211,cache:11211"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://your-redis-host:6379"\n',
            marks: ['tcp://your-redis-host:6379'],
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=your-node:7000&seed[]=tls://your-other-node:7000"\n',
            marks: ['your-node:7000', 'tls://your-other-node:7000'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://<name of the host>:6379?auth=<password>"\n',
            marks: ['tcp://<name of the host>:6379'],
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "server:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "yourshop.internal:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "{{.Servers}}"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "${HOST}:11211"\n' },
        { text: 'session.save_path = "< server >:11211"\n' },
    ],
    check(context) {
        const path = pathFor(context, 'memcached', 'memcache', 'redis', 'rediscluster');
        return path ? placeholders(path, handlerOf(context)).map(piece => diagnostic(context, path, piece)) : [];
    },
};

function placeholders({ value }: Effective, handler: string | undefined): Piece[] {
    if (angled.test(value)) {
        // With the port behind, as one server: there may be blanks within.
        return [...value.matchAll(/<[^<>]*>[^\s,;<>&?]*/g)]
            .map(({ 0: text, index }) => startingEarlier(value, index, index + text.length))
            .filter(({ start }) => !/auth[\]\w]{0,20}=$/.test(value.slice(Math.max(0, start - 30), start)));
    }
    const servers = handler === 'memcached' ? parseMemcachedPath(value) : parseUrlPath(value);
    const seeds = handler === 'rediscluster' ? parseRedisClusterPath(value).seeds : [];
    return [
        ...servers.flatMap(server => (host.test(nameOf(server)) ? [server.whole] : [])),
        ...seeds.flatMap(({ parameter: { writtenValue } }) =>
            writtenValue && host.test(/^(?:[a-z]+:\/\/)?([^:]*)/i.exec(writtenValue.text)?.[1] ?? '')
                ? [writtenValue]
                : [],
        ),
    ];
}

/** To PHP, a name alone is a path. */
function nameOf(server: MemcachedServer | UrlServer): string {
    return server.host?.text ?? ('path' in server ? server.path.text : undefined) ?? '';
}

/** With the scheme in front. */
function startingEarlier(value: string, from: number, end: number): Piece {
    let start = from;
    while (start > 0 && /[^\s,<>=]/.test(value.charAt(start - 1))) {
        start--;
    }
    return { text: value.slice(start, end), start, end };
}

function diagnostic(context: DocumentContext, path: Effective, piece: Piece): RuleDiagnostic {
    return {
        range: placeOf(path.node, path.value, piece),
        message: `${piece.text} is a placeholder: write the host and port of your server.`,
        fixes: () => fixes(context, path, piece),
    };
}

function fixes(context: DocumentContext, { node, value }: Effective, { start, end }: Piece): Fix[] {
    const places = placesFor(context, handlerOf(context));
    const preferred = places.length === 1 && context.facts.environment !== undefined;
    return places.map(({ name, path, isProxy }) =>
        isProxy
            ? proxyFix(context, `Use ${name}`, { near: node, preferred })
            : valueFix(context, `Use ${name}`, {
                  node,
                  value: value.slice(0, start) + path + value.slice(end),
                  preferred,
              }),
    );
}
