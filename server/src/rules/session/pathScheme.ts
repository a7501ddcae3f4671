import { memcachedPath, schemeOf } from './memcachedPath.ts';
import type { Rule } from '../rule.ts';

/** The memcached handler (other than memcache and redis) takes `host:port`: it looks a host named `tcp` up. */
export const pathScheme: Rule = {
    code: 'path-scheme',
    severity: 'error',
    title: 'The memcached handler takes no URLs',
    reason: 'The handlers `memcache` and `redis` take `tcp://host:port`; `memcached` takes `host:port`. It reads `tcp` as the name of a host, looks that up, and no session starts.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "tcp://h:11211"\n',
            marks: ['"tcp://h:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = tcp://h:11211,tcp://i:11211\n',
            marks: ['tcp://h:11211,tcp://i:11211'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\n' },
        { text: 'session.save_path = "tcp://h:11211"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        const scheme = schemeOf(path?.value ?? '');
        if (!path || scheme === undefined) {
            return [];
        }
        const message = `The memcached handler takes no ${scheme}:// and would look for a host named "${scheme}". Write host:port.`;
        const range = path.node.valueRange;
        const bare = path.value.replaceAll(/(?:tcp|https?):\/\//gi, '').replaceAll(/unix:\/\//gi, '');
        const newText = `"${bare}"`;
        return [
            {
                range,
                message,
                fixes: () => [{ title: 'Remove the scheme', changes: [{ range, newText }], preferred: true }],
            },
        ];
    },
};
