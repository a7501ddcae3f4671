import type { Overlay } from '../described.ts';

/** Of the mongodb extension; measured with 2.0.0. */
export const mongodb: Overlay = {
    extension: 'mongodb',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/mongodb.configuration.php',
    directives: {
        'mongodb.debug': {
            type: 'string',
            description:
                'Where to write what the driver does: `stderr`, `stdout`, a directory, or `on` for a file in the temporary directory. It may hold passwords and documents. Empty, `0` or `off`: nowhere.',
        },
    },
};
