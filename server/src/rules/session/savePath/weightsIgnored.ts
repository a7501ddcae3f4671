import type { Rule } from '../../rule.ts';
import { placeOf, settingsFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';
import { settingsForWeights } from '../../support/session/weights.ts';

/** Measured: sessions move between servers by weight under `ketama_weighted` only. */
export const weightsIgnored: Rule = {
    code: 'weights-ignored',
    severity: 'warning',
    title: 'The weights of the servers are ignored',
    reason: 'libmemcached looks at the weights in the save path only under `memcached.sess_consistent_hash_type = ketama_weighted`. Under `ketama`, which is the default, and without consistent hashing every server gets the same share, whatever is written.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-consistent-hash-type',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211:3,i:11211:1"\n',
            marks: ['3,i:11211:1'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211:3,i:11211:1"\nmemcached.sess_consistent_hash_type = ketama_weighted\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211:1,i:11211:1"\n' },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211:3,i:11211:1"\nmemcached.sess_consistent_hash_type = ketama_weighted\n',
        },
    ],
    check(context) {
        const path = memcachedPath(context);
        const settings = path ? settingsForWeights(context, path.servers) : [];
        if (!path || settings.length === 0) {
            return [];
        }
        const { node, value, servers } = path;
        const weights = servers.flatMap(({ weight }) => (weight && /^\d+$/.test(weight.text) ? [weight] : []));
        return [
            {
                range: placeOf(node, value, { start: weights[0]?.start ?? 0, end: weights.at(-1)?.end ?? 0 }),
                message: 'The weights are ignored: only ketama_weighted looks at them.',
                fixes: () => [settingsFix(context, 'Use ketama_weighted', { settings, near: node })],
            },
        ];
    },
};
