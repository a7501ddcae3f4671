import type { RedisVersion } from '../savePaths/redisVersion.ts';
import { readQuantity } from '../syntax/quantity.ts';
import { numberIn, switchIn, type ReadSetting, type SessionSetUp } from './setUp.ts';

/** Of the sessions of one handler. */
export interface SessionLock {
    /** Undefined where it is not known. */
    readonly isOn: boolean | undefined;
    /** Milliseconds until a lock that nobody takes away lets go, Infinity: never; undefined where it is not known. */
    readonly expiryMs: number | undefined;
    /** Milliseconds that a request waits for it, Infinity: for ever; undefined where it is not known. */
    readonly patienceMs: number | undefined;
    /**
     * What becomes of one that has waited for so long: `session_start()` fails, or the request goes on without the
     * lock, and its write fails. Undefined where it hangs on a version that nobody knows.
     */
    readonly afterPatience: 'fails' | 'goes on' | undefined;
    /** The directives that say so. */
    readonly expire: string;
    readonly retries: string;
    /**
     * With these, requests outwait a lock of so many milliseconds, with a tenth more for the time that the tries
     * themselves take; undefined where none do, or it is not known.
     */
    readonly outwaiting: (ms: number) => Settings | undefined;
}

type Settings = readonly (readonly [name: string, value: string])[];

/** The lock of the handler's sessions; undefined of handlers whose locks end with their holder, or that have none. */
export function lockOf({
    handler,
    read,
    phpredis,
}: Pick<SessionSetUp, 'handler' | 'read' | 'phpredis'>): SessionLock | undefined {
    switch (handler) {
        case 'memcached':
            return memcachedLock(read);
        case 'redis':
            return redisLock(read, phpredis);
        default:
            return undefined;
    }
}

/** Milliseconds. Each is `memcached.sess_lock_…`. */
export interface MemcachedWaits {
    readonly min: number;
    readonly max: number;
    readonly retries: number;
}

/**
 * How long the memcached extension tries for a lock, in milliseconds. The first wait is `min`, also where that is more
 * than `max`; each further one is twice the one before, `max` at most. (`s_lock_session()` of php-memcached 3.0 to 3.3;
 * measured with 3.3.0: 400, 100 and 4 retries are 700 ms.)
 */
export function memcachedPatience({ min, max, retries }: MemcachedWaits): number {
    const nextOf = (wait: number) => Math.min(max, 2 * wait);
    let patience = 0;
    let wait = min;
    let left = Math.max(0, retries);
    for (; left > 0 && wait !== nextOf(wait); left--) {
        patience += wait;
        wait = nextOf(wait);
    }
    return patience + left * wait;
}

/**
 * So many retries wait for longer than so many milliseconds, with a tenth more for the time that the tries themselves
 * take; undefined where no number does.
 */
export function memcachedRetries({ min, max }: Omit<MemcachedWaits, 'retries'>, ms: number): number | undefined {
    // As many as it takes for the wait to double up to its maximum.
    const doubling = Math.ceil(Math.log2(Math.max(1, max / min)));
    return min > 0 ? finite(doubling + Math.ceil((ms * 1.1) / max)) : undefined;
}

function finite(retries: number): number | undefined {
    return Number.isSafeInteger(retries) ? retries : undefined;
}

function memcachedWaits(read: ReadSetting): MemcachedWaits | undefined {
    const min = numberIn(read, 'memcached.sess_lock_wait_min');
    const max = numberIn(read, 'memcached.sess_lock_wait_max');
    const retries = numberIn(read, 'memcached.sess_lock_retries');
    // The extension refuses what is below zero, and keeps what it had.
    const isKnown = min !== undefined && max !== undefined && retries !== undefined;
    return isKnown && min >= 0 && max >= 0 ? { min, max, retries } : undefined;
}

