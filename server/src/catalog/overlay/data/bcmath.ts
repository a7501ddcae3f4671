import type { Overlay } from '../described.ts';

export const bcmath: Overlay = {
    extension: 'bcmath',
    versions: 'php',
    page: 'https://www.php.net/manual/en/bc.configuration.php',
    directives: {
        'bcmath.scale': {
            type: 'integer',
            minimum: 0,
            maximum: 2147483647,
            rangeSince: '8.0',
            description:
                'How many digits after the point the `bc` functions give where the call does not say. With the default of 0 they cut all of them off, without rounding.',
        },
    },
};
