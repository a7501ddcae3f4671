import type { Overlay } from '../described.ts';

/** Of the msgpack extension; measured with 3.0.0. It has no page in the manual. */
export const msgpack: Overlay = {
    extension: 'msgpack',
    versions: 'extension',
    page: 'https://github.com/msgpack/msgpack-php',
    directives: {
        'msgpack.error_display': {
            type: 'boolean',
            anchor: '',
            description: 'Whether data that cannot be packed or unpacked is reported as a warning or notice.',
        },
        'msgpack.php_only': {
            type: 'boolean',
            anchor: '',
            description:
                'Packs what only PHP knows, classes of objects and references, in a form of the extension\u2019s own. Off: plain MessagePack, which other languages read and from which PHP gets arrays in place of objects.',
        },
        'msgpack.assoc': {
            type: 'boolean',
            anchor: '',
            since: '3.0',
            description: 'Unpacks maps to arrays. Off: to objects of `stdClass`.',
        },
        'msgpack.illegal_key_insert': {
            type: 'boolean',
            anchor: '',
            description:
                'What becomes of a map\u2019s entry whose key can be no key of a PHP array. On: key and value are added one behind the other. Off: the key becomes text.',
        },
        'msgpack.use_str8_serialization': {
            type: 'boolean',
            anchor: '',
            since: '0.5.7',
            description:
                'Packs strings of 32 to 255 bytes as `str 8`, one byte less each. Off: for readers that know only the older MessagePack format.',
        },
        'msgpack.force_f32': {
            type: 'boolean',
            anchor: '',
            unmeasured: { default: '0', scope: 'ALL', source: 'msgpack-php msgpack.c, after 3.0.0' },
            description: 'Packs numbers with a fraction in four bytes, which loses digits. Not yet in version 3.0.0.',
        },
    },
};
