import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../../support/edits.ts';
import { handlerOf, inForce, mayUseMemcached } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** `touch` is not sent to replicas. */
export const replicasLazyWrite: Rule = {
    code: 'replicas-lazy-write',
    severity: 'information',
    title: 'Copies of sessions that are only read expire early',
    reason: 'With `session.lazy_write` on, which is the default, a request that changes nothing only renews the session\u2019s expiry, and libmemcached does that on its first server alone. The copy keeps its old expiry, and is gone when the first server dies later. `session.lazy_write = Off` writes to both each time.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.lazy-write',
    failing: [
        {
            text: 'session.save_handler = memcached\nmemcached.sess_number_of_replicas = 1\n',
            marks: ['memcached.sess_number_of_replicas = 1'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_number_of_replicas = 1\nsession.lazy_write = Off\n',
        },
        {
            text: 'session.lazy_write = On\nmemcached.sess_number_of_replicas = 1\n',
            marks: ['session.lazy_write = On'],
            fixed: 'session.lazy_write = Off\nmemcached.sess_number_of_replicas = 1\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_number_of_replicas = 1\n' },
        { text: 'session.lazy_write = Off\nmemcached.sess_number_of_replicas = 1\n' },
        { text: 'session.save_handler = memcached\nmemcached.sess_number_of_replicas = 0\n' },
    ],
    check(context) {
        const replicas = context.effective('memcached.sess_number_of_replicas');
        const lazy = inForce(context, 'session.lazy_write');
        if (!replicas || !lazy || !((integerOf(replicas.value) ?? 0) > 0) || !isTrue(lazy.value)) {
            return [];
        }
        // A file that sets nothing of sessions is not where lazy_write would be.
        if (!mayUseMemcached(context) || (!lazy.node && handlerOf(context) === undefined)) {
            return [];
        }
        const { node } = replicas;
        const settings = [['session.lazy_write', 'Off']] as const;
        return [
            {
                range: (lazy.node ?? node).range,
                message:
                    'A request that only reads renews the first copy of a session, not the others: they expire early.',
                ...(lazy.node && { related: [{ range: node.range, message: 'Copies are asked for here.' }] }),
                fixes: () => [settingsFix(context, 'Write all copies each time', { settings, near: node })],
            },
        ];
    },
};
