import type { Overlay } from '../described.ts';

export const phar: Overlay = {
    extension: 'phar',
    versions: 'php',
    page: 'https://www.php.net/manual/en/phar.configuration.php',
    directives: {
        'phar.readonly': {
            type: 'boolean',
            description:
                'Forbids creating and changing phar archives. Tools that build them need `Off`, which a script cannot set by itself; `php -d phar.readonly=0` can.',
        },
        'phar.require_hash': {
            type: 'boolean',
            description: 'Opens only archives that carry a signature. A script cannot switch it off.',
        },
        'phar.cache_list': {
            type: 'pathList',
            description:
                'Archives whose list of files is read once when the server starts. Changes of these archives need a restart.',
        },
    },
};
