import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, settingsFix } from '../../support/fixes.ts';
import { queryOf, withoutParameters } from '../../support/session/parameters.ts';
import { memcachedPath } from '../../support/store.ts';

/**
 * Parameters behind a server are the memcache extension's; libmemcached drops them, or takes them for a part of the
 * host.
 */
export const pathQuery: Rule = {
    code: 'path-query',
    severity: 'warning',
    title: 'The memcached handler takes no parameters',
    reason: 'Parameters such as `?persistent=1&weight=2` belong to the `memcache` and `redis` handlers. Behind a port libmemcached drops them without a message; behind a host without a port they become a part of the host\u2019s name, and no session starts. What `persistent=1` meant is `memcached.sess_persistent = On`.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-persistent',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211?persistent=1&weight=1"\n',
            marks: ['?persistent=1&weight=1'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\nmemcached.sess_persistent = On\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h?weight=1, i:11211"\n',
            marks: ['?weight=1'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h, i:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?persistent=1"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211:2"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (!path) {
            return [];
        }
        const { node, value, servers } = path;
        const fix = () => {
            const { path: bare, settings } = withoutParameters(value);
            const title = settings.length > 0 ? 'Set memcached.sess_persistent instead' : 'Remove the parameters';
            const all = [[node.name, bare] as const, ...settings];
            return [settingsFix(context, title, { settings: all, near: node, preferred: true })];
        };
        return servers
            .flatMap(server => queryOf(server) ?? [])
            .map(query => ({
                range: placeOf(node, value, query),
                message: isBehindPort(value, query)
                    ? 'The memcached handler takes no parameters: these are ignored without a message.'
                    : 'The memcached handler takes no parameters: it looks for a host of this whole name.',
                fixes: fix,
            }));
    },
};

function isBehindPort(value: string, { start }: Piece): boolean {
    return /:\d+$/.test(value.slice(0, start));
}
