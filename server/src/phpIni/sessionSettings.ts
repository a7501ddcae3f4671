import { memcachedRetries } from './sessionKnowledge/locks.ts';

/**
 * Where memcached's proxy listens on each application node of an environment that replicates its sessions: it writes
 * every session to several stores, and reads the newest version.
 */
export const PROXY_SOCKET = '/run/session-cluster/memcached.sock';

/** Milliseconds between two tries for a lock: the first, doubled up to the second. */
const LOCK_WAIT = { min: 50, max: 200 };
/** However soon locks end: so many requests of one session may wait for each other. */
const FEWEST_RETRIES = 100;

/** Seconds after which the lock of a request whose server died lets go, unless told. */
export const DEFAULT_LOCK_EXPIRE = 2;

/** For the way through memcached's proxy, and what they are without it: php-memcached's defaults. */
const PROXY_SETTINGS = { 'memcached.sess_binary_protocol': '0', 'memcached.sess_persistent': '1' };
export const DIRECT_SETTINGS = { 'memcached.sess_binary_protocol': '1', 'memcached.sess_persistent': '0' };

/**
 * The directives that keep sessions in memcached. Beside the handler and its path stand those that let a request
 * outwait the lock that a killed server leaves behind: php-memcached gives up after 0.75 s by default, and holds the
 * lock for max_execution_time (measured).
 *
 * Through memcached's proxy, which replicates sessions, the text protocol is spoken: the proxy has no other. Each
 * Apache process keeps its connection to it: a new one for each request took a tenth of the request's time (measured).
 * libmemcached closes it at any failure, a time-out too (response.cc of 1.1.4), so that no request gets the answer to
 * another one's question; nor did any after its node had been frozen (measured).
 *
 * @param lockExpire in seconds, a whole number from 1 on
 */
export function memcachedSessionSettings(
    savePath: string,
    { lockExpire = DEFAULT_LOCK_EXPIRE, throughProxy = false }: { lockExpire?: number; throughProxy?: boolean } = {},
): Record<string, string> {
    // Twice the expiry: others may be waiting for the same lock before this one.
    const retries = Math.max(FEWEST_RETRIES, memcachedRetries(LOCK_WAIT, 2 * 1000 * lockExpire) ?? FEWEST_RETRIES);
    return {
        'session.save_handler': 'memcached',
        'session.save_path': savePath,
        'memcached.sess_lock_expire': String(lockExpire),
        'memcached.sess_lock_retries': String(retries),
        'memcached.sess_lock_wait_min': String(LOCK_WAIT.min),
        'memcached.sess_lock_wait_max': String(LOCK_WAIT.max),
        'memcached.sess_connect_timeout': '1000',
        ...(throughProxy && PROXY_SETTINGS),
    };
}
