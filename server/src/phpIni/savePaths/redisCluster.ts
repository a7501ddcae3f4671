import { connectionTo, type Connection } from './redisConnection.ts';
import { parsePhpQuery, type Parameter, type PhpArray, type PhpValue } from './phpQuery.ts';
import { wholeOf } from './pieces.ts';
import { settingsOf, type RedisSettings } from './redisValues.ts';
import type { RedisReading, RedisVersion } from './redisVersion.ts';

/** A server of the cluster that phpredis asks for the others. */
export interface Seed {
    readonly parameter: Parameter;
    /** Undefined where phpredis cannot connect, and where it leaves the seed out, as it has no colon. */
    readonly connection?: Connection;
}

/** A path for the handler `rediscluster`, as phpredis takes it. */
export interface RedisClusterPath extends RedisSettings {
    readonly parameters: readonly Parameter[];
    readonly values: PhpArray;
    readonly seeds: readonly Seed[];
    /** Why phpredis refuses the path, and no session starts. */
    readonly refusal?: 'seeds' | 'timeout' | 'read_timeout';
}

/** Seconds that a cluster's time-out may have. */
export const LONGEST = 2 ** 31 - 1;

/** A query string and nothing else: `seed[]=host:port&seed[]=host:port&timeout=2` (`PS_OPEN_FUNC(rediscluster)`). */
export function parseRedisClusterPath(
    value: string,
    { version = '6', separators }: RedisReading = {},
): RedisClusterPath {
    const { parameters, values } = parsePhpQuery(wholeOf(value), separators);
    const settings = settingsOf(values, { timeout: 0, prefix: 'PHPREDIS_CLUSTER_SESSION:' });
    const seeds = seedParameters(parameters, values.get('seed')).map(one => seedOf(one, settings, version));
    const isUsable = seeds.some(({ parameter }) => parameter.value.includes(':'));
    const refusal = isUsable ? refusedTimeout(settings) : 'seeds';
    return { ...settings, parameters, values, seeds, ...(refusal && { refusal }) };
}

/** Those that count: the last of each key, as long as that is no array. */
function seedParameters(parameters: readonly Parameter[], seeds: PhpValue | undefined): Parameter[] {
    const last = new Map(parameters.filter(({ name }) => name === 'seed').map(one => [one.keys[0], one]));
    return typeof seeds === 'object'
        ? [...last.values()].filter(({ keys: [key = ''], value }) => seeds.get(key) === value)
        : [];
}

function refusedTimeout({ timeout, readTimeout }: RedisSettings): RedisClusterPath['refusal'] {
    const isRefused = (seconds: number): boolean => seconds < 0 || seconds > LONGEST;
    return isRefused(timeout) ? 'timeout' : isRefused(readTimeout) ? 'read_timeout' : undefined;
}

/** The port is behind the last colon; what is no number there is 0, and 0 is Redis's own port. */
function seedOf(parameter: Parameter, { stream }: RedisSettings, version: RedisVersion): Seed {
    const { value } = parameter;
    const colon = value.lastIndexOf(':');
    if (colon < 0) {
        return { parameter };
    }
    const port = Number(/^\s*\+?(\d+)/.exec(value.slice(colon + 1))?.[1] ?? 0);
    const address = { text: value.slice(0, colon), port, scheme: stream ? 'ssl' : 'tcp' } as const;
    const connection = connectionTo(address, version);
    return { parameter, ...(connection && { connection }) };
}
