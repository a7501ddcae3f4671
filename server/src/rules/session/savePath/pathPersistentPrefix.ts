import type { Rule } from '../../rule.ts';
import { placeOf, settingsFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';

/** The way in which php-memcached 2 was told to keep connections; version 3 refuses it. */
export const pathPersistentPrefix: Rule = {
    code: 'path-persistent-prefix',
    severity: 'error',
    title: 'PERSISTENT= in the save path is refused',
    reason: 'Since version 3.0 the memcached extension refuses a save path with `PERSISTENT=` in it, and no session starts: *PERSISTENT is replaced by memcached.sess_persistent = On*.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-persistent',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "PERSISTENT=pool h:11211,i:11211"\n',
            marks: ['PERSISTENT=pool '],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_persistent = On\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211"\nmemcached.sess_persistent = On\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        const match = /PERSISTENT=\S*\s*/.exec(path?.value ?? '');
        if (!path || !match) {
            return [];
        }
        const { node, value } = path;
        const prefix = { start: match.index, end: match.index + match[0].length };
        const settings = [
            ['session.save_path', value.slice(0, prefix.start) + value.slice(prefix.end)],
            ['memcached.sess_persistent', 'On'],
        ] as const;
        return [
            {
                range: placeOf(node, value, prefix),
                message: 'The memcached extension refuses PERSISTENT= since its version 3.0: no session would start.',
                fixes: () => [
                    settingsFix(context, 'Set memcached.sess_persistent instead', {
                        settings,
                        near: node,
                        preferred: true,
                    }),
                ],
            },
        ];
    },
};
