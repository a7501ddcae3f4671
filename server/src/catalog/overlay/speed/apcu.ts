import type { Overlay } from '../described.ts';

/** Of APCu, which keeps the prefix of the older APC; measured with 5.1.24. */
export const apcu: Overlay = {
    extension: 'apcu',
    versions: 'extension',
    oldestReleases: [{ php: '8.0', release: '5.1.19' }],
    page: 'https://www.php.net/manual/en/apcu.configuration.php',
    directives: {
        'apc.enabled': {
            type: 'boolean',
            anchor: 'ini.apcu.enabled',
            description: 'Whether the cache is there. Off: its functions exist and store nothing.',
        },
        'apc.shm_size': {
            type: 'integer',
            unit: 'bytes',
            minimum: 1,
            anchor: 'ini.apcu.shm-size',
            description:
                'Size of the shared memory that holds the cache. A number below 1048576 counts as megabytes, with a warning: write `64M`.',
        },
        'apc.shm_segments': {
            type: 'integer',
            minimum: 1,
            anchor: 'ini.apcu.shm-segments',
            description:
                'How many pieces of shared memory to take. With mapped memory, the usual case, there is one. Gone with APCu 5.1.25.',
        },
        'apc.entries_hint': {
            type: 'integer',
            minimum: 0,
            anchor: 'ini.apcu.entries-hint',
            description:
                'About how many entries to expect: the size of the hash table. 0 takes a size that fits `apc.shm_size`, and is the default from APCu 5.1.25 on.',
        },
        'apc.ttl': {
            type: 'integer',
            minimum: 0,
            unit: 'seconds',
            anchor: 'ini.apcu.ttl',
            description:
                'How long after its last use an entry without a time to live of its own may be removed when memory runs short. 0: when the memory is full, everything is.',
        },
        'apc.gc_ttl': {
            type: 'integer',
            minimum: 0,
            unit: 'seconds',
            anchor: 'ini.apcu.gc-ttl',
            description:
                'How long a removed entry may stay while a process still uses it. 0: until the last one lets go, however long.',
        },
        'apc.expunge_threshold': {
            type: 'float',
            minimum: 0,
            maximum: 100,
            unit: 'percent',
            anchor: '',
            unmeasured: { default: '0.5', scope: 'SYSTEM', source: 'APCu php_apc.c' },
            description:
                'How much of the memory has to be free after expired entries were removed; otherwise everything is removed. Not yet in APCu 5.1.',
        },
        'apc.mmap_file_mask': {
            type: 'string',
            anchor: 'ini.apcu.mmap-file-mask',
            description:
                'Template of the file behind the shared memory, with six `X` at its end: `/tmp/apc.XXXXXX`. With `.shm` in it, POSIX shared memory. Empty: memory without a file.',
        },
        'apc.mmap_hugepage_size': {
            type: 'integer',
            minimum: 0,
            unit: 'bytes',
            since: '5.1.25',
            anchor: '',
            unmeasured: { default: '0', scope: 'SYSTEM', source: 'APCu php_apc.c' },
            description: 'Size of the large pages to take the memory in; 0 takes ordinary ones.',
        },
        'apc.enable_cli': {
            type: 'boolean',
            anchor: 'ini.apcu.enable-cli',
            description:
                'Whether the command line has a cache too. It is empty at each start and gone at the end: for tests.',
        },
        'apc.slam_defense': {
            type: 'boolean',
            anchor: 'ini.apcu.slam-defense',
            description:
                'Refuses to store a key that another process has stored within the same second. The default was On before APCu 5.1.14.',
        },
        'apc.serializer': {
            type: 'enum',
            values: [
                { value: 'php', description: '`serialize()`' },
                { value: 'default', description: 'Arrays are copied as they are; only objects are serialised' },
                { value: 'igbinary', description: 'With the igbinary extension' },
                { value: 'msgpack', description: 'With the msgpack extension' },
            ],
            openValues: true,
            anchor: 'ini.apcu.serializer',
            description: 'Form in which arrays and objects are stored.',
        },
        'apc.preload_path': {
            type: 'path',
            anchor: 'ini.apcu.preload-path',
            description: 'Directory of `.data` files from which the cache is filled at start.',
        },
        'apc.coredump_unmap': {
            type: 'boolean',
            anchor: 'ini.apcu.coredump-unmap',
            description:
                'Lets go of the shared memory before a crash is written to disk, so that the file is smaller. Doing so within a crash is dangerous.',
        },
        'apc.use_request_time': {
            type: 'boolean',
            anchor: 'ini.apcu.use-request-time',
            description:
                'Measures times to live from the start of the request rather than from now. The default was On before APCu 5.1.19.',
        },
        'apc.smart': {
            type: 'integer',
            minimum: 0,
            anchor: '',
            description:
                'How many times the size of a new entry has to be free for the cache not to be emptied when it runs full; 0 asks for half of the memory.',
        },
        'apc.writable': {
            type: 'path',
            removed: '5.1.13',
            anchor: '',
            unmeasured: { default: '/tmp', scope: 'SYSTEM', source: 'APCu 5.1.12 php_apc.c' },
            description: 'Directory to write to.',
        },
    },
};
