import type { Described } from '../described.ts';

/** Directories, files, extensions, and what may be reached. */
export const paths: Readonly<Record<string, Described>> = {
    extension: {
        type: 'string',
        description:
            'An extension to load: a name such as `curl`, found in `extension_dir`, or a path. One line each; a file that cannot be loaded gives a warning, and PHP starts without it.',
        unmeasured: { default: '', scope: 'SYSTEM', source: 'https://www.php.net/manual/en/ini.core.php' },
    },
    zend_extension: {
        type: 'string',
        description:
            'An extension of the engine to load: `opcache`, `xdebug`. Loaded with `extension` they are rejected with a message. One line each.',
        unmeasured: { default: '', scope: 'SYSTEM', source: 'https://www.php.net/manual/en/ini.core.php' },
    },
    extension_dir: {
        type: 'path',
        description:
            'Where extensions are looked for; best an absolute path. It belongs to one version and build of PHP, so a file that sets it fits no other.',
    },
    include_path: {
        type: 'pathList',
        buildDefault: '.:/usr/local/lib/php',
        description:
            'Where `include`, `require`, `fopen()` and their like look for files that have no path. Separated by `:`, on Windows by `;`, which needs quotes.',
    },
    open_basedir: {
        type: 'pathList',
        description:
            'The directories that scripts may open files in; all others are refused. Separated by `:`, on Windows by `;`, which needs quotes. It has to hold the directories of sessions, uploads and temporary files too, and it switches the cache of real paths off. A second line of defence, not a sandbox.',
        notes: [{ version: '8.3', text: 'Scripts cannot add paths with `..`.' }],
    },
    doc_root: {
        type: 'path',
        description: 'For CGI: the directory that scripts lie below.',
    },
    user_dir: {
        type: 'string',
        description: 'For CGI: the directory within a user\u2019s home that `/~user` stands for.',
    },
    sys_temp_dir: {
        type: 'path',
        description: 'Directory for temporary files, in place of the one of the system.',
    },
    browscap: {
        type: 'path',
        description:
            'The file that `get_browser()` takes its knowledge from. It is read when PHP starts: PHP does not start where it cannot be read, and needs more memory for it.',
        page: 'https://www.php.net/manual/en/misc.configuration.php',
    },
    'user_ini.filename': {
        type: 'string',
        description:
            'Name of the files that set directives for a directory and those below, with CGI and FPM; Apache\u2019s module has `.htaccess`. Empty turns them off.',
    },
    'user_ini.cache_ttl': {
        type: 'integer',
        unit: 'seconds',
        description: 'How long PHP goes by such a file before it looks at it again.',
    },
    allow_url_fopen: {
        type: 'boolean',
        description: 'Lets `fopen()`, `file_get_contents()` and their like open addresses such as `https://\u2026`.',
    },
    allow_url_include: {
        type: 'boolean',
        deprecated: '7.4',
        description:
            'Lets `include` and `require` run code from addresses: anyone who can influence such an address owns the server.',
        notes: [{ version: '7.4', text: 'Turning it on is reported as deprecated at every start.' }],
    },
    disable_functions: {
        type: 'list',
        description:
            'Functions that do not exist for scripts, such as `exec,shell_exec,system`. Only PHP\u2019s own. It works in php.ini only, not in the server\u2019s configuration.',
        notes: [{ version: '8.0', text: 'Scripts may define functions of the same names.' }],
    },
    disable_classes: {
        type: 'list',
        refusedSince: '8.5',
        description: 'Classes that scripts cannot make objects of.',
    },
    enable_dl: {
        type: 'boolean',
        description: 'Lets scripts load extensions with `dl()`, on the command line and in CGI.',
    },
    expose_php: {
        type: 'boolean',
        description: 'Tells in the header `X-Powered-By` that PHP is in use, and its version.',
    },
};
