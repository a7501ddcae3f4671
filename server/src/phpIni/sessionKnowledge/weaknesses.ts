import { copiesKept, copiesWanted, missingForCopies, percentLost } from './copies.ts';
import { lockOf, type SessionLock } from './locks.ts';
import { numberIn, switchIn, type SessionSetUp } from './setUp.ts';
import type { Weakness } from './weakness.ts';

type Words = Omit<Weakness, 'code'> | undefined;

/**
 * For so long a proxy waits for its stores (PATIENCE in client/images/replication/conversation.lua, 4 s), and the
 * answer after that takes 0.7 s more (measured).
 */
const LONGEST_STALL_SECONDS = 5;

/**
 * What the session settings of one node cannot survive, by the code of the rule that tells it; those that have none are
 * told by a report alone. Each looks at what it needs only, and tells nothing where that is not known.
 */
const WEAKNESSES = {
    'single-store': ({ handler, stores }) =>
        stores === 1
            ? {
                  what: `All sessions are in one ${handler.startsWith('redis') ? 'Redis' : 'memcached'}: when it dies or restarts, every session is lost.`,
                  next: 'Add a second store, and keep every session on both.',
              }
            : undefined,
    'multi-server-no-replicas': serversWithoutCopies,
    'replicas-need-binary': ({ handler, hasProxy, read }) =>
        handler === 'memcached' && !hasProxy && (copiesWanted(read) ?? 0) > 0 && copiesKept(read) === 0
            ? {
                  what: 'Without the binary protocol nothing is copied: memcached.sess_number_of_replicas has no effect.',
                  next: 'Set memcached.sess_binary_protocol = On.',
              }
            : undefined,
    'replicas-incomplete': copiesIncomplete,
    'replicas-return-empty': setUp =>
        keepsCopies(setUp)
            ? {
                  // Measured: 9 to 10 of 16.
                  what: 'The copies that php-memcached itself keeps are not read where the first store has come back empty: more than half of the sessions are lost then.',
                  next: 'Let a memcached proxy beside Apache write to all stores, and read from the next one what the first does not have.',
              }
            : undefined,
    'replicas-lazy-write': setUp =>
        keepsCopies(setUp) && switchIn(setUp.read, 'session.lazy_write') === true
            ? {
                  what: 'A request that only reads its session renews the time of the first copy alone: the other copies expire while the session is in use.',
                  next: 'Set session.lazy_write = Off.',
              }
            : undefined,
    'lock-budget': locksOutlastPatience,
    'lock-expire-cli': setUp => {
        const lock = lockOf(setUp);
        return lock?.isOn && lock.expiryMs === Infinity
            ? {
                  what: 'Without a time limit the lock of a request or script that dies never expires: nobody can use its session from then on.',
                  next: `Set ${lock.expire} to not less than the slowest page takes.`,
              }
            : undefined;
    },
    'lock-outlasts-read-timeout': locksOutlastReadTimeout,
    'stall-outlasts-read-timeout': ({ hasProxy, readTimeout }) =>
        hasProxy && readTimeout !== undefined && readTimeout < LONGEST_STALL_SECONDS
            ? {
                  what: `While no store answers, a request waits for up to ${LONGEST_STALL_SECONDS} s, and the balancer gives it up after ${readTimeout} s: it is an error then, also where the stores come back in time.`,
                  next: `Set read_timeout in the topology file to ${LONGEST_STALL_SECONDS} or more.`,
              }
            : undefined,
    'memcached-locking-off': ({ handler, read }) =>
        handler === 'memcached' && switchIn(read, 'memcached.sess_locking') === false
            ? { what: NOT_LOCKED, next: 'Set memcached.sess_locking = On.' }
            : undefined,
    'redis-locking-off': redisNotLocked,
    'redis-lock-short': redisLockShort,
} satisfies Record<string, (setUp: SessionSetUp) => Words>;

export type WeaknessCode = keyof typeof WEAKNESSES;

/** In the order in which a report tells them. */
export const WEAKNESS_CODES = Object.keys(WEAKNESSES) as WeaknessCode[];

/** The weakness of that code, where the set-up has it. */
export function weaknessOf(code: WeaknessCode, setUp: SessionSetUp): Weakness | undefined {
    const words = WEAKNESSES[code](setUp);
    return words && { code, ...words };
}

function serversWithoutCopies({ handler, hasProxy, stores, read }: SessionSetUp): Words {
    if (handler !== 'memcached' || hasProxy || stores < 2 || copiesKept(read) !== 0) {
        return undefined;
    }
    const isLocked = switchIn(read, 'memcached.sess_locking') !== false;
    return {
        what: `Each session is on one of ${stores} stores${isLocked ? ', and its lock on any of them' : ''}: when one store dies, ${percentLost(stores, isLocked)} % of the sessions fail.`,
        next: 'Keep every session on two stores, by a memcached proxy beside Apache (replicate = true), or at least by memcached.sess_number_of_replicas: more stores without copies fail more often, not less.',
    };
}

