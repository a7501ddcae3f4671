import type { Overlay } from '../described.ts';

export const imap: Overlay = {
    extension: 'imap',
    versions: 'php',
    page: 'https://www.php.net/manual/en/imap.configuration.php',
    directives: {
        'imap.enable_insecure_rsh': {
            type: 'boolean',
            since: '7.1',
            description:
                'Lets `imap_open()` start `rsh` or `ssh`. As the name of the mailbox is passed on unchecked, whoever can choose it can run commands: leave it off.',
            notes: [{ version: '8.4', text: 'The extension comes from PECL, no longer with PHP.' }],
            unmeasured: { default: '0', scope: 'SYSTEM', source: 'php-src 8.2 ext/imap/php_imap.c' },
        },
    },
};
