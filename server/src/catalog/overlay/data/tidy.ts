import type { Overlay } from '../described.ts';

export const tidy: Overlay = {
    extension: 'tidy',
    versions: 'php',
    page: 'https://www.php.net/manual/en/tidy.configuration.php',
    directives: {
        'tidy.default_config': {
            type: 'path',
            description: 'Configuration file of Tidy where a call names none.',
        },
        'tidy.clean_output': {
            type: 'boolean',
            description:
                'Sends all output through Tidy, which rewrites it as an HTML page: pictures, JSON and the output of commands are destroyed by that.',
        },
    },
};
