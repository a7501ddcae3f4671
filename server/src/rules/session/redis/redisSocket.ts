import type { DocumentContext } from '../../../model/documentContext.ts';
import type { RedisServer } from '../../../phpIni/savePaths/redis.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { pathFix, redisPath, type RedisPath } from '../../support/session/redisPath.ts';

/** With a scheme or a slash in front, and a port behind that a socket has not. */
const written = /^(?:[a-z]+:\/*|\/+)(?<socket>(?:[\w.-]+\/)+[\w.-]+)(?<port>:\d*)?(?=$|[?#])/i;

/** Only one form has a scheme, and no port. */
export const redisSocket: Rule = {
    code: 'redis-socket',
    severity: 'error',
    title: 'A Unix socket is written unix:///path',
    reason: 'phpredis connects to a socket by `unix:///run/redis.sock`, or by `/run/redis.sock` alone, with parameters behind a question mark; a socket has no port. Of `tcp:///run/redis.sock` it can make nothing, and no session starts. `//run/redis.sock` and `unix://run/redis.sock` are a host named `run` to it.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp:///var/run/redis/redis.sock:6379"\n',
            marks: ['tcp:///var/run/redis/redis.sock:6379'],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///var/run/redis/redis.sock"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "//var/run/redis/redis.sock?weight=1"\n',
            marks: ['//var/run/redis/redis.sock'],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///var/run/redis/redis.sock?weight=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "unix://run/redis.sock?database=1"\n',
            marks: ['unix://run/redis.sock'],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock?database=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = /run/redis.sock:0\n',
            marks: ['/run/redis.sock:0'],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "UNIX:///run/a.sock, unix:///run/b.sock:6379"\n',
            marks: ['UNIX:///run/a.sock', 'unix:///run/b.sock:6379'],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///run/a.sock, unix:///run/b.sock"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock?weight=1"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = /run/redis.sock\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "unix:/run/redis.sock, file:///run/redis.sock"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp:/run/redis.sock"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "//redis:6379?weight=1"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "unix:///run/memcached.sock:0"\n' },
    ],
    check(context) {
        const path = redisPath(context);
        return path ? path.servers.flatMap(server => diagnostic(context, path, server) ?? []) : [];
    },
};

/** The path of the socket that is meant, and what has to be replaced by it; undefined of what is well, or none. */
export function socketIn({
    url: { whole, host, path },
}: RedisServer): { readonly socket: string; readonly end: number } | undefined {
    const found = written.exec(whole.text);
    const { groups } = found ?? {};
    const socket = groups?.socket ?? '';
    const isWell = !host && path?.text.startsWith('/') === true && groups?.port === undefined;
    // Of what has a host to phpredis, only what is named as sockets are is surely none.
    const isSocket = socket.endsWith('.sock') || (whole.text.includes('///') && !host);
    return found && !isWell && isSocket ? { socket: `/${socket}`, end: whole.start + found[0].length } : undefined;
}

function diagnostic(context: DocumentContext, path: RedisPath, server: RedisServer): RuleDiagnostic | undefined {
    const found = socketIn(server);
    if (!found) {
        return undefined;
    }
    const piece = { start: server.url.whole.start, end: found.end };
    const text = `unix://${found.socket}`;
    return {
        range: placeOf(path.node, path.value, piece),
        message: `${consequence(server)}: a Unix socket is written ${text}.`,
        fixes: () => [pathFix(context, `Write ${text}`, { path, changes: [{ piece, text }], preferred: true })],
    };
}

function consequence({ refusal, connection, url: { host } }: RedisServer): string {
    if (refusal === 'url' || refusal === 'place') {
        return 'phpredis cannot take this apart, and no session starts';
    }
    return host && connection?.transport !== 'unix'
        ? `phpredis looks for a host named ${host.text}`
        : 'phpredis looks for a socket of just this name, port included';
}
