import type { Described } from '../described.ts';

/** Time, memory, uploads, and the cache of paths. */
export const limits: Readonly<Record<string, Described>> = {
    max_execution_time: {
        type: 'integer',
        unit: 'seconds',
        description:
            'How long a script may run; 0 sets no limit. On Unix the time spent waiting for databases, files and `sleep()` does not count, unless PHP was built with other timers. The command line has no limit whatever php.ini says.',
    },
    max_input_time: {
        type: 'integer',
        unit: 'seconds',
        description:
            'How long reading a request may take, uploads included. -1: as `max_execution_time`; 0 sets no limit.',
    },
    hard_timeout: {
        type: 'integer',
        unit: 'seconds',
        since: '7.1',
        description:
            'How long after `max_execution_time` PHP ends the whole process where the script could not be stopped; 0: never.',
    },
    memory_limit: {
        type: 'integer',
        unit: 'bytes',
        description:
            'How much memory one script may take; -1 sets no limit. It should be larger than `post_max_size`. Units are `K`, `M`, `G`: `128MB` is 128 bytes to PHP. Less than the 2 MB that PHP has taken by then is rejected, and the default stays in force.',
        notes: [{ version: '8.2', text: 'A unit that PHP does not know is reported at the start.' }],
    },
    max_memory_limit: {
        type: 'integer',
        unit: 'bytes',
        description:
            'The most that scripts may set `memory_limit` to; -1 leaves it to them. A larger `memory_limit` is lowered to it, with a warning.',
    },
    memory_hard_limit_percent: {
        type: 'integer',
        unit: 'percent',
        description: 'Only in Debian\u2019s builds of PHP 8.4, as a patch: at least 100, or -1.',
    },
    realpath_cache_size: {
        type: 'integer',
        unit: 'bytes',
        description:
            'Memory for real paths of files that PHP has looked up, one cache a process. Applications with many files gain from more. Without effect where `open_basedir` is set.',
    },
    realpath_cache_ttl: {
        type: 'integer',
        unit: 'seconds',
        description:
            'How long a path stays in that cache. Longer is faster; after a release behind a symbolic link, old files run for that long.',
    },
    file_uploads: { type: 'boolean', description: 'Accepts uploads of files.' },
    upload_tmp_dir: {
        type: 'path',
        description:
            'Where uploads lie until the script moves them; the user of the web server must be able to write there. Not set, or not writable: the directory for temporary files. It must be within `open_basedir`.',
    },
    upload_max_filesize: {
        type: 'integer',
        unit: 'bytes',
        description:
            'Largest file that may be uploaded. `post_max_size` must be larger, and a proxy before PHP may have a limit of its own: `client_max_body_size` of NGINX is 1 MB.',
    },
    max_file_uploads: {
        type: 'integer',
        description: 'How many files one request may upload; further ones are dropped.',
    },
    'fiber.stack_size': {
        type: 'integer',
        unit: 'bytes',
        description: 'Stack of each fiber; not set, 2 MB on 64 bit systems.',
    },
    'zend.max_allowed_stack_size': {
        type: 'integer',
        unit: 'bytes',
        minimum: -1,
        since: '8.3',
        description:
            'Throws an `Error` where recursion would use up the stack of the process, in place of a crash. 0: found out by PHP; -1: no check. Not all builds of PHP have it.',
    },
    'zend.reserved_stack_size': {
        type: 'integer',
        unit: 'bytes',
        since: '8.3',
        description:
            'How much of `zend.max_allowed_stack_size` stays free for PHP itself; 0: found out by PHP. Not all builds of PHP have it.',
    },
    ignore_user_abort: {
        type: 'boolean',
        description: 'Lets a script run to its end although the visitor has left.',
    },
};
