import type { RedisVersion } from './redisVersion.ts';

/** What phpredis connects to. */
export interface Connection {
    /** `tcp`, `tls`, … : one of PHP's transports. */
    readonly transport: string;
    /** As it is looked up: a name, an address, the path of a socket. */
    readonly host: string;
    /** 0 for a socket. */
    readonly port: number;
}

/** Redis's own port. */
export const REDIS_PORT = 6379;

/** Transports of PHP that Redis can be reached by; in small letters only. */
const transports: ReadonlySet<string> = new Set([...['tcp', 'tls', 'ssl', 'tlsv1.0', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3']]);

export function isTransport(scheme: string): boolean {
    return transports.has(scheme);
}

/** Whether what is said by the transport is encrypted. */
export function isEncrypted({ transport }: Connection): boolean {
    return transport !== 'tcp' && transport !== 'unix';
}

/** What phpredis keeps of a server until it connects. */
export interface Address {
    /** `scheme://host`, or `host`. */
    readonly text: string;
    /** 0 for none. */
    readonly port: number;
    /** Where the text has no scheme. */
    readonly scheme: 'tcp' | 'ssl';
}

/**
 * Where `redis_sock_connect()` goes; undefined where it cannot. What starts with a slash and has no port is a socket,
 * whatever the scheme. Of an IPv6 address in brackets, phpredis 5.3 makes `[[::1]]`, which PHP refuses.
 */
export function connectionTo({ text, port, scheme }: Address, version: RedisVersion): Connection | undefined {
    const slashes = text.indexOf('://');
    const transport = slashes < 0 ? scheme : text.slice(0, slashes);
    const host = slashes < 0 ? text : text.slice(slashes + 3);
    if (host.startsWith('/') && port < 1) {
        return { transport: 'unix', host, port: 0 };
    }
    const isBare = host.includes(':') && !(version === '6' && host.includes('['));
    const place = placeIn(`${isBare ? `[${host}]` : host}:${port === 0 ? REDIS_PORT : port}`);
    return place && isTransport(transport) ? { transport, ...place } : undefined;
}

/** `host:port`, `[address]:port`, as PHP's TCP transport reads it (`parse_ip_address_ex()`). */
function placeIn(text: string): Pick<Connection, 'host' | 'port'> | undefined {
    const closing = text.startsWith('[') ? text.indexOf(']') : -1;
    if (text.startsWith('[') && text.charAt(closing + 1) !== ':') {
        return undefined;
    }
    const colon = closing < 0 ? text.indexOf(':') : closing + 1;
    const host = closing < 0 ? text.slice(0, colon) : text.slice(1, closing);
    return { host, port: Number(/^\d*/.exec(text.slice(colon + 1))?.[0] ?? 0) };
}
