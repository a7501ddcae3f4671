import type { Overlay } from '../described.ts';

const sessions = 'https://github.com/phpredis/phpredis#php-session-handler';
const arrays = 'https://github.com/phpredis/phpredis/blob/develop/arrays.md';
const clusters = 'https://github.com/phpredis/phpredis/blob/develop/cluster.md';

/** Of the redis extension (phpredis); measured with 6.2.0. It has no page in PHP's manual. */
export const redis: Overlay = {
    extension: 'redis',
    versions: 'extension',
    page: 'https://github.com/phpredis/phpredis',
    directives: {
        'redis.session.locking_enabled': {
            type: 'boolean',
            since: '4.1',
            page: sessions,
            anchor: '',
            description:
                'Lets one request at a time use a session. Off by default: two requests of one user overwrite each other\u2019s changes. Works with one master only. Write `1` or `On` without quotes: `"On"` counts as 0.',
        },
        'redis.session.lock_expire': {
            type: 'integer',
            minimum: 0,
            unit: 'seconds',
            since: '4.1',
            page: sessions,
            anchor: '',
            description: 'After what time a lock lets go by itself. 0 stands for `max_execution_time`.',
        },
        'redis.session.lock_retries': {
            type: 'integer',
            minimum: -1,
            since: '4.1',
            page: sessions,
            anchor: '',
            description:
                'How often to try for a lock; -1 goes on for ever, 0 stands for the default. 100 tries with the default wait give up after 2 s (10 tries and 20 ms before 6.0).',
        },
        'redis.session.lock_wait_time': {
            type: 'integer',
            minimum: 0,
            unit: 'microseconds',
            since: '4.1',
            page: sessions,
            anchor: '',
            description:
                'How long to wait between two tries for a lock; 0 stands for the default (2000 before 6.0). Digits only.',
        },
        'redis.session.early_refresh': {
            type: 'boolean',
            since: '6.0',
            page: sessions,
            anchor: '',
            description:
                'Renews the time to live when a session is read, with `GETEX`, rather than when it ends: one command less. Needs Redis 6.2.',
        },
        'redis.session.compression': {
            type: 'enum',
            since: '6.1',
            values: [
                { value: 'none' },
                { value: 'zstd', description: 'Where built with it' },
                { value: 'lzf', description: 'Where built with it' },
                { value: 'lz4', description: 'Where built with it' },
            ],
            page: sessions,
            anchor: '',
            description:
                'How sessions are compressed. What this build does not have counts as `none`. Nodes need the same.',
        },
        'redis.session.compression_level': {
            type: 'integer',
            since: '6.1',
            page: sessions,
            anchor: '',
            description: 'How hard to compress; what the numbers mean is up to the method.',
        },
        'redis.pconnect.pooling_enabled': {
            type: 'boolean',
            since: '4.3',
            anchor: '',
            description:
                'Persistent connections are handed back to a pool and given to the next that asks, rather than shared.',
        },
        'redis.pconnect.connection_limit': {
            type: 'integer',
            minimum: 0,
            since: '4.3',
            anchor: '',
            description: 'Most connections of one pool in each PHP process; 0 sets no limit.',
        },
        'redis.pconnect.echo_check_liveness': {
            type: 'boolean',
            since: '5.2.2',
            anchor: '',
            description: 'Sends an `ECHO` before a connection of the pool is used again, and waits for the answer.',
        },
        'redis.pconnect.pool_detect_dirty': {
            type: 'integer',
            minimum: 0,
            maximum: 2,
            since: '5.3.5',
            anchor: '',
            description:
                'What to do with a connection of the pool on which an answer is left over. 0 does not look; 1 drops the connection; 2 tries to skip the answer first.',
        },
        'redis.pconnect.pool_poll_timeout': {
            type: 'integer',
            minimum: 0,
            unit: 'milliseconds',
            since: '5.3.5',
            anchor: '',
            description: 'How long to look for such an answer. With `redis.pconnect.pool_detect_dirty`.',
        },
        'redis.pconnect.pool_pattern': {
            type: 'string',
            since: '5.3',
            anchor: '',
            description:
                'What connections must have in common to share a pool: the default puts host and port together.',
        },
        'redis.arrays.names': {
            type: 'list',
            page: arrays,
            anchor: '',
            description: 'Names of the Redis arrays that the other `redis.arrays` directives describe.',
        },
        'redis.arrays.hosts': {
            type: 'string',
            page: arrays,
            anchor: '',
            description: 'Servers of each array, in quotes: `"users[]=host1:6379&users[]=host2:6379"`.',
        },
        'redis.arrays.previous': {
            type: 'string',
            page: arrays,
            anchor: '',
            description:
                'Servers of each array before some were added or removed: what is not found is looked up there.',
        },
        'redis.arrays.functions': {
            type: 'string',
            page: arrays,
            anchor: '',
            description: 'For each array, the function that tells which part of a key decides about its server.',
        },
        'redis.arrays.distributor': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, the function that names the server of a key.',
        },
        'redis.arrays.algorithm': {
            type: 'string',
            since: '4.3',
            page: arrays,
            anchor: '',
            description: 'For each array, the algorithm of `hash()` that keys are spread with; CRC32 without one.',
        },
        'redis.arrays.consistent': {
            type: 'string',
            since: '4.3',
            page: arrays,
            anchor: '',
            description:
                'For each array, whether keys are spread so that most stay when a server is added: `"users=1"`.',
        },
        'redis.arrays.index': {
            type: 'string',
            page: arrays,
            anchor: '',
            description: 'For each array, whether each server keeps a list of its keys, for moving them.',
        },
        'redis.arrays.autorehash': {
            type: 'string',
            page: arrays,
            anchor: '',
            description: 'For each array, whether a key that is found on its previous server is moved.',
        },
        'redis.arrays.retryinterval': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, how many milliseconds to wait before connecting again.',
        },
        'redis.arrays.pconnect': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, whether connections are kept between requests.',
        },
        'redis.arrays.lazyconnect': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, whether a server is connected to only when a key needs it.',
        },
        'redis.arrays.connecttimeout': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, how many seconds to wait for a connection.',
        },
        'redis.arrays.readtimeout': {
            type: 'string',
            since: '4.0',
            page: arrays,
            anchor: '',
            description: 'For each array, how many seconds to wait for an answer.',
        },
        'redis.arrays.auth': {
            type: 'string',
            since: '4.3',
            page: arrays,
            anchor: '',
            description: 'Password of each array.',
        },
        'redis.clusters.seeds': {
            type: 'string',
            since: '2.2.8',
            page: clusters,
            anchor: '',
            description:
                'Some servers of each named Redis cluster, in quotes: `"shop[]=host1:7000&shop[]=host2:7000"`. Not for sessions: those are in `session.save_path`.',
        },
        'redis.clusters.timeout': {
            type: 'string',
            since: '2.2.8',
            page: clusters,
            anchor: '',
            description: 'For each cluster, how many seconds a command may take: `"shop=5"`.',
        },
        'redis.clusters.read_timeout': {
            type: 'string',
            since: '2.2.8',
            page: clusters,
            anchor: '',
            description: 'For each cluster, how many seconds to wait for one server\u2019s answer.',
        },
        'redis.clusters.persistent': {
            type: 'string',
            since: '4.0',
            page: clusters,
            anchor: '',
            description: 'For each cluster, whether connections are kept between requests.',
        },
        'redis.clusters.auth': {
            type: 'string',
            since: '4.3',
            page: clusters,
            anchor: '',
            description: 'Password of each cluster.',
        },
        'redis.clusters.cache_slots': {
            type: 'boolean',
            since: '5.0',
            page: clusters,
            anchor: '',
            description:
                'Keeps in the PHP process which server has which keys, rather than asking for it with every new object.',
        },
    },
};
