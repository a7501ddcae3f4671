/** Where a store, or what leads to one, answers. */
export interface ServerPlace {
    /** A name or an address, an IPv6 one without its brackets; or the path of a Unix socket. */
    readonly host: string;
    /** 0 for a Unix socket. */
    readonly port: number;
}

/** One server that a `session.save_path` names. */
export interface SessionServer extends ServerPlace {
    /** Where it stands in the path, from host to port, with the scheme of a URL in front. */
    readonly start: number;
    readonly end: number;
}

/** A stretch of a value, by offsets into it. */
export interface Piece {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** One server of a path for the memcached extension, as libmemcached takes it apart. */
export interface MemcachedServer {
    /** Without the blanks around it; empty between two commas. */
    readonly whole: Piece;
    /** As libmemcached looks it up: with the blanks around it that it does not skip. */
    readonly host: Piece;
    /** What stands where the port belongs; undefined where there is no colon. */
    readonly port?: Piece;
    /** Behind a second colon, or a blank. */
    readonly weight?: Piece;
    /** `tcp`, of what is written as a URL; the other parts mean nothing then. */
    readonly scheme?: Piece;
    readonly isSocket: boolean;
}

/** One server of a path for the memcache or the redis extension: a URL, or `host:port`. */
export interface UrlServer {
    readonly whole: Piece;
    readonly scheme?: Piece;
    /** `user:password`, in front of the `@`. */
    readonly user?: Piece;
    readonly host: Piece;
    readonly port?: Piece;
    /** With the slash in front. */
    readonly path?: Piece;
    /** Without the question mark. */
    readonly query?: Piece;
    readonly parameters: readonly Parameter[];
}

export interface Parameter {
    readonly whole: Piece;
    readonly name: string;
    readonly value: string;
}

/** `depth;mode;directory` of the files handler. */
export interface FilesPath {
    readonly depth?: Piece;
    readonly mode?: Piece;
    readonly directory: Piece;
}

/** The pieces of a text between separators of one character. */
function split(text: string, separator: string, offset = 0): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (;;) {
        const next = text.indexOf(separator, start);
        const end = next < 0 ? text.length : next;
        pieces.push({ text: text.slice(start, end), start: offset + start, end: offset + end });
        if (next < 0) {
            return pieces;
        }
        start = end + 1;
    }
}

function part({ text, start }: Piece, from: number, to: number = text.length): Piece {
    return { text: text.slice(from, to), start: start + from, end: start + to };
}

function trimmed(piece: Piece): Piece {
    const from = piece.text.length - piece.text.trimStart().length;
    return part(piece, from, Math.max(from, piece.text.trimEnd().length));
}

/**
 * `host:port:weight, host:port`, as `memcached_servers_parse()` reads it: it skips one blank behind a comma and no
 * others, lets the first blank or colon behind the port start the weight, and drops the rest. A comma at the very end
 * adds no server.
 */
export function parseMemcachedPath(value: string): MemcachedServer[] {
    const entries = split(value, ',');
    if (entries.length > 0 && entries.at(-1)?.text === '') {
        entries.pop();
    }
    return entries.map((entry, index) => {
        const skipped = index > 0 && /^\s/.test(entry.text) ? 1 : 0;
        return memcachedServer(part(entry, skipped));
    });
}

function memcachedServer(entry: Piece): MemcachedServer {
    const whole = trimmed(entry);
    const scheme = schemeOf(entry);
    const opening = entry.text.indexOf('[');
    const closing = opening < 0 ? -1 : entry.text.indexOf(']', opening);
    const colon = entry.text.indexOf(':', closing + 1);
    const server = {
        whole,
        host: part(entry, 0, colon < 0 ? entry.text.length : colon),
        isSocket: entry.text.startsWith('/'),
        ...(scheme && { scheme }),
    };
    if (colon < 0) {
        return server;
    }
    const rest = part(entry, colon + 1);
    const blank = rest.text.indexOf(' ');
    const end = blank < 0 ? rest.text.indexOf(':') : blank;
    if (end < 0) {
        return { ...server, port: rest };
    }
    const weight = trimmed(part(rest, end + 1));
    return { ...server, port: part(rest, 0, end), ...(weight.text !== '' && { weight }) };
}

/** Also behind what belongs to no URL, such as a quotation mark. */
function schemeOf(entry: Piece): Piece | undefined {
    const end = entry.text.indexOf('://');
    let start = end;
    while (start > 0 && /[a-z0-9+.-]/i.test(entry.text.charAt(start - 1))) {
        start--;
    }
    return start < end ? part(entry, start, end) : undefined;
}

