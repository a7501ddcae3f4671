import type { Overlay } from '../described.ts';

export const gd: Overlay = {
    extension: 'gd',
    versions: 'php',
    page: 'https://www.php.net/manual/en/image.configuration.php',
    directives: {
        'gd.jpeg_ignore_warning': {
            type: 'boolean',
            description: 'Reads damaged JPEG files as far as it goes, with a notice. Off refuses them.',
        },
    },
};
