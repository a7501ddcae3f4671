import type { Overlay } from '../described.ts';

/** Of the memcache extension (not memcached), version 8.2; `since` counts its own versions. */
export const memcache: Overlay = {
    extension: 'memcache',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/memcache.configuration.php',
    directives: {
        'memcache.allow_failover': {
            type: 'boolean',
            description:
                'Goes to another server when one fails. Sessions that were only on the failed one start empty, without a message.',
        },
        'memcache.max_failover_attempts': {
            type: 'integer',
            minimum: 1,
            description: 'How many servers to try. Only with `memcache.allow_failover`.',
        },
        'memcache.default_port': {
            type: 'integer',
            minimum: 0,
            maximum: 65535,
            description:
                'Port of servers that `addServer()` names without one. Not for sessions: there each URL needs its port.',
        },
        'memcache.chunk_size': {
            type: 'integer',
            minimum: 1,
            unit: 'bytes',
            description: 'How much is sent or read at a time. Digits only: `32K` is rejected.',
        },
        'memcache.protocol': {
            type: 'enum',
            values: [
                { value: 'ascii', description: 'The text protocol' },
                { value: 'binary', description: 'The binary protocol' },
            ],
            description: 'How to talk to the servers.',
        },
        'memcache.hash_strategy': {
            type: 'enum',
            values: [
                { value: 'consistent', description: 'Most keys stay where they are when a server is added or removed' },
                { value: 'standard', description: 'By position in the list' },
            ],
            description: 'How keys are spread over the servers. All nodes need the same.',
        },
        'memcache.hash_function': {
            type: 'enum',
            values: [
                { value: 'crc32', description: 'CRC32' },
                { value: 'fnv', description: 'FNV-1a' },
            ],
            description: 'What turns a key into the number by which its server is found. All nodes need the same.',
        },
        'memcache.redundancy': {
            type: 'integer',
            minimum: 1,
            description: 'On how many servers each value is kept. For sessions: `memcache.session_redundancy`.',
        },
        'memcache.session_redundancy': {
            type: 'integer',
            minimum: 1,
            description:
                'On how many servers each session is written, and how many are asked for it. More than there are servers does no harm.',
        },
        'memcache.compress_threshold': {
            type: 'integer',
            minimum: 0,
            unit: 'bytes',
            description: 'Values from this size on are compressed; 0 compresses nothing. Digits only.',
        },
        'memcache.lock_timeout': {
            type: 'integer',
            minimum: 1,
            unit: 'seconds',
            description:
                'After what time the lock of a session lets go by itself. A request waits for a lock up to twice as long.',
        },
        'memcache.select_api': {
            type: 'enum',
            values: [
                { value: 'select', description: '`select()`: no more than 1024 connections in a process' },
                { value: 'poll', description: '`poll()`; not on Windows' },
            ],
            anchor: '',
            unmeasured: { default: 'select', scope: 'ALL', source: 'pecl-memcache src/memcache.c, after 8.2' },
            description: 'How to wait for the servers\u2019 answers. Not yet in version 8.2.',
        },
        'memcache.session_save_path': {
            type: 'string',
            anchor: '',
            description:
                'Where sessions are stored, in place of `session.save_path`: URLs such as `tcp://host:11211`, separated by commas or white space. It wins where both are set.',
        },
        'memcache.session_prefix_host_key': {
            type: 'boolean',
            anchor: '',
            description: 'Begins the keys of sessions with the name of the host that was asked for.',
        },
        'memcache.session_prefix_host_key_remove_www': {
            type: 'boolean',
            anchor: '',
            description:
                'Leaves `www.` out of that name, so that both names share sessions. With `memcache.session_prefix_host_key`.',
        },
        'memcache.session_prefix_host_key_remove_subdomain': {
            type: 'boolean',
            anchor: '',
            description:
                'Keeps only the last two parts of that name, so that subdomains share sessions. With `memcache.session_prefix_host_key`.',
        },
        'memcache.session_prefix_static_key': {
            type: 'string',
            anchor: '',
            description:
                'What the keys of sessions begin with; no full stops. Nodes that differ do not see each other\u2019s sessions.',
        },
        'memcache.prefix_host_key': {
            type: 'boolean',
            anchor: '',
            description: 'Begins the keys of values with the name of the host that was asked for. Not for sessions.',
        },
        'memcache.prefix_host_key_remove_www': {
            type: 'boolean',
            anchor: '',
            description: 'Leaves `www.` out of that name. With `memcache.prefix_host_key`.',
        },
        'memcache.prefix_host_key_remove_subdomain': {
            type: 'boolean',
            anchor: '',
            description: 'Keeps only the last two parts of that name. With `memcache.prefix_host_key`.',
        },
        'memcache.prefix_static_key': {
            type: 'string',
            anchor: '',
            description: 'What the keys of values begin with; no full stops. Not for sessions.',
        },
    },
};
