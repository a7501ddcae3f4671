import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';
import { handlerOf } from '../../support/store.ts';

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
        const lazy = context.effective('session.lazy_write');
        const weakness = weaknessOf('replicas-lazy-write', sessionSetUp(context));
        // A file that sets nothing of sessions is not where lazy_write would be.
        if (!replicas || !weakness || (!lazy && handlerOf(context) === undefined)) {
            return [];
        }
        const { node } = replicas;
        const settings = [['session.lazy_write', 'Off']] as const;
        return [
            {
                range: (lazy?.node ?? node).range,
                message: textOf(weakness),
                ...(lazy && { related: [{ range: node.range, message: 'Copies are asked for here.' }] }),
                fixes: () => [settingsFix(context, 'Write all copies each time', { settings, near: node })],
            },
        ];
    },
};
