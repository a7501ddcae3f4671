import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece } from '../../../phpIni/syntax/savePath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { memcachedPath, urlPath } from '../../support/store.ts';

const ownPort: Readonly<Record<string, string>> = { memcached: '11211', memcache: '11211', redis: '6379' };

/** libmemcached cuts the number to 16 bits, and makes 11211 of what is no number, without a message. */
export const portRange: Rule = {
    code: 'port-range',
    severity: 'error',
    title: 'No such port exists',
    reason: 'Ports are numbers from 1 to 65535. Of a larger one the memcached handler uses the lower 16 bits, for what is no number it takes 11211, both without a message. The handlers `memcache` and `redis` refuse the path, and no session starts.',
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
            return ports.filter(({ text }) => !isPort(text)).map(port => diagnostic(context, path, port, 'memcached'));
        }
        for (const handler of ['redis', 'memcache'] as const) {
            const urls = urlPath(context, handler);
            if (urls) {
                return urls.servers
                    .flatMap(({ port }) => port ?? [])
                    .filter(({ text }) => /^[\w-]+$/.test(text) && !isPort(text))
                    .map(port => diagnostic(context, urls, port, handler));
            }
        }
        return [];
    },
};

/** Without brackets: what would be the port belongs to the address. */
function isIpv6(text: string): boolean {
    return /^[\da-f]*(?::[\da-f]*){2,}$/i.test(text) && (text.includes('::') || text.split(':').length > 4);
}

function isPort(text: string): boolean {
    return /^0*\d{1,5}(?!\d)/.test(text) && Number.parseInt(text, 10) <= 65_535;
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    port: Piece,
    handler: string,
): RuleDiagnostic {
    const own = ownPort[handler] ?? '';
    const mended = value.slice(0, port.start) + own + value.slice(port.end);
    return {
        range: placeOf(node, value, port),
        message: `${port.text} is no port: ${consequence(port.text, handler)}.`,
        fixes: () => [valueFix(context, `Change to ${own}`, { node, value: mended })],
    };
}

function consequence(port: string, handler: string): string {
    if (handler !== 'memcached') {
        return `the ${handler} handler refuses the path, and no session starts`;
    }
    const used = /^\d{1,15}/.exec(port);
    return `${used ? Number(used[0]) % 65_536 : 11_211} is used, without a message`;
}
