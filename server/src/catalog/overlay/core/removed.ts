import { MANUAL } from '../../directive.ts';
import type { Described } from '../described.ts';

/** Today's manual knows nothing older than PHP 7. */
function pageOf(version: string): string {
    return version.startsWith('7.') ? `${MANUAL}migration${version.replace('.', '')}.incompatible.php` : '';
}

/**
 * Set to something else than 0, PHP does not start: `Directive '…' is no longer available in PHP` (measured on 7.4 to
 * 8.5).
 */
function refused(removed: string, description: string, rest: Partial<Described> = {}): Described {
    return { type: 'boolean', removed, refusedSince: removed, page: pageOf(removed), description, ...rest };
}

/** PHP ignores it, whatever the value. */
function ignored(removed: string, description: string, rest: Partial<Described> = {}): Described {
    return { type: 'boolean', removed, page: pageOf(removed), description, ...rest };
}

/** What PHP had before 7.4, and old files still set. */
export const removed: Readonly<Record<string, Described>> = {
    allow_call_time_pass_reference: refused('5.4', 'Let callers pass arguments by reference, with `&`.'),
    always_populate_raw_post_data: ignored('7.0', 'Filled `$HTTP_RAW_POST_DATA`; scripts read `php://input` now.'),
    arg_separator: ignored('4.0.6', 'Became two directives.', {
        type: 'string',
        replacement: 'arg_separator.output',
    }),
    asp_tags: refused('7.0', 'Took `<%` and `%>` for the start and end of PHP.'),
    define_syslog_variables: refused('5.4', 'Defined variables with the names of the system log\u2019s constants.'),
    detect_unicode: ignored('5.4', 'An older name.', { replacement: 'zend.detect_unicode' }),
    exit_on_timeout: ignored('7.0', 'Ended a process of Apache 1.x after a time-out.'),
    gpc_order: ignored('5.0', 'Order of query string, form and cookies.', {
        type: 'string',
        replacement: 'variables_order',
    }),
    'highlight.bg': refused('5.4', 'Background of highlighted source code.', { type: 'string' }),
    magic_quotes_gpc: refused(
        '5.4',
        'Put backslashes before quotes in all input. It never protected from injection: scripts bind parameters.',
    ),
    magic_quotes_runtime: refused('5.4', 'Put backslashes before quotes in what databases and files gave.'),
    magic_quotes_sybase: refused('5.4', 'Doubled quotes in place of backslashes before them.'),
    register_globals: refused(
        '5.4',
        'Made a variable of every input: `?admin=1` set `$admin`. Scripts read `$_GET`, `$_POST` and `$_COOKIE`.',
    ),
    register_long_arrays: refused('5.4', 'Made `$HTTP_GET_VARS` and its like; scripts read `$_GET` now.'),
    safe_mode: refused(
        '5.4',
        'Checked owners of files on shared servers; users of their own, or containers, do that.',
        {
            replacement: 'open_basedir',
        },
    ),
    safe_mode_allowed_env_vars: refused('5.4', 'Which environment variables scripts could change.', { type: 'list' }),
    safe_mode_exec_dir: refused('5.4', 'Where programs that scripts start had to lie.', { type: 'path' }),
    safe_mode_gid: refused('5.4', 'Made `safe_mode` compare groups in place of users.'),
    safe_mode_include_dir: refused('5.4', 'Where `safe_mode` did not look at owners.', { type: 'pathList' }),
    safe_mode_protected_env_vars: refused('5.4', 'Which environment variables scripts could not change.', {
        type: 'list',
    }),
    'sql.safe_mode': ignored(
        '7.2',
        'Made functions of databases ignore the host, user and password that scripts gave.',
    ),
    track_vars: ignored('4.0.3', 'Made `$HTTP_GET_VARS` and its like.'),
    y2k_compliance: ignored('5.4', 'Wrote the year of cookies with four digits, as PHP always does.'),
    'zend.ze1_compatibility_mode': refused('5.3', 'Copied objects where they are assigned, as PHP 4 did.', {
        refusedSince: '5.4',
    }),
    zend_extension_debug: ignored('5.3', 'For debug builds of PHP.', { type: 'path', replacement: 'zend_extension' }),
    zend_extension_debug_ts: ignored('5.3', 'For debug builds of PHP with threads.', {
        type: 'path',
        replacement: 'zend_extension',
    }),
    zend_extension_ts: ignored('5.3', 'For builds of PHP with threads.', {
        type: 'path',
        replacement: 'zend_extension',
    }),
};
