import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { portIn } from '../../support/session/ports.ts';
import { clusterPath, pathFix, redisPath, type PieceChange } from '../../support/session/redisPath.ts';
import { memcachedPath, memcachePath } from '../../support/store.ts';

const ownPort = { memcached: '11211', memcache: '11211', redis: '6379' } as const;

/** libmemcached cuts the number to 16 bits, and makes 11211 of what is no number, without a message. */
export const portRange: Rule = {
    code: 'port-range',
    severity: 'error',
    title: 'No such port exists',
    reason: 'Ports are numbers from 1 to 65535. Of a larger one the memcached handler uses the lower 16 bits, for what is no number it takes 11211, both without a message. The handlers `memcache` and `redis` read the digits in front; where there are none, or they make too large a number, they refuse the path, and no session starts.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:112111"\n',
            marks: ['112111'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:port"\n',
            marks: ['port'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:63790"\n\n[X]\nsession.save_path = "tcp://h:637900"\n',
            marks: ['637900'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:63790"\n\n[X]\nsession.save_path = "tcp://h:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6380x?weight=1"\n',
            marks: ['6380x'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6380?weight=1"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:70000"\n',
            marks: ['70000'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:6379"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211:2, i:65535 1, /run/m.sock:0"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "[::1]:11211"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://[::1]:6379?weight=1"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "${HOST}:${PORT}"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (path) {
            const ports = path.servers
                .filter(
                    ({ isSocket, scheme, host, whole }) =>
                        !isSocket && !scheme && host.text !== '' && !isIpv6(whole.text),
                )
                // What stands behind a blank, a colon or a question mark is for other rules, and so is `unix:`.
                .flatMap(({ host, port }) =>
                    port && /^[^\s?;|]+$/.test(port.text) && host.text.toLowerCase() !== 'unix' ? [port] : [],
                );
            return ports
                .filter(({ text }) => !isPort(text))
                .map(port =>
                    diagnostic(context, path, port, {
                        handler: 'memcached',
                        own: ownPort.memcached,
                        used: usedByMemcached(port.text),
                    }),
                );
        }
        return [...inUrls(context), ...inSeeds(context)];
    },
};

function inUrls(context: DocumentContext): RuleDiagnostic[] {
    const redis = redisPath(context);
    const memcache = memcachePath(context);
    const path = redis ?? memcache;
    const servers = redis?.servers.map(({ url }) => url) ?? memcache?.servers ?? [];
    const ports = servers.flatMap(({ whole }) => portIn(whole) ?? []);
    const handler = redis ? 'redis' : 'memcache';
    return path
        ? ports
              .filter(({ port: { text }, isWrong }) => /^[\w+-]+$/.test(text) && (isWrong || !/^\d+$/.test(text)))
              .map(({ port, number, isWrong }) =>
                  isWrong
                      ? diagnostic(context, path, port, { handler, own: ownPort[handler] })
                      : diagnostic(context, path, port, { handler, own: String(number), used: number }),
              )
        : [];
}

/** Of what is no number at all, phpredis makes 0, which is its own port. */
function inSeeds(context: DocumentContext): RuleDiagnostic[] {
    const path = clusterPath(context);
    return (path?.seeds ?? []).flatMap(({ parameter: { writtenValue } }) => {
        const { text = '', start = 0, end = 0 } = writtenValue ?? {};
        const written = /^(?:[a-z]+:\/\/)?[\w.-]+:([\w-]+)$/i.exec(text)?.[1] ?? '';
        const number = Number.parseInt(written, 10);
        if (!path || written === '' || (/^\d+$/.test(written) && number <= 65_535)) {
            return [];
        }
        const port = { text: written, start: end - written.length, end };
        const isNumber = number > 0 && number <= 65_535;
        const own = isNumber ? String(number) : '6379';
        const used = Number.isNaN(number) ? 6379 : number;
        return [
            diagnostic(context, path, port, { handler: 'rediscluster', own, ...(used <= 65_535 && { used }) }),
        ].filter(() => start < end);
    });
}

/** Without brackets: what would be the port belongs to the address. */
function isIpv6(text: string): boolean {
    return /^[\da-f]*(?::[\da-f]*){2,}$/i.test(text) && (text.includes('::') || text.split(':').length > 4);
}

function isPort(text: string): boolean {
    return /^0*\d{1,5}(?!\d)/.test(text) && Number.parseInt(text, 10) <= 65_535;
}

interface Use {
    readonly handler: string;
    /** To write instead. */
    readonly own: string;
    /** What the handler takes it for; undefined where it refuses the path. */
    readonly used?: number;
}

function diagnostic(
    context: DocumentContext,
    path: Effective,
    port: Piece,
    { handler, own, used }: Use,
): RuleDiagnostic {
    const consequence =
        used === undefined
            ? `the ${handler} handler refuses the path, and no session starts`
            : `${used} is used, without a message`;
    return {
        range: placeOf(path.node, path.value, port),
        message: `${port.text} is no port: ${consequence}.`,
        fixes: () => {
            const changes = [...withScheme(path, port, handler), { piece: port, text: own }];
            return [pathFix(context, `Change to ${own}`, { path, changes })];
        },
    };
}

/** `h:6379?…` is another thing to PHP than `h:port?…`. */
function withScheme({ value }: Effective, port: Piece, handler: string): PieceChange[] {
    const start = /(?<![^\s,;|])[^\s,;|]*$/.exec(value.slice(0, port.start))?.index ?? 0;
    const isBare = /^[\w.-]+:$/.test(value.slice(start, port.start)) && /^[?#]/.test(value.slice(port.end));
    return isBare && handler === 'redis' ? [{ piece: { start, end: start }, text: 'tcp://' }] : [];
}

function usedByMemcached(port: string): number {
    const digits = /^\d{1,15}/.exec(port);
    return digits ? Number(digits[0]) % 65_536 : Number(ownPort.memcached);
}