function keepsCopies({ handler, read }: SessionSetUp): boolean {
    return handler === 'memcached' && (copiesKept(read) ?? 0) > 0;
}

function copiesIncomplete(setUp: SessionSetUp): Words {
    const { read } = setUp;
    const missing = missingForCopies(read);
    return keepsCopies(setUp) && switchIn(read, 'memcached.sess_locking') === true && missing.length > 0
        ? {
              what: 'Locks are not copied: when a store dies, session_start() fails for the sessions whose locks it held.',
              next: `Set ${missing.map(([name, value]) => `${name} = ${value}`).join(' and ')}, too.`,
          }
        : undefined;
}

function locksOutlastPatience(setUp: SessionSetUp): Words {
    const lock = lockOf(setUp);
    const { expiryMs, patienceMs } = lock ?? {};
    if (!lock?.isOn || expiryMs === undefined || patienceMs === undefined || expiryMs === Infinity) {
        return undefined;
    }
    return expiryMs > patienceMs
        ? {
              what: `The lock of a request whose server dies stays for ${expiryMs / 1000} s, and other requests of the session wait for ${patienceMs / 1000} s${consequenceOf(setUp, lock)}.`,
              next: `Let requests wait for longer (${lock.retries}), or locks stay for less (${lock.expire}), which must not be less than the slowest page takes.`,
          }
        : undefined;
}

function consequenceOf(setUp: SessionSetUp, { afterPatience, patienceMs }: SessionLock): string {
    switch (afterPatience) {
        case 'fails':
            return ': session_start() fails meanwhile';
        case 'goes on':
            return ', go on without the lock, and what they write is refused';
        case undefined: {
            const older = lockOf({ ...setUp, phpredis: '5.3' })?.patienceMs ?? 0;
            const wait = older === patienceMs ? '' : ` wait for ${older / 1000} s,`;
            return `: session_start() fails meanwhile. That is phpredis 6; with 5.3 they${wait} go on without the lock, and what they write is refused`;
        }
    }
}

/** A read time-out is too short where the balancer gives a request up that would still have got its lock. */
function locksOutlastReadTimeout(setUp: SessionSetUp): Words {
    const lock = lockOf(setUp);
    const { expiryMs, patienceMs } = lock ?? {};
    const { readTimeout } = setUp;
    if (!lock?.isOn || expiryMs === undefined || patienceMs === undefined || readTimeout === undefined) {
        return undefined;
    }
    return expiryMs >= 1000 * readTimeout && expiryMs <= patienceMs && expiryMs !== Infinity
        ? {
              what: `The lock of a request whose server dies stays for ${expiryMs / 1000} s, and the balancer gives up a request after ${readTimeout} s: another request of the session, which waits for it, may be an error.`,
              next: `Set ${lock.expire} to less than read_timeout, or read_timeout to more.`,
          }
        : undefined;
}

const NOT_LOCKED =
    'Sessions are not locked: of two requests of one session at the same time, one undoes what the other wrote.';

/** The handler `rediscluster` has no locks at all, whatever is set (redis_session.c of phpredis 6). */
function redisNotLocked({ handler, read }: SessionSetUp): Words {
    if (handler === 'rediscluster') {
        return {
            what: NOT_LOCKED,
            next: 'The handler rediscluster has no locks: use redis, with one server, or memcached.',
        };
    }
    return handler === 'redis' && lockOf({ handler, read })?.isOn === false
        ? {
              what: NOT_LOCKED,
              next: 'With one server, set redis.session.locking_enabled = 1, and let requests wait for longer than locks live (redis.session.lock_retries): with several, phpredis does not give locks back.',
          }
        : undefined;
}

/** phpredis looks whether its lock is still there before it writes, where `lock_expire` is set (measured). */
function redisLockShort(setUp: SessionSetUp): Words {
    const lock = lockOf(setUp);
    const limit = numberIn(setUp.read, 'max_execution_time') ?? 0;
    const { expiryMs = Infinity } = lock ?? {};
    return setUp.handler === 'redis' && lock?.isOn && expiryMs < 1000 * limit
        ? {
              what: `The lock of a session ends after ${expiryMs / 1000} s, and a page may take ${limit} s: what it writes behind that is refused.`,
              next: `Set ${lock.expire} to not less than max_execution_time.`,
          }
        : undefined;
}
