import type { Overlay } from '../described.ts';

/** Of php-cgi and FPM. */
export const cgi: Overlay = {
    extension: 'cgi-fcgi',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ini.core.php',
    directives: {
        'cgi.check_shebang_line': {
            type: 'boolean',
            description: 'Skips a first line that starts with `#!`.',
        },
        'cgi.discard_path': {
            type: 'boolean',
            description:
                'Ignores the path of the program: php-cgi may then lie outside of the web server\u2019s directories.',
        },
        'cgi.fix_pathinfo': {
            type: 'boolean',
            description:
                'Where a path does not exist, looks for a script in its front part: `/photo.jpg/x.php` runs `photo.jpg`. Safe only where the web server hands on existing scripts alone; FPM\u2019s `security.limit_extensions` guards from it.',
        },
        'cgi.force_redirect': {
            type: 'boolean',
            description: 'Lets php-cgi run only where a web server called it. IIS needs it off.',
        },
        'cgi.nph': { type: 'boolean', description: 'Sends a status line with every answer.' },
        'cgi.redirect_status_env': {
            type: 'string',
            description: 'The environment variable that tells `cgi.force_redirect` of the web server.',
        },
        'cgi.rfc2616_headers': {
            type: 'boolean',
            description:
                'Starts the answer with `HTTP/1.1 404 \u2026` in place of `Status: 404 \u2026`, which web servers expect.',
        },
        'fastcgi.error_header': {
            type: 'string',
            anchor: '',
            description: 'For FPM: a header that is sent with answers of scripts that ended with an error.',
        },
        'fastcgi.impersonate': {
            type: 'boolean',
            description: 'On Windows with IIS: takes the rights of the visitor\u2019s account.',
            unmeasured: {
                default: '0',
                scope: 'SYSTEM',
                source: 'https://www.php.net/manual/en/ini.core.php',
            },
        },
        'fastcgi.logging': { type: 'boolean', description: 'Writes errors to the log of the web server.' },
        'fpm.config': {
            type: 'path',
            anchor: '',
            description: 'Where FPM\u2019s own configuration is; mostly given on the command line.',
        },
    },
};
