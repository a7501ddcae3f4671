import { missingForCopies } from '../../../phpIni/sessionKnowledge/copies.ts';
import { switchIn } from '../../../phpIni/sessionKnowledge/setUp.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** Measured: no key is copied, and nothing says so. */
export const replicasNeedBinary: Rule = {
    code: 'replicas-need-binary',
    severity: 'warning',
    title: 'Replicas need the binary protocol',
    reason: 'With `memcached.sess_binary_protocol = Off`, libmemcached copies nothing: `memcached.sess_number_of_replicas` has no effect, and no message says so. When a server dies, its sessions are gone.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-number-of-replicas',
    failing: [
        {
            text: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_binary_protocol = Off\n',
            marks: ['Off'],
            fixed: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\nmemcached.sess_binary_protocol = On\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_number_of_replicas = 1\n' },
        { text: 'memcached.sess_number_of_replicas = 0\nmemcached.sess_binary_protocol = Off\n' },
        {
            text: 'session.save_handler = redis\nmemcached.sess_number_of_replicas = 1\nmemcached.sess_binary_protocol = Off\n',
        },
    ],
    check(context) {
        const replicas = context.effective('memcached.sess_number_of_replicas');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('replicas-need-binary', setUp);
        if (!replicas || !weakness) {
            return [];
        }
        const { node } = replicas;
        const binary = context.effective('memcached.sess_binary_protocol')?.node;
        const isLocked = switchIn(setUp.read, 'memcached.sess_locking') === true;
        const settings = [
            ['memcached.sess_binary_protocol', 'On'] as const,
            ...(isLocked ? missingForCopies(setUp.read) : []),
        ];
        return [
            {
                range: binary && binary.valueRange.start < binary.valueRange.end ? binary.valueRange : node.range,
                message: textOf(weakness),
                related: [{ range: node.range, message: 'Replicas are asked for here.' }],
                fixes: () => [settingsFix(context, 'Use the binary protocol', { settings, near: node })],
            },
        ];
    },
};
