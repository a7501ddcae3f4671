import type { Overlay } from '../described.ts';

const unknown = 'An encoding that mbstring does not know gives a warning at start and is ignored.';

export const exif: Overlay = {
    extension: 'exif',
    versions: 'php',
    page: 'https://www.php.net/manual/en/exif.configuration.php',
    directives: {
        'exif.encode_unicode': {
            type: 'string',
            description: `To what encoding Unicode comments of the user are converted; empty stands for \`internal_encoding\`. ${unknown}`,
        },
        'exif.decode_unicode_motorola': {
            type: 'list',
            description: `Encoding of Unicode comments in pictures of big-endian (Motorola) byte order, or several to try. ${unknown}`,
        },
        'exif.decode_unicode_intel': {
            type: 'list',
            description: `Encoding of Unicode comments in pictures of little-endian (Intel) byte order, or several to try. ${unknown}`,
        },
        'exif.encode_jis': {
            type: 'string',
            description: `To what encoding Japanese (JIS) comments of the user are converted; empty stands for \`internal_encoding\`. ${unknown}`,
        },
        'exif.decode_jis_motorola': {
            type: 'list',
            description: `Encoding of Japanese comments in pictures of big-endian (Motorola) byte order, or several to try. ${unknown}`,
        },
        'exif.decode_jis_intel': {
            type: 'list',
            description: `Encoding of Japanese comments in pictures of little-endian (Intel) byte order, or several to try. ${unknown}`,
        },
    },
};
