import type { DocumentContext } from '../../../model/documentContext.ts';
import { lockOf } from '../../../phpIni/sessionKnowledge/locks.ts';
import { valueOrName } from '../../support/assignments.ts';
import { settingsFix } from '../../support/fixes.ts';
import { sessionSetUp } from '../../support/session/sessionSetUp.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../../support/exampleNodes.ts';
import { phpredisOf } from '../../support/session/redisPath.ts';
import type { Rule, RuleDiagnostic } from '../../rule.ts';
import { diagnosticOf, differences } from './redisVersions.ts';

const settings = { 'redis.session.locking_enabled': '0', 'redis.session.early_refresh': '0' };

/** Of a file of which nobody knows the phpredis. */
export const redisVersionDiffers: Rule = {
    code: 'redis-version-differs',
    severity: 'hint',
    title: 'phpredis 5.3 and 6 read this differently',
    reason: 'phpredis 5.3, which Debian 12 and others have, connects to no IPv6 address in brackets, and knows no options of TLS under the handler `redis`; phpredis 6 does both. Where they are not set, 5.3 tries for a lock 10 times, 2 ms apart, 6 100 times, 20 ms apart. Of a file that lies on a node the version is known; of others it is not.',
    link: 'https://github.com/phpredis/phpredis/blob/develop/CHANGELOG.md',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://[::1]"\n',
            marks: ['tcp://[::1]'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://::1:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = [fd00::2]:6380\n',
            marks: ['[fd00::2]:6380'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://fd00::2:6380"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?timeout=1&stream[cafile]=/ca.pem"\n',
            marks: ['stream[cafile]=/ca.pem'],
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=[fd00::2]:7000"\n',
            marks: ['[fd00::2]:7000'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=fd00::2:7000"\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 30\nredis.session.lock_retries = 1650\n',
            marks: ['1650'],
            fixed: 'session.save_handler = redis\nredis.session.lock_wait_time = 20000\nredis.session.locking_enabled = 1\nredis.session.lock_expire = 30\nredis.session.lock_retries = 1650\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://::1:6379"\n' },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:7000&stream[verify_peer]=0"\n',
        },
        {
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp('', { settings })),
            text: 'session.save_handler = redis\nsession.save_path = "tcp://[::1]:6379"\n',
        },
    ],
    check(context) {
        return phpredisOf(context) === undefined
            ? [
                  ...differences(context).map(one =>
                      diagnosticOf(context, one, outcome => `phpredis 6 understands this; 5.3 ${outcome}.`),
                  ),
                  ...lockWaits(context),
              ]
            : [];
    },
};

/** Where requests outwait a lock with phpredis 6 alone; where with neither, another rule tells. */
function lockWaits(context: DocumentContext): RuleDiagnostic[] {
    const handler = context.effective('session.save_handler');
    const setUp = sessionSetUp(context);
    const [older, newer] = (['5.3', '6'] as const).map(phpredis => lockOf({ ...setUp, phpredis }));
    const { expiryMs = Infinity, patienceMs = Infinity } = older ?? {};
    const isEnough = newer?.patienceMs !== undefined && newer.patienceMs >= expiryMs;
    if (!handler || setUp.handler !== 'redis' || !newer?.isOn || !isEnough || expiryMs <= patienceMs) {
        return [];
    }
    const settings = newer.outwaiting(expiryMs);
    return [
        {
            range: valueOrName((context.effective(newer.retries) ?? handler).node),
            message: `With phpredis 6 requests wait for ${newer.patienceMs / 1000} s for a lock; with 5.3 for ${patienceMs / 1000} s, less than the lock lives, and then they go on without it.`,
            ...(settings && {
                fixes: () => [settingsFix(context, 'Wait as long with both', { settings, near: handler.node })],
            }),
        },
    ];
}