const url =
    /^(?:(unix(?=:\/[^/])|[a-z][a-z0-9+.-]*(?=:\/\/)):(?:\/\/)?)?(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::([^/?#]*))?(\/[^?#]*)?(?:\?(.*))?/di;

/** URLs, separated by white space or commas, as both extensions read them. */
export function parseUrlPath(value: string): UrlServer[] {
    return [...value.matchAll(/[^\s,]+/g)].map(({ 0: text, index }) =>
        urlServer({ text, start: index, end: index + text.length }),
    );
}

function urlServer(whole: Piece): UrlServer {
    const indices = url.exec(whole.text)?.indices;
    const group = (index: number) => {
        const found = indices?.[index];
        return found && part(whole, ...found);
    };
    const [scheme, user, host, port, path, query] = [1, 2, 3, 4, 5, 6].map(group);
    return {
        whole,
        host: host ?? whole,
        ...(scheme && { scheme }),
        ...(user && { user }),
        ...(port && { port }),
        ...(path && { path }),
        ...(query && { query }),
        parameters: query ? parseParameters(query) : [],
    };
}

/** `name=value&name=value`. */
export function parseParameters(query: Piece): Parameter[] {
    return split(query.text, '&', query.start).map(whole => {
        const equals = whole.text.indexOf('=');
        const [name, value] =
            equals < 0 ? [whole.text, ''] : [whole.text.slice(0, equals), whole.text.slice(equals + 1)];
        return { whole, name, value };
    });
}

/** At most two semicolons count; the directory may hold further ones. */
export function parseFilesPath(value: string): FilesPath {
    const all: Piece = { text: value, start: 0, end: value.length };
    const first = value.indexOf(';');
    if (first < 0) {
        return { directory: all };
    }
    const depth = part(all, 0, first);
    const second = value.indexOf(';', first + 1);
    return second < 0
        ? { depth, directory: part(all, first + 1) }
        : { depth, mode: part(all, first + 1, second), directory: part(all, second + 1) };
}

/** The port that memcached's handler means where there is none. */
const MEMCACHED_PORT = 11211;

const address = /^(?:(?<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?)|\[(?<v6>[0-9A-Fa-f:.]+)\])$/;
const portNumber = /^\d{1,5}$/;

/**
 * The servers that the handler finds in the path; none for handlers that have no servers. What is not surely one is
 * left out.
 */
export function serversOf(handler: string, path: string): SessionServer[] {
    switch (handler.toLowerCase()) {
        case 'memcached':
            return parseMemcachedPath(path).flatMap(server => ofMemcached(server) ?? []);
        case 'memcache':
        case 'redis':
            return parseUrlPath(path).flatMap(url => ofUrl(url) ?? []);
        case 'rediscluster':
            return parseParameters({ text: path, start: 0, end: path.length }).flatMap(one => ofSeed(one) ?? []);
        default:
            return [];
    }
}

function ofMemcached({ host, port, weight, isSocket }: MemcachedServer): SessionServer | undefined {
    const isWell = portNumber.test(port?.text ?? '0') && /^\d+$/.test(weight?.text ?? '0');
    const range = { start: host.start, end: port?.end ?? host.end };
    if (isSocket) {
        return isWell && /^\/[^\s:]+$/.test(host.text) ? { host: host.text, port: 0, ...range } : undefined;
    }
    const found = hostIn(host.text);
    return isWell && found !== undefined
        ? { host: found, port: Number(port?.text ?? MEMCACHED_PORT), ...range }
        : undefined;
}

/** Without the brackets of an IPv6 address; undefined for what is neither an address nor a name. */
function hostIn(text: string): string | undefined {
    const { name, v6 } = address.exec(text)?.groups ?? {};
    return name ?? v6;
}

function ofUrl({ whole, scheme, user, host, port, path, query }: UrlServer): SessionServer | undefined {
    if (host.text === '' && path && !user && !port && /^(?:unix)?$/.test(scheme?.text ?? '')) {
        const socket = path.text.split(':', 1).join('');
        return socket.length > 1
            ? { host: socket, port: 0, start: path.start, end: path.start + socket.length }
            : undefined;
    }
    const found = hostIn(host.text);
    const isWhole = port?.end === whole.end || path !== undefined || query !== undefined;
    const isWell = isWhole && !user && /^(?:tcp|tls|ssl|)$/.test(scheme?.text ?? '');
    return isWell && found !== undefined && port && portNumber.test(port.text)
        ? { host: found, port: Number(port.text), start: whole.start, end: port.end }
        : undefined;
}

function ofSeed({ whole, name, value }: Parameter): SessionServer | undefined {
    const { host = '', port } = /^(?<host>[^:]+):(?<port>\d{1,5})$/.exec(value)?.groups ?? {};
    const isHost = address.exec(host)?.groups?.name !== undefined;
    return isHost && /^seed\[\d*\]$/.test(name)
        ? { host, port: Number(port), start: whole.end - value.length, end: whole.end }
        : undefined;
}

/** `shop-store-1:11211`, `[::1]:11211`, `/run/memcached.sock`. */
export function serverName({ host, port }: ServerPlace): string {
    if (port === 0) {
        return host;
    }
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
