import { COPIES_NEED } from '../../../phpIni/sessionKnowledge/copies.ts';
import { switchIn } from '../../../phpIni/sessionKnowledge/setUp.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';
import { memcachedPath } from '../../support/store.ts';

/**
 * Measured: of 16 sessions on two servers, 14 failed when one server died, because lock and data are placed separately.
 */
export const multiServerNoReplicas: Rule = {
    code: 'multi-server-no-replicas',
    severity: 'information',
    title: 'The death of one server breaks most sessions',
    reason: 'Several servers share the sessions; they do not back each other up. As a session and its lock are placed separately, each server\u2019s death hits more sessions than its share: with two servers, 14 of 16. With copies (`memcached.sess_number_of_replicas = 1`, `memcached.sess_remove_failed_servers = 1`, `memcached.sess_server_failure_limit = 1`) all 16 were kept; but when that server came back, empty, 9 or 10 of them were lost. An environment whose stores are replicated (`replicate = true` in its topology) loses none then either.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-number-of-replicas',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
            marks: ['"h:11211,i:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_binary_protocol = Off\n',
            marks: ['"h:11211,i:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 1\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\nmemcached.sess_binary_protocol = On\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n' },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\nmemcached.sess_number_of_replicas = 1\n',
        },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211,h:11211"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211,tcp://i:11211"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('multi-server-no-replicas', setUp);
        if (!path || !weakness) {
            return [];
        }
        const isText = switchIn(setUp.read, 'memcached.sess_binary_protocol') === false;
        const settings = [
            ['memcached.sess_number_of_replicas', '1'],
            ...COPIES_NEED,
            ...(isText ? ([['memcached.sess_binary_protocol', 'On']] as const) : []),
        ] as const;
        return [
            {
                range: valueOrName(path.node),
                message: textOf(weakness),
                fixes: () => [settingsFix(context, 'Keep a copy of each session', { settings, near: path.node })],
            },
        ];
    },
};
