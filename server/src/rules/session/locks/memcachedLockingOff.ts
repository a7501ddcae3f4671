import { copiesKept, missingForCopies } from '../../../phpIni/sessionKnowledge/copies.ts';
import { textOf } from '../../../phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../phpIni/sessionKnowledge/weaknesses.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';

/** On by default: somebody has switched it off. */
export const memcachedLockingOff: Rule = {
    code: 'memcached-locking-off',
    severity: 'hint',
    title: 'Sessions in memcached are not locked',
    reason: 'The memcached handler locks sessions unless `memcached.sess_locking` is off: then, of two requests of one user at the same time, the one that ends last overwrites what the other has stored. Where locks are in the way, let them expire sooner, or wait longer for them (`lock-budget`).',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-locking',
    failing: [
        {
            text: 'session.save_handler = memcached\nmemcached.sess_locking = Off\n',
            marks: ['memcached.sess_locking = Off'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_locking = On\n',
        },
        {
            text: 'session.save_handler = memcached\nmemcached.sess_locking = 0\nmemcached.sess_number_of_replicas = 1\n',
            marks: ['memcached.sess_locking = 0'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_locking = On\nmemcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\nmemcached.sess_number_of_replicas = 1\n',
        },
        {
            text: 'session.save_handler = memcached\nmemcached.sess_locking = "0"\n',
            marks: ['memcached.sess_locking = "0"'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_locking = "On"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\n' },
        { text: 'session.save_handler = memcached\nmemcached.sess_locking = On\n' },
        { text: 'session.save_handler = memcached\nmemcached.sess_locking = ${LOCKING}\n' },
        { text: 'session.save_handler = files\nmemcached.sess_locking = Off\n' },
    ],
    check(context) {
        const setting = context.effective('memcached.sess_locking') ?? context.effective('session.save_handler');
        const setUp = sessionSetUp(context);
        const weakness = weaknessOf('memcached-locking-off', setUp);
        if (!setting || !weakness) {
            return [];
        }
        const { node } = setting;
        // Copies of sessions outlive a store as they are; locks do not.
        const hasCopies = (copiesKept(setUp.read) ?? 0) > 0;
        const settings = [
            ['memcached.sess_locking', 'On'] as const,
            ...(hasCopies ? missingForCopies(setUp.read) : []),
        ];
        return [
            {
                range: node.range,
                message: textOf(weakness),
                fixes: () => [settingsFix(context, 'Lock sessions', { settings, near: node })],
            },
        ];
    },
};
