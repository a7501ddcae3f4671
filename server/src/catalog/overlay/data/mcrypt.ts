import type { Overlay } from '../described.ts';

/** Left PHP with 7.2 for PECL: so these are not marked as removed. */
export const mcrypt: Overlay = {
    extension: 'mcrypt',
    versions: 'php',
    page: 'https://www.php.net/manual/en/mcrypt.configuration.php',
    directives: {
        'mcrypt.algorithms_dir': {
            type: 'path',
            description:
                'Directory of the algorithms; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.',
        },
        'mcrypt.modes_dir': {
            type: 'path',
            description:
                'Directory of the modes; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.',
        },
    },
};
