import type { Overlay } from '../described.ts';

/** Of the igbinary extension; measured with 3.2.16. */
export const igbinary: Overlay = {
    extension: 'igbinary',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/igbinary.configuration.php',
    directives: {
        'igbinary.compact_strings': {
            type: 'boolean',
            description:
                'Writes a string that occurs several times only once: smaller data, slower to write. What was written either way can be read either way, so nodes may differ.',
        },
    },
};
