import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../../support/fixes.ts';
import { mayUseMemcached, numberOf } from '../../support/store.ts';

/** What libmemcached knows of failures lives as long as the connection: usually one request. */
export const removeFailedNeedsLimit: Rule = {
    code: 'remove-failed-needs-limit',
    severity: 'information',
    title: 'Servers are removed only after a number of failures',
    reason: '`memcached.sess_remove_failed_servers` alone changes nothing in the request that meets the dead server: as many sessions failed as without. Only with `memcached.sess_server_failure_limit = 1` is the server left out at once. What was learnt is forgotten with the connection, at the end of the request.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-remove-failed-servers',
    failing: [
        {
            text: 'memcached.sess_remove_failed_servers = On\n',
            marks: ['memcached.sess_remove_failed_servers = On'],
            fixed: 'memcached.sess_remove_failed_servers = On\nmemcached.sess_server_failure_limit = 1\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_remove_failed_servers = On\nmemcached.sess_server_failure_limit = 1\n' },
        { text: 'memcached.sess_remove_failed_servers = Off\n' },
        // Told by the rule about replicas.
        { text: 'memcached.sess_remove_failed_servers = On\nmemcached.sess_number_of_replicas = 1\n' },
    ],
    check(context) {
        const removes = context.effective('memcached.sess_remove_failed_servers');
        if (!removes || !isTrue(removes.value) || !mayUseMemcached(context)) {
            return [];
        }
        const limit = numberOf(context, 'memcached.sess_server_failure_limit');
        if (limit !== 0 || numberOf(context, 'memcached.sess_number_of_replicas') !== 0) {
            return [];
        }
        const { node } = removes;
        const settings = [['memcached.sess_server_failure_limit', '1']] as const;
        return [
            {
                range: node.range,
                message:
                    'This alone changes nothing when a server dies: set memcached.sess_server_failure_limit = 1 too.',
                fixes: () => [settingsFix(context, 'Remove a server at its first failure', { settings, near: node })],
            },
        ];
    },
};
