import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serverRules } from '../../../server/src/rules/servers/table.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextsOf } from '../support/cursor.ts';

const uris = {
    pool: 'file:///etc/php/8.4/fpm/pool.d/shop.conf',
    vhost: 'file:///etc/httpd/conf.d/shop.conf',
    htaccess: 'file:///srv/shop/public/.htaccess',
} as const;

/** What the rules about servers say of a file, as codes with the text that they mark. */
function told(kind: keyof typeof uris, text: string): string[] {
    const uri = uris[kind];
    return contextsOf(text, { uri }).flatMap(context =>
        checkDocument(context, {
            rules: serverRules,
            onFailure: (rule, error) => {
                throw new Error(rule.code, { cause: error });
            },
        }).map(({ rule, diagnostic }) => {
            const { start, end } = context.embedding?.toFile(diagnostic.range) ?? diagnostic.range;
            return `${rule.code}: ${text.slice(start, end)}`;
        }),
    );
}

const inPool = (...lines: readonly string[]): string => `[shop]\n${lines.join('\n')}\n`;

describe('rules about pools, vhosts and .htaccess', () => {
    for (const [kind, text, expected] of [
        // A flag that is none.
        ['pool', inPool('php_flag[display_errors] = 3'), ['php-flag-word: 3']],
        ['pool', inPool('php_admin_flag[opcache.enable] = "1 "'), ['php-flag-word: "1 "']],
        ['pool', inPool('php_flag[session.use_strict_mode] = enabled ; why'), ['php-flag-word: enabled']],
        ['pool', inPool('php_flag[post_max_size] = 64M'), ['php-flag-word: 64M']],
        ['pool', inPool("php_flag[zend.assertions] = '-1'"), ["php-flag-word: '-1'"]],
        ['htaccess', 'php_flag display_errors 3\n', ['php-flag-word: 3']],
        ['htaccess', 'php_flag session.use_strict_mode "enabled"\n', ['php-flag-word: "enabled"']],
        ['vhost', '<Location />\n\tphp_admin_flag opcache.enable TRUE\n</Location>\n', ['php-flag-word: TRUE']],
        ['vhost', 'php_flag post_max_size 64M\n', ['php-flag-word: 64M']],
        ['vhost', 'php_flag zend.assertions -1\n', ['php-flag-word: -1']],
        [
            'pool',
            inPool('php_flag[display_errors] = 0', 'php_flag[html_errors] = Yes', 'php_flag[log_errors] = NULL'),
            [],
        ],
        ['htaccess', 'php_flag a.b 1\nphp_flag display_errors OFF\nphp_flag html_errors false\n', []],
        // A flag for what is none.
        ['pool', inPool('php_flag[memory_limit] = on'), ['php-flag-for-value: memory_limit']],
        ['pool', inPool('php_admin_flag[session.name] = off'), ['php-flag-for-value: session.name']],
        ['pool', inPool('php_flag[error_log] = yes'), ['php-flag-for-value: error_log']],
        ['vhost', 'php_admin_flag session.save_path 1\n', ['php-flag-for-value: session.save_path']],
        ['htaccess', 'php_flag date.timezone On\n', ['php-flag-for-value: date.timezone']],
        ['htaccess', 'php_flag zlib.output_compression On\nphp_flag max_execution_time off\n', []],
        // `on` for a text.
        ['pool', inPool('php_value[session.name] = yes'), ['php-value-on: yes']],
        ['pool', inPool('php_admin_value[session.save_handler] = On'), ['php-value-on: On']],
        ['pool', inPool('php_value[date.timezone] = true'), ['php-value-on: true']],
        ['pool', inPool('php_value[session.cookie_domain] = on ; why'), ['php-value-on: on']],
        ['pool', inPool('php_value[error_prepend_string] = TRUE'), ['php-value-on: TRUE']],
        ['pool', inPool('php_value[session.name] = off', 'php_value[memory_limit] = on', 'php_value[a.b] = on'), []],
        // Of the whole system.
        ['htaccess', 'php_value upload_tmp_dir /tmp\n', ['php-value-system: upload_tmp_dir']],
        ['htaccess', 'PHP_FLAG file_uploads off\n', ['php-value-system: file_uploads']],
        [
            'vhost',
            '<Directory />\nphp_value opcache.memory_consumption 64\n</Directory>\n',
            ['php-value-system: opcache.memory_consumption'],
        ],
        ['vhost', 'php_flag allow_url_include 0\n', ['php-value-system: allow_url_include']],
        ['vhost', 'php_admin_value zend_extension opcache\n', ['php-value-system: zend_extension']],
        ['vhost', 'php_admin_flag allow_url_include 0\nphp_value memory_limit 1G\nphp_value a.b c\n', []],
        ['pool', inPool('php_value[allow_url_include] = 0'), []],
        // Admin words in a file of a directory.
        ['htaccess', '  php_admin_value memory_limit 1G\n', ['php-admin-in-htaccess: php_admin_value']],
        [
            'htaccess',
            '<IfModule mod_php.c>\nphp_admin_flag log_errors on\n</IfModule>\n',
            ['php-admin-in-htaccess: php_admin_flag'],
        ],
        ['htaccess', 'Php_Admin_Value memory_limit "1G"\n', ['php-admin-in-htaccess: Php_Admin_Value']],
        ['htaccess', 'php_admin_value a.b c\n', ['php-admin-in-htaccess: php_admin_value']],
        ['htaccess', 'php_admin_value expose_php 0\n', ['php-admin-in-htaccess: php_admin_value']],
        ['vhost', 'php_admin_value memory_limit 1G\n', []],
        // What neither server accepts.
        ['htaccess', 'php_flag log_errors\n', ['server-arguments: php_flag log_errors']],
        ['htaccess', 'php_value\n', ['server-arguments: php_value']],
        ['vhost', 'php_value session.save_path a b\n', ['server-arguments: php_value session.save_path a b']],
        ['vhost', "php_value auto_prepend_file ''\n", ["server-arguments: php_value auto_prepend_file ''"]],
        ['vhost', '\tphp_value memory_limit = 1G\n', ['server-arguments: php_value memory_limit = 1G']],
        ['pool', inPool('php_value[memory_limit 1G'), ['server-arguments: php_value[memory_limit 1G']],
        ['pool', inPool('PHP_VALUE[memory_limit] = 1G'), ['server-arguments: PHP_VALUE[memory_limit] = 1G']],
        ['pool', inPool('php_value = memory_limit'), ['server-arguments: php_value = memory_limit']],
        ['pool', inPool('php_flag[] = on'), ['server-arguments: php_flag[] = on']],
        ['pool', inPool('  php_flag[log_errors] on'), ['server-arguments: php_flag[log_errors] on']],
        // Beaten within the pool.
        ['pool', inPool('php_value[a.b] = 1', 'php_admin_value[a.b] = 2'), ['php-value-beaten: a.b']],
        ['pool', inPool('php_admin_value[a.b] = 1', 'php_admin_flag[a.b] = off'), ['php-value-beaten: a.b']],
        ['pool', inPool('php_flag[log_errors] = on', 'php_flag[log_errors] = off'), ['php-value-beaten: log_errors']],
        [
            'pool',
            inPool('php_admin_value[a.b] = 1', 'php_value[a.b] = 2', 'php_value[a.b] = 3'),
            ['php-value-beaten: a.b', 'php-value-beaten: a.b'],
        ],
        ['pool', inPool('php_value["a.b"] = 1', ' php_value[a.b] = 1'), ['php-value-beaten: a.b']],
        ['pool', `${inPool('php_value[a.b] = 1')}[other]\nphp_value[a.b] = 2\n`, []],
        ['vhost', 'php_value a.b 1\nphp_admin_value a.b 2\n', []],
        // Too late for a pool.
        ['pool', inPool('php_value[opcache.memory_consumption] = 256'), ['pool-too-late: opcache.memory_consumption']],
        [
            'pool',
            inPool('php_admin_value[opcache.interned_strings_buffer] = 16'),
            ['pool-too-late: opcache.interned_strings_buffer'],
        ],
        ['pool', inPool('php_admin_value[opcache.preload] = /srv/preload.php'), ['pool-too-late: opcache.preload']],
        ['pool', inPool('php_admin_value[opcache.jit_buffer_size] = 64M'), ['pool-too-late: opcache.jit_buffer_size']],
        ['pool', inPool('php_admin_flag[opcache.huge_code_pages] = on'), ['pool-too-late: opcache.huge_code_pages']],
        ['pool', inPool('php_admin_flag[opcache.validate_timestamps] = off', 'php_admin_value[opcache.jit] = off'), []],
    ] as const) {
        // prettier-ignore
        it(`${kind}: ${JSON.stringify(text)}`, () => {
            assert.deepEqual(told(kind, text), expected);
        });
    }
});
