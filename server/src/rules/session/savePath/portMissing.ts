import type { MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';

/** Works while the store listens on memcached's own port; the other handlers, and `nc`, need it written. */
export const portMissing: Rule = {
    code: 'port-missing',
    severity: 'hint',
    title: 'No port: memcached\u2019s own is assumed',
    reason: 'A server without a port is looked for on port 11211, without a message. Written down, the port shows which store is meant, and does not have to be known.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h,i:11211"\n',
            marks: ['h'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = cache.internal\n',
            marks: ['cache.internal'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "cache.internal:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n' },
        { text: 'session.save_path = "h"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (!path) {
            return [];
        }
        const { node, value, servers } = path;
        return servers.filter(isPlainHost).map(({ whole }) => ({
            range: placeOf(node, value, whole),
            message: `No port: ${whole.text}:11211 is used.`,
            fixes: () => {
                const mended = `${value.slice(0, whole.end)}:11211${value.slice(whole.end)}`;
                return [valueFix(context, 'Write the port 11211', { node, value: mended, preferred: true })];
            },
        }));
    },
};

function isPlainHost({ whole, port }: MemcachedServer): boolean {
    return port === undefined && /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(whole.text);
}
