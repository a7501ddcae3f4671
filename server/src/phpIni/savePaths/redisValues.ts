import type { PhpArray, PhpValue } from './phpQuery.ts';

/** What PHP makes of a text where a number is wanted: what is in front of the first character that is none. */
const number = /^[ \t\n\v\f\r]*([+-]?(?:\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?)/i;

/** `(float) $text` of PHP; an array is 1, an empty one does not occur. */
export function floatOf(value: PhpValue): number {
    return typeof value === 'string' ? Number(number.exec(value)?.[1] ?? 0) : 1;
}

/** `(int) $text` of PHP, cut to the 32 bits that phpredis keeps. */
export function intOf(value: PhpValue): number {
    const read = floatOf(value);
    const [, digits = '0', fraction, exponent] = (typeof value === 'string' ? number.exec(value) : null) ?? [];
    const isWhole = fraction === undefined && exponent === undefined && /^[+-]?\d+$/.test(digits);
    const whole = isWhole ? BigInt(digits) : BigInt(Number.isFinite(read) ? Math.trunc(read) : 0);
    return typeof value === 'string' ? Number(BigInt.asIntN(32, clamped(whole))) : 1;
}

function clamped(value: bigint): bigint {
    const most = 2n ** 63n - 1n;
    return value > most ? most : value < -most ? -most : value;
}

/** Whether PHP reads all of the text as a number. */
export function isNumber(text: string): boolean {
    const read = number.exec(text)?.[0];
    return read !== undefined && /^[ \t\n\v\f\r]*$/.test(text.slice(read.length));
}

/** phpredis knows three words for it. */
export function isOn(value: PhpValue): boolean {
    return typeof value === 'string' && /^(?:1|true|yes)$/i.test(value);
}

function textOf(value: PhpValue): string {
    return typeof value === 'string' ? value : 'Array';
}

/** What phpredis logs in with; undefined where it does not. */
export interface Credentials {
    readonly user?: string;
    readonly password: string;
}

/**
 * `auth=password`, `auth[]=user&auth[]=password`, or `auth[user]=…&auth[pass]=…`; of any other array phpredis makes
 * nothing, and does not log in (`redis_extract_auth_info()`).
 */
export function credentialsOf(auth: PhpValue | undefined): Credentials | undefined {
    if (auth === undefined || typeof auth === 'string') {
        return auth === undefined ? undefined : { password: auth };
    }
    const user = auth.get('user') ?? auth.get('0');
    const password = auth.get('pass') ?? auth.get(auth.size === 2 ? '1' : '0');
    if (auth.size > 2 || password === undefined) {
        return undefined;
    }
    return {
        ...(auth.size === 2 && user !== undefined && { user: textOf(user) }),
        password: textOf(password),
    };
}

/** What the handlers `redis` and `rediscluster` both take from the parameters. */
export interface RedisSettings {
    /** Seconds to wait for a connection. */
    readonly timeout: number;
    /** Seconds to wait for an answer; 0 for `default_socket_timeout`. */
    readonly readTimeout: number;
    readonly persistent: boolean;
    /** In front of each session's id. */
    readonly prefix: string;
    readonly credentials?: Credentials;
    /** Options of TLS. */
    readonly stream?: PhpArray;
}

export function settingsOf(
    values: PhpArray,
    { timeout, prefix }: Pick<RedisSettings, 'timeout' | 'prefix'>,
): RedisSettings {
    const read = <Result>(name: string, reader: (value: PhpValue) => Result, other: Result): Result => {
        const value = values.get(name);
        return value === undefined ? other : reader(value);
    };
    const credentials = credentialsOf(values.get('auth'));
    const stream = values.get('stream');
    return {
        timeout: read('timeout', floatOf, timeout),
        readTimeout: read('read_timeout', floatOf, 0),
        persistent: read('persistent', isOn, false),
        prefix: read('prefix', textOf, prefix),
        ...(credentials && { credentials }),
        ...(typeof stream === 'object' && { stream }),
    };
}
