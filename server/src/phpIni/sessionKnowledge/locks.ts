import { numberIn, switchIn, type ReadSetting, type SessionSetUp } from './setUp.ts';

/** Of the sessions of one handler. */
export interface SessionLock {
    /** Undefined where it is not known. */
    readonly isOn: boolean | undefined;
    /** Milliseconds until a lock that nobody takes away lets go, Infinity: never; undefined where it is not known. */
    readonly expiryMs: number | undefined;
    /** Milliseconds that a request waits for it, Infinity: for ever; undefined where it is not known. */
    readonly patienceMs: number | undefined;
    /** The directives that say so. */
    readonly expire: string;
    readonly retries: string;
    /**
     * So many retries outwait the lock, with a tenth more for the time that the tries themselves take; undefined where
     * no number does, or it is not known.
     */
    readonly enoughRetries: number | undefined;
}

/** The lock of the handler's sessions; undefined of handlers whose locks end with their holder, or that have none. */
export function lockOf({ handler, read }: Pick<SessionSetUp, 'handler' | 'read'>): SessionLock | undefined {
    switch (handler) {
        case 'memcached':
            return memcachedLock(read);
        case 'redis':
            return redisLock(read);
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
    const expiryMs = expiryOf(read, 'memcached.sess_lock_expire');
    return {
        isOn: switchIn(read, 'memcached.sess_locking'),
        expiryMs,
        patienceMs: waits && memcachedPatience(waits),
        expire: 'memcached.sess_lock_expire',
        retries: 'memcached.sess_lock_retries',
        enoughRetries: waits && expiryMs !== undefined ? memcachedRetries(waits, expiryMs) : undefined,
    };
}

/** The directives of phpredis are numbers, the switch too: `"On"` in quotes is 0. */
function redisLock(read: ReadSetting): SessionLock {
    const locking = numberIn(read, 'redis.session.locking_enabled');
    const expiryMs = expiryOf(read, 'redis.session.lock_expire');
    const retries = numberIn(read, 'redis.session.lock_retries');
    const wait = numberIn(read, 'redis.session.lock_wait_time');
    // In microseconds; for 0, phpredis takes its default.
    const waitMs = wait === undefined ? undefined : (wait || 20_000) / 1000;
    const isKnown = retries !== undefined && waitMs !== undefined;
    return {
        isOn: locking === undefined ? undefined : locking !== 0,
        expiryMs,
        patienceMs: isKnown ? redisPatience(retries, waitMs) : undefined,
        expire: 'redis.session.lock_expire',
        retries: 'redis.session.lock_retries',
        enoughRetries:
            expiryMs === undefined || waitMs === undefined ? undefined : finite(Math.ceil((expiryMs * 1.1) / waitMs)),
    };
}

/** Milliseconds. -1 never ends, less does not begin; for 0, phpredis takes its default (`lock_acquire()` of 6.0). */
function redisPatience(retries: number, waitMs: number): number {
    return retries === -1 ? Infinity : Math.max(0, retries || 100) * waitMs;
}

function expiryOf(read: ReadSetting, directive: string): number | undefined {
    const expire = numberIn(read, directive);
    const seconds = expire === undefined || expire > 0 ? expire : numberIn(read, 'max_execution_time');
    return seconds === undefined ? undefined : seconds > 0 ? 1000 * seconds : Infinity;
}
