/** phpredis 5.3, or 6: what differs between them was measured with 5.3.7 and 6.2.0. */
export type RedisVersion = '5.3' | '6';

/** What a save path is read by. */
export interface RedisReading {
    /** 6 unless told. */
    readonly version?: RedisVersion | undefined;
    /** What `arg_separator.input` holds; `&` unless told. */
    readonly separators?: string | undefined;
}

/** The phpredis of a PHP that has these directives; undefined where it has none. The one that tells came with 6.0. */
export function redisVersionOf(settings: Readonly<Record<string, string>>): RedisVersion | undefined {
    if (!('redis.session.locking_enabled' in settings)) {
        return undefined;
    }
    return 'redis.session.early_refresh' in settings ? '6' : '5.3';
}
