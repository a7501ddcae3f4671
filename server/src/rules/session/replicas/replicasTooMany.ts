import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** A replica is a further copy: with n servers there is room for n - 1. */
export const replicasTooMany: Rule = {
    code: 'replicas-too-many',
    severity: 'information',
    title: 'More copies than servers',
    reason: '`memcached.sess_number_of_replicas` counts the copies besides the first one. With as many replicas as servers, or more, a server would hold the same session twice: every write costs more, and nothing is gained.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-number-of-replicas',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 2\n',
            marks: ['2'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 1\n',
        },
    ],
    passing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 1\n',
        },
        { text: 'memcached.sess_number_of_replicas = 2\n' },
    ],
    check(context) {
        const replicas = context.effective('memcached.sess_number_of_replicas');
        const path = memcachedPath(context);
        const count = integerOf(replicas?.value ?? '') ?? 0;
        if (!replicas || !path || path.servers.length === 0 || count < path.servers.length) {
            return [];
        }
        const { node } = replicas;
        const most = path.servers.length - 1;
        return [
            {
                range: valueOrName(node),
                message: `The path has ${path.servers.length === 1 ? 'one server' : `${path.servers.length} servers`}: there is room for ${most} further ${most === 1 ? 'copy' : 'copies'}.`,
                related: [{ range: path.node.range, message: 'The servers are set here.' }],
                fixes: () => [valueFix(context, `Change to ${most}`, { node, value: String(most) })],
            },
        ];
    },
};