function memcachedLock(read: ReadSetting): SessionLock {
    const waits = memcachedWaits(read);
    const [expire, retries] = ['memcached.sess_lock_expire', 'memcached.sess_lock_retries'] as const;
    return {
        isOn: switchIn(read, 'memcached.sess_locking'),
        expiryMs: expiryOf(read, numberIn(read, expire)),
        patienceMs: waits && memcachedPatience(waits),
        afterPatience: 'fails',
        expire,
        retries,
        outwaiting: ms => {
            const enough = waits && memcachedRetries(waits, ms);
            return enough === undefined
                ? undefined
                : [
                      [expire, String(ms / 1000)],
                      [retries, String(enough)],
                  ];
        },
    };
}

/** What phpredis takes where a setting of its lock is 0, as it is by default; measured. */
const REDIS_DEFAULTS = {
    '6': { retries: 100, waitMs: 20 },
    '5.3': { retries: 10, waitMs: 2 },
} as const;

/** Less than this between two tries keeps Redis busy with those who wait; it is what phpredis 6 does unless told. */
const LEAST_WAIT_MS = 20;

/**
 * The directives of phpredis are numbers, the switch too: `"On"` in quotes is 0. Of a version that nobody knows, the
 * defaults are those of 6.
 */
function redisLock(read: ReadSetting, phpredis: RedisVersion | undefined): SessionLock {
    const number = (name: string): number | undefined => longIn(read(`redis.session.${name}`));
    const locking = number('locking_enabled');
    const expire = number('lock_expire');
    const waits = redisWaits(number('lock_retries'), number('lock_wait_time'), phpredis ?? '6');
    return {
        isOn: locking === undefined ? undefined : locking !== 0,
        // Less than 0 sets no end.
        expiryMs: expire !== undefined && expire < 0 ? Infinity : expiryOf(read, expire),
        patienceMs: waits && redisPatience(waits),
        afterPatience: phpredis && (phpredis === '6' ? 'fails' : 'goes on'),
        expire: 'redis.session.lock_expire',
        retries: 'redis.session.lock_retries',
        outwaiting: ms => {
            const waitMs = Math.max(LEAST_WAIT_MS, waits?.waitMs ?? 0);
            const enough = finite(Math.ceil((ms * 1.1) / waitMs));
            return enough === undefined
                ? undefined
                : [
                      ['redis.session.lock_expire', String(ms / 1000)],
                      ['redis.session.lock_wait_time', String(waitMs * 1000)],
                      ['redis.session.lock_retries', String(enough)],
                  ];
        },
    };
}

interface RedisWaits {
    readonly retries: number;
    readonly waitMs: number;
}

function redisWaits(
    retries: number | undefined,
    waitUs: number | undefined,
    version: RedisVersion,
): RedisWaits | undefined {
    const standard = REDIS_DEFAULTS[version];
    return retries === undefined || waitUs === undefined
        ? undefined
        : { retries: retries || standard.retries, waitMs: waitUs / 1000 || standard.waitMs };
}

/** Milliseconds. -1 never ends, less does not begin (`lock_acquire()` of 5.3 and 6). */
function redisPatience({ retries, waitMs }: RedisWaits): number {
    return retries === -1 ? Infinity : Math.max(0, retries) * waitMs;
}

/** As C's `strtol()` reads it for phpredis: the digits in front, no `K` or `M` behind them. */
function longIn(text: string | undefined): number | undefined {
    const [digits = '0'] = /^\s*[+-]?(?:0x[\da-f]+|\d+)/i.exec(text ?? '') ?? [];
    return text === undefined ? undefined : readQuantity(digits).value;
}

/** 0 and less stand for the time limit of scripts. */
function expiryOf(read: ReadSetting, expire: number | undefined): number | undefined {
    const seconds = expire === undefined || expire > 0 ? expire : numberIn(read, 'max_execution_time');
    return seconds === undefined ? undefined : seconds > 0 ? 1000 * seconds : Infinity;
}
