import type { Scope } from '../../directive.ts';
import type { Described, Overlay } from '../described.ts';

const upgradeGuide = 'https://xdebug.org/docs/upgrade_guide';

/**
 * Of Xdebug 2. Xdebug 3 still knows the names that the upgrading guide lists, and says at every start that they are of
 * no use (measured); it is silent about the others.
 */
interface Gone {
    readonly default: string;
    readonly scope?: Scope;
    readonly removed?: string;
    readonly type?: Described['type'];
    /** What does the same in Xdebug 3. */
    readonly replacement?: string;
    /** Not in the upgrading guide: Xdebug ignores it without a word. */
    readonly silent?: true;
    readonly description: string;
}

function gone(name: string, entry: Gone): Described {
    const { removed = '3.0', silent, replacement } = entry;
    const outcome = silent
        ? 'Newer versions ignore it without a message.'
        : 'Xdebug 3 ignores it, with a message at each start.';
    return {
        type: entry.type ?? 'boolean',
        removed,
        page: upgradeGuide,
        anchor: silent ? '' : `changed-xdebug.${name}`,
        unmeasured: { default: entry.default, scope: entry.scope ?? 'ALL', source: 'Xdebug 2 xdebug.c' },
        description: `${entry.description} ${outcome}`,
        ...(replacement !== undefined && { replacement }),
    };
}

const tracesAndProfiles = 'With `xdebug.mode = trace` or `profile`.';

