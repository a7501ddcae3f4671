import { part, split, trimmed, type Piece } from './pieces.ts';

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
