import { parseMemcachedPath, type MemcachedServer } from './memcached.ts';
import { parseRedisPath, type RedisServer } from './redis.ts';
import { parseRedisClusterPath, type Seed } from './redisCluster.ts';
import { parseUrlPath, type UrlServer } from './urlPath.ts';

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
            return parseUrlPath(path).flatMap(url => ofUrl(url) ?? []);
        case 'redis':
            return ofRedis(parseRedisPath(path));
        case 'rediscluster':
            return parseRedisClusterPath(path).seeds.flatMap(seed => ofSeed(seed) ?? []);
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

function ofUrl({ whole, scheme, user, host, port, path }: UrlServer): SessionServer | undefined {
    if (!host && path && /^(?:unix)?$/.test(scheme?.text ?? '')) {
        const socket = path.text.split(':', 1).join('');
        return socket.length > 1
            ? { host: socket, port: 0, start: path.start, end: path.start + socket.length }
            : undefined;
    }
    const found = host && hostIn(host.text);
    const isWell = !user && /^(?:tcp|)$/.test(scheme?.text ?? '') && portNumber.test(port?.text ?? '');
    return isWell && found !== undefined && port
        ? { host: found, port: Number(port.text), start: whole.start, end: port.end }
        : undefined;
}

/** None of a path that phpredis refuses, however many of its servers are well written. */
function ofRedis(servers: readonly RedisServer[]): SessionServer[] {
    return servers.some(({ refusal }) => refusal) ? [] : servers.flatMap(server => ofRedisServer(server) ?? []);
}

function ofRedisServer({ url, connection }: RedisServer): SessionServer | undefined {
    const { whole, user, host, port, path } = url;
    if (!connection) {
        return undefined;
    }
    if (connection.transport === 'unix') {
        return path && /^\/[^\s:]+$/.test(path.text)
            ? { host: path.text, port: 0, start: path.start, end: path.end }
            : undefined;
    }
    const isWell = !user && hostIn(bracketed(connection.host)) !== undefined && portNumber.test(port?.text ?? '0');
    const end = port?.end ?? host?.end ?? path?.end ?? whole.end;
    return isWell ? { host: connection.host, port: connection.port, start: whole.start, end } : undefined;
}

function bracketed(host: string): string {
    return host.includes(':') ? `[${host}]` : host;
}

function ofSeed({ parameter: { value, writtenValue }, connection }: Seed): SessionServer | undefined {
    const isWell = connection && hostIn(bracketed(connection.host)) !== undefined && /:\d{1,5}$/.test(value);
    return isWell && writtenValue
        ? { host: connection.host, port: connection.port, start: writtenValue.start, end: writtenValue.end }
        : undefined;
}

/** `shop-store-1:11211`, `[::1]:11211`, `/run/memcached.sock`. */
export function serverName({ host, port }: ServerPlace): string {
    if (port === 0) {
        return host;
    }
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
