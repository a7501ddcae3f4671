import { missingForCopies } from '../../../phpIni/sessionKnowledge/copies.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/**
 * Measured: with two servers and 16 sessions, 7 outlive a death with replicas alone, 16 with the two further
 * directives.
 */
export const replicasIncomplete: Rule = {
    code: 'replicas-incomplete',
    severity: 'warning',
    title: 'Replicas alone do not outlive the death of a server',
    reason: 'The lock of a session is not copied. When the server dies that would hold the lock, `session_start()` returns false, however many copies there are: of 16 sessions on two servers, 7 were kept. With `memcached.sess_remove_failed_servers = 1` *and* `memcached.sess_server_failure_limit = 1`, all 16 were; with a limit of 2 again 7. Without locks (`memcached.sess_locking = Off`) copies are enough.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-number-of-replicas',
    failing: [
        {
            text: 'memcached.sess_number_of_replicas = 1\n',
            marks: ['memcached.sess_number_of_replicas = 1'],
            fixed: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\n',
        },
        {
            text: 'memcached.sess_server_failure_limit=2\nmemcached.sess_number_of_replicas=1\nmemcached.sess_remove_failed_servers=On\n',
            marks: ['memcached.sess_number_of_replicas=1'],
            fixed: 'memcached.sess_server_failure_limit=1\nmemcached.sess_number_of_replicas=1\nmemcached.sess_remove_failed_servers=On\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_locking = Off\n' },
        {
            text: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\n',
        },
        { text: 'memcached.sess_number_of_replicas = 0\n' },
        { text: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = ${REMOVE}\n' },
    ],
    check(context) {
        const replicas = context.effective('memcached.sess_number_of_replicas');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('replicas-incomplete', setUp);
        if (!replicas || !weakness) {
            return [];
        }
        const { node } = replicas;
        const settings = missingForCopies(setUp.read);
        return [
            {
                range: node.range,
                message: textOf(weakness),
                fixes: () => [
                    settingsFix(context, 'Let sessions outlive a server', { settings, near: node, preferred: true }),
                ],
            },
        ];
    },
};
