import { connectionTo, type Connection } from './redisConnection.ts';
import { intOf, settingsOf, type RedisSettings } from './redisValues.ts';
import type { RedisReading, RedisVersion } from './redisVersion.ts';
import { parseUrlPath, type UrlServer } from './urlPath.ts';

/** One server of a path for the handler `redis`, as phpredis takes it. */
export interface RedisServer extends RedisSettings {
    readonly url: UrlServer;
    /** Why phpredis refuses the whole path, and no session starts. */
    readonly refusal?: 'url' | 'place' | 'weight' | 'timeout';
    /** Undefined where phpredis cannot connect at all. */
    readonly connection?: Connection;
    /** Its share of the sessions. */
    readonly weight: number;
    /** Undefined where none is chosen, which is 0. */
    readonly database?: number;
}

/** The path of the handler `redis`, taken apart as phpredis does it (`PS_OPEN_FUNC(redis)`). */
export function parseRedisPath(value: string, { version = '6', separators }: RedisReading = {}): RedisServer[] {
    return parseUrlPath(value, separators).map(url => redisServerOf(url, version));
}

const DAY = 86_400;

/** One server of the path. */
export function redisServerOf(url: UrlServer, version: RedisVersion): RedisServer {
    const { values } = url;
    const { stream, ...common } = settingsOf(values, { timeout: DAY, prefix: 'PHPREDIS_SESSION:' });
    const database = intOf(values.get('database') ?? '-1');
    const settings = {
        ...common,
        // 5.3 has options of TLS for clusters only.
        ...(stream && version === '6' && { stream }),
        weight: intOf(values.get('weight') ?? '1'),
        ...(database >= 0 && { database }),
    };
    const refusal = refusalOf(url, settings);
    const connection = refusal ? undefined : connectionOf(url, settings, version);
    return { url, ...settings, ...(refusal && { refusal }), ...(connection && { connection }) };
}

function refusalOf(
    { isUrl, host, path }: UrlServer,
    { weight, timeout }: Pick<RedisServer, 'weight' | 'timeout'>,
): RedisServer['refusal'] {
    if (!isUrl) {
        return 'url';
    }
    if (!host && !path) {
        return 'place';
    }
    return weight <= 0 ? 'weight' : timeout <= 0 ? 'timeout' : undefined;
}

/** What has no host is looked for under the name of its path: `h` without a scheme or a port. */
function connectionOf(
    { scheme, host, path, portNumber }: UrlServer,
    { stream }: Pick<RedisSettings, 'stream'>,
    version: RedisVersion,
): Connection | undefined {
    const address = host
        ? { text: `${scheme?.text ?? 'tcp'}://${host.text}`, port: portNumber }
        : { text: path?.text ?? '', port: 0 };
    return connectionTo({ ...address, scheme: stream ? 'ssl' : 'tcp' }, version);
}

/** The server that keeps the session of an id: chosen by its first four bytes; the last server of the path is first. */
export function serverOfSession(servers: readonly RedisServer[], id: string): RedisServer | undefined {
    const bytes = new TextEncoder().encode(id.padEnd(4, '\0')).slice(0, 4);
    const total = servers.reduce((sum, { weight }) => sum + weight, 0);
    let position = new DataView(bytes.buffer).getUint32(0, true) % total;
    return servers.toReversed().find(({ weight }) => {
        position -= weight;
        return position < 0;
    });
}