/** Of Xdebug 3; measured with 3.4.5. `since` and `removed` count its own versions. */
export const xdebug: Overlay = {
    extension: 'xdebug',
    versions: 'extension',
    oldestReleases: [{ php: '8.0', release: '3.0' }],
    page: 'https://xdebug.org/docs/all_settings',
    directives: {
        'xdebug.mode': {
            type: 'list',
            since: '3.0',
            anchor: 'mode',
            values: [
                { value: 'off', description: 'Nothing; costs next to nothing' },
                { value: 'develop', description: 'Better messages and `var_dump()`' },
                { value: 'debug', description: 'Step debugging' },
                { value: 'profile', description: 'Profiles to look for slow places with' },
                { value: 'trace', description: 'Each call, written to a file' },
                { value: 'coverage', description: 'Which lines ran, for tests' },
                { value: 'gcstats', description: 'What the garbage collector does' },
            ],
            description:
                'What Xdebug does: one or several, separated by commas. Everything but `off` slows PHP down: not for production. The environment variable `XDEBUG_MODE` wins.',
        },
        'xdebug.start_with_request': {
            type: 'enum',
            since: '3.0',
            anchor: 'start_with_request',
            values: [
                { value: 'default', description: '`yes` for profiles, `no` for gcstats, else `trigger`' },
                { value: 'yes', description: 'With each request' },
                { value: 'no', description: 'Never by itself' },
                { value: 'trigger', description: 'Where the request has `XDEBUG_TRIGGER` as a parameter or cookie' },
            ],
            alsoBoolean: true,
            description: 'When debugging, profiling and tracing start.',
        },
        'xdebug.start_upon_error': {
            type: 'enum',
            since: '3.0',
            anchor: 'start_upon_error',
            values: [
                { value: 'default', description: 'As `no`' },
                { value: 'yes', description: 'With a warning, a notice, or something thrown' },
                { value: 'no', description: 'Never' },
            ],
            alsoBoolean: true,
            description: 'Whether an error starts a debugging session.',
        },
        'xdebug.trigger_value': {
            type: 'list',
            since: '3.0',
            anchor: 'trigger_value',
            description:
                'Which values of `XDEBUG_TRIGGER` count; any where it is empty. Several, separated by commas, from 3.1 on.',
        },
        'xdebug.client_host': {
            type: 'string',
            since: '3.0',
            anchor: 'client_host',
            description:
                'Where the editor listens for debugging connections. Within a container that is the host, `host.docker.internal` or `xdebug://gateway`, not `localhost`.',
        },
        'xdebug.client_port': {
            type: 'integer',
            minimum: 0,
            maximum: 65535,
            since: '3.0',
            anchor: 'client_port',
            description: 'Port that the editor listens on. It was 9000 in Xdebug 2.',
        },
        'xdebug.discover_client_host': {
            type: 'boolean',
            since: '3.0',
            anchor: 'discover_client_host',
            description:
                'Connects to whoever sent the request, and to `xdebug.client_host` only where that fails. Anybody who reaches the server can then debug it.',
        },
        'xdebug.client_discovery_header': {
            type: 'list',
            since: '3.0',
            anchor: 'client_discovery_header',
            description:
                'Keys of `$_SERVER` in which `xdebug.discover_client_host` looks for the address, in this order.',
        },
        'xdebug.connect_timeout_ms': {
            type: 'integer',
            unit: 'milliseconds',
            since: '3.0',
            anchor: 'connect_timeout_ms',
            description:
                'How long to wait for the editor. While nobody listens, each request may take that much longer.',
        },
        'xdebug.idekey': {
            type: 'string',
            anchor: 'idekey',
            description: 'Key by which a proxy, and some editors, tell debugging sessions apart.',
        },
        'xdebug.cloud_id': {
            type: 'string',
            since: '3.0',
            anchor: 'cloud_id',
            description: 'Token of Xdebug Cloud, which carries the debugging connection.',
        },
        'xdebug.control_socket': {
            type: 'enum',
            since: '3.3',
            anchor: 'control_socket',
            values: [
                { value: 'default', description: 'On, where the clock is cheap to read' },
                { value: 'time', description: 'On' },
                { value: 'off', description: 'Off' },
            ],
            openValues: true,
            alsoBoolean: true,
            description: 'Whether a running PHP process can be told to start debugging. On Linux and Windows.',
        },
        'xdebug.path_mapping': {
            type: 'boolean',
            since: '3.5',
            anchor: 'path_mapping',
            unmeasured: { default: '0', scope: 'ALL', source: 'Xdebug 3.5 xdebug.c' },
            description: 'Reads files that say which paths of the server are which paths of the editor.',
        },
        'xdebug.log': {
            type: 'path',
            since: '3.0',
            anchor: 'log',
            description:
                'File for what Xdebug has to say: connections that failed, files that could not be written. PHP has to be allowed to write there.',
        },
        'xdebug.log_level': {
            type: 'integer',
            minimum: 0,
            maximum: 10,
            since: '3.0',
            anchor: 'log_level',
            values: [
                { value: '0', description: 'Errors of the configuration' },
                { value: '1', description: 'Errors' },
                { value: '3', description: 'Warnings' },
                { value: '5', description: 'What is said to the editor' },
                { value: '7', description: 'Information' },
                { value: '10', description: 'All' },
            ],
            openValues: true,
            description: 'How much to log: everything up to this level.',
        },
        'xdebug.output_dir': {
            type: 'path',
            since: '3.0',
            anchor: 'output_dir',
            description: `Directory for traces, profiles and statistics. ${tracesAndProfiles}`,
        },
        'xdebug.use_compression': {
            type: 'boolean',
            since: '3.1',
            anchor: 'use_compression',
            description: 'Writes traces and profiles compressed. On by default where Xdebug was built with zlib.',
        },
        'xdebug.file_link_format': {
            type: 'string',
            anchor: 'file_link_format',
            description: 'Address behind the file names of stack traces: `%f` is the file, `%l` the line.',
        },
        'xdebug.filename_format': {
            type: 'string',
            since: '2.6',
            anchor: 'filename_format',
            description:
                'How file names are shown: `%n` name, `%p` with one directory, `%a` with two, `%f` the whole path, `%s` the separator.',
        },
        'xdebug.var_display_max_children': {
            type: 'integer',
            minimum: -1,
            anchor: 'var_display_max_children',
            description: 'How many elements and properties are shown; -1 shows all.',
        },
        'xdebug.var_display_max_data': {
            type: 'integer',
            minimum: -1,
            unit: 'characters',
            anchor: 'var_display_max_data',
            description: 'How much of a string is shown; -1 shows all.',
        },
        'xdebug.var_display_max_depth': {
            type: 'integer',
            minimum: -1,
            maximum: 1023,
            anchor: 'var_display_max_depth',
            description: 'How many levels of arrays and objects are shown; -1 shows as many as possible.',
        },
        'xdebug.max_nesting_level': {
            type: 'integer',
            anchor: 'max_nesting_level',
            description:
                'How deep calls may nest before Xdebug throws an `Error`; -1 sets no limit. The default was 256 before Xdebug 3.3.',
        },
        'xdebug.max_stack_frames': {
            type: 'integer',
            minimum: -1,
            since: '2.3',
            anchor: 'max_stack_frames',
            description: 'How many calls a stack trace shows; -1 shows all.',
        },
        'xdebug.cli_color': {
            type: 'integer',
            minimum: 0,
            maximum: 2,
            since: '2.2',
            anchor: 'cli_color',
            values: [
                { value: '0', description: 'Never' },
                { value: '1', description: 'On a terminal' },
                { value: '2', description: 'Always' },
            ],
            description: 'Colours on the command line.',
        },
        'xdebug.force_display_errors': {
            type: 'boolean',
            since: '2.3',
            anchor: 'force_display_errors',
            description: 'Shows errors whatever `display_errors` says.',
        },
        'xdebug.force_error_reporting': {
            type: 'bitmask',
            since: '2.3',
            anchor: 'force_error_reporting',
            description: 'Levels that are reported whatever `error_reporting` says.',
        },
        'xdebug.halt_level': {
            type: 'bitmask',
            since: '2.3',
            anchor: 'halt_level',
            description:
                'Levels that end the script. Only `E_WARNING`, `E_NOTICE`, `E_USER_WARNING` and `E_USER_NOTICE` count.',
        },
        'xdebug.scream': {
            type: 'boolean',
            since: '2.1',
            anchor: 'scream',
            description: 'Takes `@` its effect: suppressed errors are shown.',
        },
        'xdebug.show_error_trace': {
            type: 'boolean',
            since: '2.6',
            anchor: 'show_error_trace',
            description: 'Shows a stack trace with each `Error`, also where it is caught.',
        },
        'xdebug.show_exception_trace': {
            type: 'boolean',
            anchor: 'show_exception_trace',
            description: 'Shows a stack trace with each exception, also where it is caught.',
        },
        'xdebug.show_local_vars': {
            type: 'boolean',
            anchor: 'show_local_vars',
            description: 'Shows the variables of the innermost function with each error.',
        },
        'xdebug.dump_globals': {
            type: 'boolean',
            anchor: 'dump_globals',
            description: 'Shows with errors what the `xdebug.dump` directives name.',
        },
        'xdebug.dump_once': {
            type: 'boolean',
            anchor: 'dump_once',
            description: 'Shows that with the first error of a request only.',
        },
        'xdebug.dump_undefined': {
            type: 'boolean',
            anchor: 'dump_undefined',
            description: 'Shows elements that do not exist, too.',
        },
        'xdebug.dump.COOKIE': dump('_COOKIE'),
        'xdebug.dump.ENV': dump('_ENV'),
        'xdebug.dump.FILES': dump('_FILES'),
        'xdebug.dump.GET': dump('_GET'),
        'xdebug.dump.POST': dump('_POST'),
        'xdebug.dump.REQUEST': dump('_REQUEST'),
        'xdebug.dump.SERVER': dump('_SERVER'),
        'xdebug.dump.SESSION': dump('_SESSION'),
        'xdebug.profiler_append': {
            type: 'boolean',
            anchor: 'profiler_append',
            description: 'Adds to a profile of the same name rather than replacing it.',
        },
        'xdebug.profiler_output_name': {
            type: 'string',
            anchor: 'profiler_output_name',
            description: 'Name of profiles; takes what `xdebug.trace_output_name` does.',
        },
        'xdebug.gc_stats_output_name': {
            type: 'string',
            since: '2.6',
            anchor: 'gc_stats_output_name',
            description: 'Name of the garbage collector\u2019s statistics; takes what `xdebug.trace_output_name` does.',
        },
        'xdebug.trace_output_name': {
            type: 'string',
            anchor: 'trace_output_name',
            description:
                'Name of traces, without `.xt`: `%p` process, `%r` random, `%t` time, `%u` time with microseconds, `%s` script, `%R` address, `%H` host, `%S` session, `%c` directory.',
        },
        'xdebug.trace_format': {
            type: 'integer',
            minimum: 0,
            anchor: 'trace_format',
            values: [
                { value: '0', description: 'For people' },
                { value: '1', description: 'For programs, separated by tabs' },
                { value: '2', description: 'HTML' },
                { value: '3', description: 'A flame graph of time' },
                { value: '4', description: 'A flame graph of memory' },
            ],
            openValues: true,
            description: 'Form of traces.',
        },
        'xdebug.trace_options': {
            type: 'integer',
            minimum: 0,
            anchor: 'trace_options',
            description:
                'A sum of: 1 add to a file of the same name, 2 for programs, 4 HTML, 8 no `.xt` behind the name, 16 and 32 flame graphs of time and of memory.',
        },
        'xdebug.collect_assignments': {
            type: 'boolean',
            since: '2.1',
            anchor: 'collect_assignments',
            description: 'Traces assignments, too.',
        },
        'xdebug.collect_params': {
            type: 'boolean',
            anchor: 'collect_params',
            description:
                'Traces the arguments of calls. A number from 0 to 4 in Xdebug 2, not known in 3.0 to 3.2, and On or Off from 3.3 on.',
        },
        'xdebug.collect_return': {
            type: 'boolean',
            anchor: 'collect_return',
            description: 'Traces what calls return.',
        },
        'xdebug.remote_enable': gone('remote_enable', {
            scope: 'PERDIR',
            default: '0',
            replacement: 'xdebug.mode',
            description: 'Step debugging: `xdebug.mode = debug` in Xdebug 3.',
        }),
        'xdebug.remote_autostart': gone('remote_autostart', {
            default: '0',
            replacement: 'xdebug.start_with_request',
            description: 'Debugs each request: `xdebug.start_with_request = yes` in Xdebug 3.',
        }),
        'xdebug.remote_host': gone('remote_host', {
            type: 'string',
            default: 'localhost',
            replacement: 'xdebug.client_host',
            description: 'Where the editor listens.',
        }),
        'xdebug.remote_port': gone('remote_port', {
            type: 'integer',
            default: '9000',
            replacement: 'xdebug.client_port',
            description: 'Port that the editor listens on; 9003 is the default in Xdebug 3.',
        }),
        'xdebug.remote_connect_back': gone('remote_connect_back', {
            default: '0',
            replacement: 'xdebug.discover_client_host',
            description: 'Connects to whoever sent the request.',
        }),
        'xdebug.remote_addr_header': gone('remote_addr_header', {
            type: 'string',
            default: '',
            silent: true,
            replacement: 'xdebug.client_discovery_header',
            description: 'Key of `$_SERVER` that holds the address of whoever sent the request.',
        }),
        'xdebug.remote_timeout': gone('remote_timeout', {
            type: 'integer',
            default: '200',
            replacement: 'xdebug.connect_timeout_ms',
            description: 'How long to wait for the editor, in milliseconds.',
        }),
        'xdebug.remote_log': gone('remote_log', {
            type: 'path',
            default: '',
            replacement: 'xdebug.log',
            description: 'File for what is said to the editor.',
        }),
        'xdebug.remote_log_level': gone('remote_log_level', {
            type: 'integer',
            default: '7',
            replacement: 'xdebug.log_level',
            description: 'How much of that is written.',
        }),
        'xdebug.remote_mode': gone('remote_mode', {
            type: 'string',
            default: 'req',
            replacement: 'xdebug.start_with_request',
            description: '`req` debugs from the start, `jit` from the first error on.',
        }),
        'xdebug.remote_handler': gone('remote_handler', {
            type: 'string',
            default: 'dbgp',
            removed: '2.9',
            silent: true,
            description: 'Protocol of the editor; there is only one.',
        }),
        'xdebug.remote_cookie_expire_time': gone('remote_cookie_expire_time', {
            type: 'integer',
            default: '3600',
            silent: true,
            description: 'How long the cookie of a debugging session lives, in seconds.',
        }),
        'xdebug.default_enable': gone('default_enable', {
            default: '1',
            replacement: 'xdebug.mode',
            description: 'Better messages: `xdebug.mode = develop` in Xdebug 3.',
        }),
        'xdebug.coverage_enable': gone('coverage_enable', {
            scope: 'SYSTEM',
            default: '1',
            replacement: 'xdebug.mode',
            description: 'Code coverage: `xdebug.mode = coverage` in Xdebug 3.',
        }),
        'xdebug.profiler_enable': gone('profiler_enable', {
            scope: 'PERDIR',
            default: '0',
            replacement: 'xdebug.mode',
            description: 'Profiles each request: `xdebug.mode = profile` in Xdebug 3.',
        }),
        'xdebug.profiler_enable_trigger': gone('profiler_enable_trigger', {
            scope: 'PERDIR',
            default: '0',
            replacement: 'xdebug.start_with_request',
            description:
                'Profiles requests that ask for it: `xdebug.mode = profile` with `xdebug.start_with_request = trigger` in Xdebug 3.',
        }),
        'xdebug.profiler_enable_trigger_value': gone('profiler_enable_trigger_value', {
            scope: 'PERDIR',
            type: 'string',
            default: '',
            replacement: 'xdebug.trigger_value',
            description: 'What such a request has to say.',
        }),
        'xdebug.profiler_output_dir': gone('profiler_output_dir', {
            scope: 'PERDIR',
            type: 'path',
            default: '/tmp',
            replacement: 'xdebug.output_dir',
            description: 'Directory for profiles.',
        }),
        'xdebug.profiler_aggregate': gone('profiler_aggregate', {
            default: '0',
            scope: 'PERDIR',
            removed: '2.9',
            silent: true,
            description: 'One profile for several requests.',
        }),
        'xdebug.auto_trace': gone('auto_trace', {
            default: '0',
            replacement: 'xdebug.mode',
            description: 'Traces each request: `xdebug.mode = trace` in Xdebug 3.',
        }),
        'xdebug.trace_enable_trigger': gone('trace_enable_trigger', {
            scope: 'PERDIR',
            default: '0',
            replacement: 'xdebug.start_with_request',
            description:
                'Traces requests that ask for it: `xdebug.mode = trace` with `xdebug.start_with_request = trigger` in Xdebug 3.',
        }),
        'xdebug.trace_enable_trigger_value': gone('trace_enable_trigger_value', {
            scope: 'PERDIR',
            type: 'string',
            default: '',
            replacement: 'xdebug.trigger_value',
            description: 'What such a request has to say.',
        }),
        'xdebug.trace_output_dir': gone('trace_output_dir', {
            type: 'path',
            default: '/tmp',
            replacement: 'xdebug.output_dir',
            description: 'Directory for traces.',
        }),
        'xdebug.gc_stats_enable': gone('gc_stats_enable', {
            scope: 'PERDIR',
            default: '0',
            replacement: 'xdebug.mode',
            description: 'Statistics of the garbage collector: `xdebug.mode = gcstats` in Xdebug 3.',
        }),
        'xdebug.gc_stats_output_dir': gone('gc_stats_output_dir', {
            scope: 'PERDIR',
            type: 'path',
            default: '/tmp',
            replacement: 'xdebug.output_dir',
            description: 'Directory for these statistics.',
        }),
        'xdebug.collect_includes': gone('collect_includes', {
            default: '1',
            description: 'Traced the names of included files; Xdebug 3 always does.',
        }),
        'xdebug.collect_vars': gone('collect_vars', {
            default: '0',
            description: 'Collected the variables of each function; Xdebug 3 does so where it needs them.',
        }),
        'xdebug.overload_var_dump': gone('overload_var_dump', {
            type: 'integer',
            default: '2',
            description: 'Replaced `var_dump()`; Xdebug 3 does so with `xdebug.mode = develop`.',
        }),
        'xdebug.show_mem_delta': gone('show_mem_delta', {
            default: '0',
            description: 'Traced how much more memory was used; Xdebug 3 always does.',
        }),
        'xdebug.extended_info': gone('extended_info', {
            default: '1',
            scope: 'SYSTEM',
            removed: '2.8',
            silent: true,
            description: 'Made PHP keep what step debugging needs; Xdebug does so where it needs it.',
        }),
        'xdebug.manual_url': gone('manual_url', {
            type: 'string',
            default: 'http://www.php.net',
            removed: '2.2.1',
            silent: true,
            description: 'Where links in messages led to.',
        }),
    },
};

function dump(superglobal: string): Described {
    return {
        type: 'list',
        anchor: '',
        description: `Elements of \`$${superglobal}\` to show with errors, separated by commas without spaces; \`*\` shows all.`,
    };
}
