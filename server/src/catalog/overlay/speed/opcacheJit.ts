import type { Described } from '../described.ts';

const since = '8.0';

/** The just-in-time compiler of OPcache. */
export const jitDirectives: Readonly<Record<string, Described>> = {
    'opcache.jit': {
        type: 'enum',
        since,
        alsoBoolean: true,
        values: [
            { value: 'disable', description: 'Off for good' },
            { value: 'off', description: 'Off, but a script may switch it on' },
            { value: 'tracing', description: 'Compiles hot paths, also across functions; the usual choice' },
            { value: 'function', description: 'Compiles whole functions' },
            { value: 'on', description: 'The same as `tracing`' },
        ],
        openValues: true,
        earlierDefaults: [{ version: '8.0', default: 'tracing' }],
        description:
            'Compiles scripts to machine code. It helps programs that calculate, hardly those that wait for a database. It also needs `opcache.jit_buffer_size` above 0, and is off while an extension such as Xdebug takes over how PHP runs code. A number of four digits (`1254`) sets its parts one by one.',
        notes: [
            {
                version: '8.4',
                text: 'Where it is on and cannot be set up, PHP does not start.',
            },
        ],
    },
    'opcache.jit_buffer_size': {
        type: 'integer',
        since,
        unit: 'bytes',
        earlierDefaults: [{ version: '8.0', default: '0' }],
        description: 'Shared memory for machine code, on top of `opcache.memory_consumption`. 0 switches the JIT off.',
    },
    'opcache.jit_debug': {
        type: 'integer',
        since,
        description: 'Bits that choose what the JIT prints about its work. For debugging only.',
    },
    'opcache.jit_bisect_limit': {
        type: 'integer',
        since,
        description:
            'Stops compiling after so many functions, to find the one that is compiled wrongly; 0 sets no limit. For debugging only.',
    },
    'opcache.jit_prof_threshold': {
        type: 'float',
        since,
        description:
            'Share of all calls from which on a function is hot, where functions are judged after the first request: `0.005` are 0.5 %.',
    },
    'opcache.jit_max_root_traces': {
        type: 'integer',
        since,
        description: 'How many traces may start anew; when it is reached, no more code is compiled.',
    },
    'opcache.jit_max_side_traces': {
        type: 'integer',
        since,
        description: 'How many traces may branch off from one that starts anew.',
    },
    'opcache.jit_max_exit_counters': {
        type: 'integer',
        since,
        description: 'How many branches are counted in all traces together.',
    },
    'opcache.jit_hot_loop': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        laterDefaults: [{ version: '8.5', default: '61' }],
        description: 'After how many turns a loop is hot; 0 never compiles loops. Best a prime number.',
    },
    'opcache.jit_hot_func': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        description: 'After how many calls a function is hot; 0 never compiles functions.',
    },
    'opcache.jit_hot_return': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        description: 'After how many times a return is hot; 0 never compiles from there.',
    },
    'opcache.jit_hot_side_exit': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        description: 'After how many times a branch out of a trace is hot; 0 never compiles from there.',
    },
    'opcache.jit_blacklist_root_trace': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        description: 'How often to try to compile a trace before giving it up.',
    },
    'opcache.jit_blacklist_side_trace': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 255,
        description: 'How often to try to compile a branch of a trace before giving it up.',
    },
    'opcache.jit_max_loop_unrolls': {
        type: 'integer',
        since,
        minimum: 1,
        maximum: 9,
        description:
            'How often a loop is unrolled in a trace. The message of PHP says up to 10, but 9 is the most it takes.',
    },
    'opcache.jit_max_recursive_calls': {
        type: 'integer',
        since,
        minimum: 1,
        maximum: 9,
        description:
            'How often a recursive call is unrolled. The message of PHP says up to 10, but 9 is the most it takes.',
    },
    'opcache.jit_max_recursive_returns': {
        type: 'integer',
        since,
        minimum: 0,
        maximum: 3,
        anchor: 'ini.opcache.jit-max-recursive-return',
        description:
            'How often a return from recursion is unrolled. The message of PHP says up to 4, but 3 is the most it takes.',
    },
    'opcache.jit_max_polymorphic_calls': {
        type: 'integer',
        since,
        description: 'How many targets of one call are compiled in place; above, it stays an ordinary call.',
    },
    'opcache.jit_max_trace_length': {
        type: 'integer',
        since: '8.3',
        minimum: 4,
        maximum: 1024,
        anchor: '',
        description: 'How many operations a trace may have.',
    },
};
