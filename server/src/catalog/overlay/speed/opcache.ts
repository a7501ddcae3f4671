import type { Overlay } from '../described.ts';
import { jitDirectives } from './opcacheJit.ts';

const windowsOnly = 'Only PHP for Windows knows it.';
const source = 'php-src 8.2 ext/opcache/zend_accelerator_module.c';

/** Part of every PHP from 8.5 on; before, an extension that `zend_extension=opcache` loads. */
export const opcache: Overlay = {
    extension: 'zend opcache',
    versions: 'php',
    page: 'https://www.php.net/manual/en/opcache.configuration.php',
    directives: {
        'opcache.enable': {
            type: 'boolean',
            description:
                'Keeps compiled scripts in memory that all processes share. A script may switch it off for itself, but not on. The command line needs `opcache.enable_cli` too.',
            notes: [
                {
                    version: '8.5',
                    text: 'OPcache is built into PHP; `zend_extension=opcache` is no longer needed and gives a warning.',
                },
            ],
        },
        'opcache.enable_cli': {
            type: 'boolean',
            description:
                'Also caches on the command line. As each command starts with an empty cache, this only pays for long running ones, or together with `opcache.file_cache`.',
        },
        'opcache.memory_consumption': {
            type: 'integer',
            unit: 'megabytes',
            minimum: 8,
            description:
                'Size of the shared memory, as a plain number of megabytes. The letter of a size is not read: `256M` is 256 MB, but `1G` counts as 1 MB. When the memory is full, further scripts are compiled with every request.',
            notes: [
                {
                    version: '8.0',
                    text: 'A value below 8 is not taken, the default stays in force; before, it was raised to 8.',
                },
            ],
        },
        'opcache.interned_strings_buffer': {
            type: 'integer',
            unit: 'megabytes',
            minimum: 0,
            maximum: 32767,
            rangeSince: '8.2',
            description:
                'Part of the shared memory that is kept for strings which scripts have in common, as a plain number of megabytes. Large applications fill the default of 8. Write no letter: `16M` counts as 16777216 megabytes.',
            notes: [
                { version: '8.2', text: 'A value out of range is not taken; the default stays in force.' },
                { version: '8.4', text: 'Up to 32767 on 64-bit machines; 4095 before.' },
            ],
        },
        'opcache.max_accelerated_files': {
            type: 'integer',
            minimum: 200,
            maximum: 1000000,
            description:
                'How many scripts the cache can hold, rounded up to a prime number (16229 for the default of 10000). It should be well above the number of PHP files, those of `vendor` and of cached templates included; otherwise scripts fall out although memory is left.',
        },
        'opcache.max_wasted_percentage': {
            type: 'integer',
            unit: 'percent',
            minimum: 1,
            maximum: 50,
            description:
                'How much of the memory outdated scripts may take before the cache is emptied and filled anew, once it is full.',
        },
        'opcache.use_cwd': {
            type: 'boolean',
            description:
                'Tells scripts with relative names apart by the working directory. Off is a little faster and mixes up files of the same name in different applications.',
        },
        'opcache.validate_timestamps': {
            type: 'boolean',
            description:
                'Looks for changed scripts every `opcache.revalidate_freq` seconds. Off is fastest, but a deployment then takes effect only after a restart or `opcache_reset()`, on each node of a cluster.',
        },
        'opcache.revalidate_freq': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long a cached script is trusted before its time of change is looked at again; 0 looks with every request. Until then requests may mix old and new files of a deployment. Without effect where `opcache.validate_timestamps` is off.',
        },
        'opcache.revalidate_path': {
            type: 'boolean',
            description:
                'Searches `include_path` again for files that are cached already. Off, a file that appears earlier in the path is not found.',
        },
        'opcache.validate_permission': {
            type: 'boolean',
            description:
                'Checks that the user may read a script before it is taken from the cache. Needed where several users share one PHP, or one reads the sources of the other.',
        },
        'opcache.validate_root': {
            type: 'boolean',
            description:
                'Keeps the scripts of different chroots apart. Without it, a file of the same path in another chroot may be run.',
        },
        'opcache.save_comments': {
            type: 'boolean',
            description:
                'Keeps doc comments. Off saves memory and breaks what reads them: annotations of Doctrine, PHPUnit and many frameworks.',
        },
        'opcache.record_warnings': {
            type: 'boolean',
            description: 'Repeats warnings of the compiler when a script comes from the cache.',
        },
        'opcache.enable_file_override': {
            type: 'boolean',
            description:
                '`file_exists()`, `is_file()` and `is_readable()` answer from the cache for scripts in it. Together with `opcache.validate_timestamps = Off` they may be wrong for good.',
        },
        'opcache.file_update_protection': {
            type: 'integer',
            unit: 'seconds',
            anchor: 'ini.opcache.file_update_protection',
            description:
                'Files younger than this are not cached, as they may still be written. Set 0 where deployments replace files or directories in one step.',
        },
        'opcache.max_file_size': {
            type: 'integer',
            unit: 'bytes',
            description: 'Larger scripts are not cached; 0 sets no limit.',
        },
        'opcache.blacklist_filename': {
            type: 'path',
            description:
                'File that lists scripts not to be cached, one a line; `*` stands for any text, a line is also the beginning of a path, `;` starts a comment. May itself be a pattern for several such files.',
        },
        'opcache.dups_fix': {
            type: 'boolean',
            description: 'Work-around for `Cannot redeclare class`; leave it off otherwise.',
        },
        'opcache.consistency_checks': {
            type: 'integer',
            description:
                'Checked the cache with every n-th request, for hunting bugs. It never worked well: the last releases of 8.1 and 8.2 put any value back to 0.',
        },
        'opcache.force_restart_timeout': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long emptying the cache waits for processes that still use it; then they are killed. Requests that run longer may be cut off at that moment.',
        },
        'opcache.error_log': {
            type: 'path',
            description: 'Where the messages of OPcache go; empty means the standard error output.',
        },
        'opcache.log_verbosity_level': {
            type: 'integer',
            values: [
                { value: '0', description: 'Fatal errors' },
                { value: '1', description: 'Errors too' },
                { value: '2', description: 'Warnings too: cache full, restarts' },
                { value: '3', description: 'Information too' },
                { value: '4', description: 'All, for debugging' },
            ],
            openValues: true,
            description: 'How much OPcache reports. From 2 on it says when the memory is full.',
        },
        'opcache.restrict_api': {
            type: 'path',
            description:
                'Only scripts whose path starts with this may call `opcache_reset()` and the other functions of OPcache; empty lets all of them. Worth setting where several applications share one PHP.',
        },
        'opcache.lockfile_path': {
            type: 'path',
            anchor: 'ini.opcache.lockfile_path',
            description: 'Directory of the lock files.',
        },
        'opcache.file_cache': {
            type: 'path',
            description:
                'Directory where compiled scripts are kept too, so that a restart does not begin with nothing. It must be absolute, exist and be writable.',
            notes: [
                {
                    version: '8.5',
                    text: 'PHP does not start where the directory is not usable; before, it only said so in the log.',
                },
            ],
        },
        'opcache.file_cache_only': {
            type: 'boolean',
            description: 'Uses `opcache.file_cache` in place of shared memory.',
        },
        'opcache.file_cache_consistency_checks': {
            type: 'boolean',
            description: 'Verifies the checksum of scripts that come from `opcache.file_cache`.',
        },
        'opcache.file_cache_read_only': {
            type: 'boolean',
            anchor: '',
            description:
                'Never writes into `opcache.file_cache`. For images of containers that ship with a filled cache on a read-only file system.',
        },
        'opcache.file_cache_fallback': {
            type: 'boolean',
            description: `Falls back on \`opcache.file_cache\` in a process that cannot attach to the shared memory. ${windowsOnly}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'opcache.cache_id': {
            type: 'string',
            since: '7.4',
            description: `Processes with the same value share one cache. ${windowsOnly}`,
            unmeasured: { default: '', scope: 'SYSTEM', source },
        },
        'opcache.mmap_base': {
            type: 'string',
            description: `Address of the shared memory, against \`Unable to reattach to base address\`. ${windowsOnly}`,
            unmeasured: { default: '', scope: 'SYSTEM', source },
        },
        'opcache.huge_code_pages': {
            type: 'boolean',
            anchor: 'ini.opcache.huge_code_pages',
            description:
                'Copies the code of PHP itself into huge pages at start. The system has to have some set aside, which containers seldom do.',
        },
        'opcache.preload': {
            type: 'path',
            since: '7.4',
            description:
                'Script that runs once when the server starts; the classes and functions it loads are there for every request. Changes of these files need a restart, and PHP does not start at all when the script is missing or fails. Not on Windows.',
        },
        'opcache.preload_user': {
            type: 'string',
            since: '7.4',
            description:
                'User as whom `opcache.preload` runs where PHP starts as root. Without it preloading as root is refused.',
            notes: [{ version: '8.3', text: 'No longer needed for root on the command line.' }],
        },
        'opcache.preferred_memory_model': {
            type: 'enum',
            values: [
                { value: 'mmap' },
                { value: 'shm', description: 'System V shared memory' },
                { value: 'posix', description: 'POSIX shared memory' },
                { value: 'win32', description: 'Windows only' },
            ],
            openValues: true,
            description: 'Kind of shared memory. Leave it empty: PHP chooses well.',
        },
        'opcache.protect_memory': {
            type: 'boolean',
            description: 'Guards the shared memory against writing while scripts run. For hunting bugs of PHP only.',
        },
        'opcache.optimization_level': {
            type: 'integer',
            description:
                'One bit for each pass of the optimizer, mostly written in hexadecimal. The default has all that are safe; bits 14 (constants) and 16 (overloaded operators) may change what a program does.',
        },
        'opcache.opt_debug_level': {
            type: 'integer',
            anchor: 'ini.opcache.opt_debug_level',
            description:
                'Prints opcodes to the standard error output: `0x10000` before optimization, `0x20000` after it. For debugging only.',
        },
        'opcache.fast_shutdown': {
            type: 'boolean',
            removed: '7.2',
            description: 'Freed memory faster at the end of a request. PHP does that by itself now.',
            unmeasured: { default: '0', scope: 'SYSTEM', source: 'manual, opcache.configuration' },
        },
        'opcache.inherited_hack': {
            type: 'boolean',
            removed: '7.3',
            description: 'Had no effect since PHP 5.3.',
            unmeasured: { default: '1', scope: 'SYSTEM', source: 'manual, opcache.configuration' },
        },
        'opcache.load_comments': {
            type: 'boolean',
            removed: '7.0',
            replacement: 'opcache.save_comments',
            anchor: '',
            description: 'Loaded doc comments with a script. What is saved is always loaded now.',
            unmeasured: { default: '1', scope: 'ALL', source: 'php-src 5.6 ext/opcache/zend_accelerator_module.c' },
        },
        ...jitDirectives,
    },
};
