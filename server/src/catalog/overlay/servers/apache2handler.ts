import type { Overlay } from '../described.ts';

/** Of Apache's module. */
export const apache2handler: Overlay = {
    extension: 'apache2handler',
    versions: 'php',
    page: 'https://www.php.net/manual/en/apache.configuration.php',
    directives: {
        engine: {
            type: 'boolean',
            description:
                'Runs PHP at all. Off for a directory of uploads, with `php_admin_flag` in Apache\u2019s configuration; then scripts there are shown as they are, so deny them as well.',
        },
        last_modified: {
            type: 'boolean',
            description: 'Sends the time of the script\u2019s file as `Last-Modified`.',
        },
        xbithack: {
            type: 'boolean',
            description: 'Runs files as PHP that are executable, whatever their names end with.',
        },
        child_terminate: {
            type: 'boolean',
            removed: '7.0',
            description: 'Let scripts end their process of Apache 1.x after the request.',
        },
    },
};
