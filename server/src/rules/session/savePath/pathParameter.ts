import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece, UrlServer } from '../../../phpIni/syntax/savePath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { handlerOf, urlPath } from '../../support/store.ts';

/** Both extensions refuse a weight or a time-out of 0, and `host:port` cannot carry parameters for Redis. */
export const pathParameter: Rule = {
    code: 'path-parameter',
    severity: 'error',
    title: 'The handler refuses these parameters',
    reason: 'The handlers `memcache` and `redis` refuse a whole path in which a `weight` or a `timeout` is not above 0: no session starts. The redis handler takes parameters only behind a URL with `tcp://`: it reads `host:6379?weight=1` as something else, and cannot connect.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&timeout=0"\n',
            marks: ['timeout=0'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&timeout=1"\n',
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
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=2&timeout=0.5"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "h:6379"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "h:11211?weight=1"\n' },
    ],
    check(context) {
        const path = urlPath(context, 'redis', 'memcache');
        return path && !/[<>]/.test(path.value)
            ? path.servers.flatMap(server => diagnostics(context, path, server))
            : [];
    },
};

function diagnostics(context: DocumentContext, path: Effective, server: UrlServer): RuleDiagnostic[] {
    const { scheme, host, port, query } = server;
    const found = server.parameters
        .filter(({ name, value }) => (name === 'weight' || name === 'timeout') && isRefused(name, value))
        .map(({ whole, name, value }) => {
            const message = `${name} = ${value} is refused, and no session starts: it has to be above 0.`;
            const title = 'Change to 1';
            return diagnostic(context, path, { message, range: whole, title, piece: whole, text: `${name}=1` });
        });
    if (handlerOf(context) === 'redis' && !scheme && port && query) {
        const piece = { text: '', start: host.start, end: host.start };
        const message = 'The redis handler takes parameters only behind a URL: this it cannot connect to.';
        const range = { start: host.start, end: port.end };
        found.unshift(diagnostic(context, path, { message, range, title: 'Write tcp://', piece, text: 'tcp://' }));
    }
    return found;
}

function isRefused(name: string, value: string): boolean {
    const number = name === 'weight' ? Number.parseInt(value, 10) : Number.parseFloat(value);
    return /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) && number <= 0;
}

interface Parts {
    readonly message: string;
    readonly range: { readonly start: number; readonly end: number };
    readonly title: string;
    readonly piece: Piece;
    readonly text: string;
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    { message, range, title, piece, text }: Parts,
) {
    const mended = value.slice(0, piece.start) + text + value.slice(piece.end);
    return {
        range: placeOf(node, value, range),
        message,
        fixes: () => [valueFix(context, title, { node, value: mended, preferred: text === 'tcp://' })],
    };
}
