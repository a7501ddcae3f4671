import type { Overlay } from '../described.ts';

/** Of the memcached extension 3; measured with 3.3.0. `since`, `deprecated` and `removed` count its own versions. */
export const memcached: Overlay = {
    extension: 'memcached',
    versions: 'extension',
    oldestReleases: [{ php: '7.0', release: '3.0' }],
    page: 'https://www.php.net/manual/en/memcached.configuration.php',
    directives: {
        'memcached.sess_locking': {
            type: 'boolean',
            description:
                'Lets one request at a time use a session. The lock is a key of its own, which may live on another server than the session.',
        },
        'memcached.sess_lock_wait_min': {
            type: 'integer',
            since: '3.0',
            minimum: 0,
            unit: 'milliseconds',
            description:
                'How long to wait before the second try for a lock; later waits double, up to `memcached.sess_lock_wait_max`. The default was 1000 before 3.1.',
        },
        'memcached.sess_lock_wait_max': {
            type: 'integer',
            since: '3.0',
            minimum: 0,
            unit: 'milliseconds',
            description:
                'The longest wait between two tries for a lock, but for the first one, which is `memcached.sess_lock_wait_min`. The default was 2000 before 3.1.',
        },
        'memcached.sess_lock_retries': {
            type: 'integer',
            since: '3.0',
            description:
                'How often to try for a lock again. The defaults give up after 0.75 s; `session_start()` then returns false. To outlive the lock of a request whose server died, retries \u00d7 wait must be longer than `memcached.sess_lock_expire`.',
        },
        'memcached.sess_lock_expire': {
            type: 'integer',
            minimum: 0,
            unit: 'seconds',
            description:
                'After what time a lock lets go by itself. memcached counts whole seconds: a lock of 2 s lives for 1 to 2 s. A request that takes longer is not alone with its session any more, and one of two changes is lost. 0 stands for `max_execution_time`, which on the command line means never: a script that dies there leaves its session locked.',
        },
        'memcached.sess_prefix': {
            type: 'string',
            description:
                'What the keys of sessions and locks start with: at most 250 characters, no white space. Nodes that differ do not see each other\u2019s sessions.',
        },
        'memcached.sess_persistent': {
            type: 'boolean',
            since: '3.0',
            description: 'Keeps connections open between requests, one for each different `session.save_path`.',
        },
        'memcached.sess_binary_protocol': {
            type: 'boolean',
            since: '3.0',
            description:
                'Talks the binary protocol, which replicas and SASL need and which some proxies do not understand. Off by default where built with a libmemcached before 1.0.18.',
        },
        'memcached.sess_consistent_hash': {
            type: 'boolean',
            description:
                'Spreads sessions so that most stay where they are when a server is added or removed. Off: by position in the list, so its order must be the same on all nodes.',
        },
        'memcached.sess_consistent_hash_type': {
            type: 'enum',
            since: '3.1',
            values: [
                { value: 'ketama', description: 'Ignores the weights in `session.save_path`' },
                { value: 'ketama_weighted', description: 'Takes weights into account' },
            ],
            description:
                'How consistent hashing spreads sessions over the servers; by their names as written, so all nodes must spell them alike.',
        },
        'memcached.sess_number_of_replicas': {
            type: 'integer',
            minimum: 0,
            description:
                'On how many further servers each session is kept. Only with the binary protocol. Locks and touches are not replicated, and a server that comes back empty answers before its replica is asked.',
        },
        'memcached.sess_randomize_replica_read': {
            type: 'boolean',
            description: 'Reads from any replica in place of the first.',
        },
        'memcached.sess_remove_failed_servers': {
            type: 'boolean',
            since: '3.0',
            description:
                'Takes servers that fail out of the list. Helps within one request only together with `memcached.sess_server_failure_limit = 1`.',
        },
        'memcached.sess_server_failure_limit': {
            type: 'integer',
            since: '3.0',
            minimum: 0,
            description: 'After how many failures a server counts as dead; 0 leaves that to libmemcached.',
        },
        'memcached.sess_connect_timeout': {
            type: 'integer',
            unit: 'milliseconds',
            description:
                'How long to wait for a connection; 0 leaves it at libmemcached\u2019s 4000 ms (not at 1000, as the manual has it).',
        },
        'memcached.sess_sasl_username': {
            type: 'string',
            description:
                'User name for servers that ask for SASL; only with `memcached.sess_sasl_password`. Turns the binary protocol on.',
        },
        'memcached.sess_sasl_password': { type: 'string', description: 'Password for servers that ask for SASL.' },
        'memcached.sess_lock_wait': {
            type: 'string',
            deprecated: '3.0',
            replacement: 'memcached.sess_lock_wait_min',
            description:
                'Replaced by `memcached.sess_lock_wait_min` and `memcached.sess_lock_wait_max`; its value is ignored.',
        },
        'memcached.sess_lock_max_wait': {
            type: 'string',
            deprecated: '3.0',
            replacement: 'memcached.sess_lock_wait_max',
            description:
                'Replaced by `memcached.sess_lock_retries` and `memcached.sess_lock_wait_max`; its value is ignored.',
        },
        'memcached.compression_type': {
            type: 'enum',
            values: [
                { value: 'fastlz' },
                { value: 'zlib' },
                { value: 'zstd', description: 'From 3.3 on, where built with it' },
            ],
            description: 'How large values are compressed. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.compression_factor': {
            type: 'float',
            description:
                'Compressed values are kept only where they are smaller by this factor. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.compression_level': {
            type: 'integer',
            since: '3.3',
            description: 'How hard to compress. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.compression_threshold': {
            type: 'integer',
            unit: 'bytes',
            description:
                'Values smaller than this are not compressed. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.serializer': {
            type: 'enum',
            values: [
                { value: 'php' },
                { value: 'igbinary' },
                { value: 'json' },
                { value: 'json_array' },
                { value: 'msgpack' },
            ],
            description:
                'Format of stored values; the default is igbinary or msgpack where built with it. For `new Memcached`; sessions are stored without it. Their format is `session.serialize_handler`.',
        },
        'memcached.store_retry_count': {
            type: 'integer',
            description:
                'How often to try to store a value again (2 before 3.2). For `new Memcached`; sessions are stored without it.',
        },
        'memcached.item_size_limit': {
            type: 'integer',
            minimum: 0,
            unit: 'bytes',
            since: '3.3',
            description:
                'Largest value that is sent to a server; 0 sets no limit. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.default_consistent_hash': {
            type: 'boolean',
            since: '3.0',
            description: 'Consistent hashing. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.default_binary_protocol': {
            type: 'boolean',
            since: '3.0',
            description: 'Binary protocol. For `new Memcached`; sessions are stored without it.',
        },
        'memcached.sess_binary': {
            type: 'boolean',
            removed: '3.0',
            replacement: 'memcached.sess_binary_protocol',
            unmeasured: { default: '0', scope: 'ALL', source: 'php-memcached 2.2 php_memcached.c' },
            description: 'The name of `memcached.sess_binary_protocol` before 3.0. Ignored without a message since.',
        },
        'memcached.sess_remove_failed': {
            type: 'boolean',
            removed: '3.0',
            replacement: 'memcached.sess_remove_failed_servers',
            unmeasured: { default: '0', scope: 'ALL', source: 'php-memcached 2.2 php_memcached.c' },
            description:
                'The name of `memcached.sess_remove_failed_servers` before 3.0. Ignored without a message since.',
        },
        'memcached.use_sasl': {
            type: 'boolean',
            removed: '3.0',
            unmeasured: { default: '0', scope: 'SYSTEM', source: 'php-memcached 2.2 php_memcached.c' },
            description:
                'Whether SASL might be used, before 3.0. Ignored without a message since: `memcached.sess_sasl_username` is enough.',
        },
        'memcached.default_connect_timeout': {
            type: 'integer',
            since: '3.0',
            unit: 'milliseconds',
            description: 'Connection time-out. For `new Memcached`; sessions are stored without it.',
        },
    },
};
