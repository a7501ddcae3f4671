/** One server that a `session.save_path` names. */
export interface SessionServer {
    /** A name or an address, an IPv6 one without its brackets; or the path of a Unix socket. */
    readonly host: string;
    /** 0 for a Unix socket. */
    readonly port: number;
    /** Where it stands in the path, from host to port. */
    readonly start: number;
    readonly end: number;
}

const hostName = String.raw`[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?`;
const memcachedEntry = new RegExp(
    String.raw`(?<=^|,\s?)(?<server>(?:(?<host>${hostName})|\[(?<v6>[0-9A-Fa-f:.]+)\]|(?<socket>/[^,\s:]+))(?::(?<port>\d{1,5}))?)(?:[: ]\d+)?(?=,|$)`,
    'g',
);
const url = new RegExp(
    String.raw`(?<=^|[\s,])(?:(?:tcp|tls|ssl)://)?(?:(?<host>${hostName})|\[(?<v6>[0-9A-Fa-f:.]+)\]):(?<port>\d{1,5})(?=$|[\s,?/])|(?<=^|[\s,]|unix://)(?<socket>/[^\s,?:]+)`,
    'g',
);
const seed = new RegExp(String.raw`(?<=seed\[\d*\]=)(?<host>${hostName}):(?<port>\d{1,5})(?=$|&)`, 'g');

const forms: Readonly<Record<string, RegExp>> = {
    memcached: memcachedEntry,
    memcache: url,
    redis: url,
    rediscluster: seed,
};

/** The port that memcached's handler means where there is none. */
const MEMCACHED_PORT = 11211;

/** The servers that the handler finds in the path; none for handlers that have no servers. What is not surely one is left out. */
export function serversOf(handler: string, path: string): SessionServer[] {
    const form = forms[handler.toLowerCase()];
    const servers: SessionServer[] = [];
    for (const match of form ? path.matchAll(form) : []) {
        const { server = match[0], host, v6, socket, port } = match.groups ?? {};
        const name = host ?? v6 ?? socket;
        if (name !== undefined) {
            const { index: start } = match;
            const number = socket === undefined ? Number(port ?? MEMCACHED_PORT) : 0;
            servers.push({ host: name, port: number, start, end: start + server.length });
        }
    }
    return servers;
}

/** `shop-store-1:11211`, `[::1]:11211`, `/run/memcached.sock`. */
export function serverName({ host, port }: Pick<SessionServer, 'host' | 'port'>): string {
    if (port === 0) {
        return host;
    }
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
