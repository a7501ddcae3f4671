import type { Overlay } from '../described.ts';

export const zlib: Overlay = {
    extension: 'zlib',
    versions: 'php',
    page: 'https://www.php.net/manual/en/zlib.configuration.php',
    directives: {
        'zlib.output_compression': {
            type: 'integer',
            alsoBoolean: true,
            unit: 'bytes',
            description:
                'Compresses output for browsers that take it. A number above 1 is the size of the buffer, 4096 where it is `On`. It must not be combined with `output_handler`, and costs twice where the web server compresses as well. In quotes only `"on"` and `"off"` are words.',
        },
        'zlib.output_compression_level': {
            type: 'integer',
            values: [
                { value: '-1', description: 'Left to zlib, 6 as a rule' },
                { value: '0', description: 'None' },
                { value: '1', description: 'Fastest' },
                { value: '6' },
                { value: '9', description: 'Smallest' },
            ],
            openValues: true,
            description: 'How hard to compress, from 1 to 9. Above 6 it costs much time for little.',
        },
        'zlib.output_handler': {
            type: 'string',
            description:
                'A further output handler behind the compression, where `zlib.output_compression` is on: `output_handler` cannot be used then.',
        },
    },
};
