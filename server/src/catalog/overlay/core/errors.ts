import type { Described } from '../described.ts';

/** What PHP does with its errors: shown, logged, left out. */
export const errors: Readonly<Record<string, Described>> = {
    error_reporting: {
        type: 'bitmask',
        description:
            'Which errors are reported at all; where they go is up to `display_errors` and `log_errors`. Written with the constants of PHP and `|`, `&`, `~`, without quotes. Not set it stands for `E_ALL`.',
        notes: [
            {
                version: '8.0',
                text: 'Not set it stands for `E_ALL`; before, for `E_ALL & ~E_NOTICE & ~E_STRICT & ~E_DEPRECATED`.',
            },
            { version: '8.4', text: '`E_STRICT` is deprecated: no error has that level any more.' },
        ],
    },
    display_errors: {
        type: 'enum',
        values: [
            { value: 'Off', description: 'Visitors see no errors: right for production' },
            { value: 'On', description: 'Errors become part of the page' },
            { value: 'stdout', description: 'The same as `On`' },
            { value: 'stderr', description: 'To standard error; for the command line and CGI' },
        ],
        alsoBoolean: true,
        description:
            'Whether errors are part of the output. On a public server that tells visitors paths, queries and sometimes passwords; log them with `log_errors` there.',
    },
    display_startup_errors: {
        type: 'boolean',
        description:
            'Shows errors from the start of PHP as well, such as extensions that could not be loaded. Only together with `display_errors`.',
    },
    log_errors: {
        type: 'boolean',
        description: 'Writes errors to `error_log`, or to the log of the server where that is not set.',
    },
    log_errors_max_len: {
        type: 'integer',
        unit: 'bytes',
        description: 'Longest message that is logged or shown; 0 sets no limit.',
        notes: [{ version: '8.0', text: 'Without effect: messages are not cut any more.' }],
    },
    error_log: {
        type: 'path',
        values: [{ value: 'syslog', description: 'To the system log, or the event log of Windows' }],
        openValues: true,
        description:
            'The file that errors are written to, or `syslog`. The user of the web server must be able to write it; a relative path depends on the script. Not set, errors go to the log of the server, or to standard error on the command line.',
    },
    error_log_mode: {
        type: 'integer',
        description:
            'Permissions that the file of `error_log` gets when PHP creates it, in octal with a leading 0: `0640`. PHP takes a number without the 0 as decimal.',
    },
    ignore_repeated_errors: {
        type: 'boolean',
        description: 'Does not log the same error of the same line again.',
    },
    ignore_repeated_source: {
        type: 'boolean',
        description: 'With `ignore_repeated_errors`, counts errors as the same wherever they come from.',
    },
    html_errors: {
        type: 'boolean',
        description:
            'Errors that are shown contain HTML and links into the manual. The command line turns it off whatever php.ini says.',
    },
    docref_root: {
        type: 'string',
        description: 'Where the links in HTML error messages lead: the address of a manual, which ends with `/`.',
    },
    docref_ext: {
        type: 'string',
        description: 'What the links of `docref_root` end with; starts with a dot: `.html`.',
    },
    error_prepend_string: {
        type: 'string',
        description: 'Text, mostly HTML, before each error that is shown.',
    },
    error_append_string: {
        type: 'string',
        description: 'Text, mostly HTML, behind each error that is shown.',
    },
    fatal_error_backtraces: {
        type: 'boolean',
        description: 'Adds a stack trace to fatal errors.',
    },
    report_memleaks: {
        type: 'boolean',
        deprecated: '8.5',
        description: 'Reports memory leaks, in debug builds of PHP only.',
        notes: [{ version: '8.5', text: 'Turning it off is reported as deprecated at every start.' }],
    },
    report_zend_debug: {
        page: 'https://www.php.net/manual/en/errorfunc.configuration.php',
        type: 'boolean',
        description: 'Left from early versions of PHP; without effect.',
    },
    track_errors: {
        type: 'boolean',
        deprecated: '7.2',
        refusedSince: '8.0',
        description: 'Kept the last error in `$php_errormsg`; scripts call `error_get_last()` now.',
    },
    xmlrpc_errors: {
        type: 'boolean',
        description: 'Formats errors as XML-RPC messages.',
    },
    xmlrpc_error_number: {
        type: 'integer',
        description: 'The `faultCode` of errors that `xmlrpc_errors` formats.',
    },
    'syslog.facility': {
        type: 'enum',
        values: [
            { value: 'LOG_USER' },
            { value: 'LOG_DAEMON' },
            { value: 'LOG_LOCAL0' },
            { value: 'LOG_LOCAL1' },
            { value: 'LOG_LOCAL2' },
            { value: 'LOG_LOCAL3' },
            { value: 'LOG_LOCAL4' },
            { value: 'LOG_LOCAL5' },
            { value: 'LOG_LOCAL6' },
            { value: 'LOG_LOCAL7' },
        ],
        openValues: true,
        since: '7.3',
        description: 'The facility of the system log that errors go to where `error_log = syslog`.',
    },
    'syslog.filter': {
        type: 'enum',
        values: [
            { value: 'no-ctrl', description: 'Control characters are escaped' },
            { value: 'ascii', description: 'All but printable ASCII is escaped' },
            { value: 'all', description: 'Nothing is escaped; one message a line' },
            { value: 'raw', description: 'Nothing is escaped, and lines are not split' },
        ],
        since: '7.3',
        description: 'What becomes of special characters in messages to the system log.',
    },
    'syslog.ident': {
        type: 'string',
        since: '7.3',
        description: 'The name that each message in the system log starts with.',
    },
};
