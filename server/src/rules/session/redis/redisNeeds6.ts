import { EXAMPLE_URI, exampleFacts, examplePhp } from '../../support/exampleNodes.ts';
import { phpredisOf } from '../../support/session/redisPath.ts';
import type { Rule } from '../../rule.ts';
import { diagnosticOf, differences } from './redisVersions.ts';

const settings = { 'redis.session.locking_enabled': '0' };
const newer = { ...settings, 'redis.session.early_refresh': '0' };
const on = (all: Record<string, string>) => ({
    uri: EXAMPLE_URI,
    facts: exampleFacts(examplePhp('', { settings: all })),
});

/** Of a file on a node, whose phpredis is known. */
export const redisNeeds6: Rule = {
    code: 'redis-needs-6',
    severity: 'error',
    title: 'The phpredis of this node is too old for that',
    reason: 'phpredis 5.3, which Debian 12 and others have, connects to no IPv6 address in brackets: it puts another pair around them. Under the handler `redis` it knows no options of TLS, and checks each certificate by the authorities that the machine trusts. phpredis 6 does both. This is said only of files that lie on a node, of whose PHP it is known which phpredis it has.',
    link: 'https://github.com/phpredis/phpredis/blob/develop/CHANGELOG.md',
    failing: [
        {
            ...on(settings),
            text: 'session.save_handler = redis\nsession.save_path = "tcp://[2001:db8::5]:6379?weight=1"\n',
            marks: ['tcp://[2001:db8::5]:6379'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://2001:db8::5:6379?weight=1"\n',
        },
        {
            ...on(settings),
            text: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?stream[verify_peer]=0"\n',
            marks: ['stream[verify_peer]=0'],
        },
    ],
    passing: [
        { ...on(newer), text: 'session.save_handler = redis\nsession.save_path = "tcp://[2001:db8::5]:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://[2001:db8::5]:6379"\n' },
        { ...on(settings), text: 'session.save_handler = redis\nsession.save_path = "tcp://2001:db8::5:6379"\n' },
    ],
    check(context) {
        const node = context.facts.node?.node ?? '';
        return phpredisOf(context) === '5.3'
            ? differences(context).map(one =>
                  diagnosticOf(context, one, outcome => `The phpredis of ${node} is 5.3, which ${outcome}.`),
              )
            : [];
    },
};
