import type { Rule } from '../../rule.ts';
import { handlerOf } from '../../support/store.ts';

const names = [
    'serializer',
    'compression_type',
    'compression_factor',
    'compression_level',
    'compression_threshold',
    'item_size_limit',
    'store_retry_count',
    'default_consistent_hash',
    'default_binary_protocol',
    'default_connect_timeout',
];

/** Measured: sessions stay plain with `json` and `zlib`. */
export const notForSessions: Rule = {
    code: 'not-for-sessions',
    severity: 'hint',
    title: 'This does not concern sessions',
    reason: '`memcached.serializer`, `memcached.compression_*` and their like are for scripts that use the class `Memcached`. The session handler stores what `session.serialize_handler` makes, uncompressed, and has directives of its own, which start with `memcached.sess_`.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.serializer',
    failing: [
        {
            text: 'session.save_handler = memcached\nmemcached.serializer = igbinary\n',
            marks: ['memcached.serializer'],
        },
    ],
    passing: [
        { text: 'memcached.serializer = igbinary\n' },
        { text: 'session.save_handler = memcached\nmemcached.sess_prefix = "shop."\n' },
        { text: 'session.save_handler = files\nmemcached.serializer = igbinary\n' },
    ],
    check(context) {
        if (handlerOf(context) !== 'memcached') {
            return [];
        }
        return names
            .flatMap(name => context.globalsOf(`memcached.${name}`))
            .map(node => ({
                range: node.nameRange,
                message: node.name.endsWith('serializer')
                    ? 'For the class Memcached only: the format of sessions is session.serialize_handler.'
                    : 'For the class Memcached only: sessions are not affected.',
            }));
    },
};
