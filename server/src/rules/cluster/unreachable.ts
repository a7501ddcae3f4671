import type { DocumentContext } from '../../model/documentContext.ts';
import { serverName } from '../../phpIni/savePaths/servers.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { isProxy } from '../support/session/proxy.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, SECOND_STORE, STORE } from '../support/exampleNodes.ts';
import { pathServers, possibleStores, storeFixes, type PathServer } from '../support/session/pathServers.ts';

const refused = [{ server: '172.18.0.16:11211', error: 'Connection refused' }];
const handler = 'session.save_handler = memcached\n';
const inRedis = 'session.save_handler = redis\nsession.save_path = "tcp://10.0.0.1:6379, unix:///run/r.sock"\n';
const text = `${handler}session.save_path = "172.18.0.16:11211"\n`;

/** Seen from inside the node, or plain from the state of the store. */
export const unreachable: Rule = {
    code: 'unreachable',
    severity: 'error',
    title: 'The node cannot connect to this server',
    reason: 'PHP on the node tried to connect to the server when it was asked last, or the store that the path names does not run. No request can start a session that lies there: `session_start()` returns false, and for a new session it throws an error.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(text, { reachability: refused }), { stores: [STORE, SECOND_STORE] }),
            marks: ['172.18.0.16:11211'],
            fixed: `${handler}session.save_path = "172.18.0.17:11211"\n`,
        },
        {
            text: `${handler}session.save_path = "store-1:11211,store-2"\n`,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(''), { stores: [STORE, { ...SECOND_STORE, running: false }] }),
            marks: ['store-2'],
        },
        {
            text: inRedis,
            uri: EXAMPLE_URI,
            facts: exampleFacts(
                examplePhp(inRedis, {
                    reachability: [
                        { server: '10.0.0.1:6379', error: 'Connection refused' },
                        { server: '/run/r.sock', error: 'No such file or directory' },
                    ],
                }),
            ),
            marks: ['tcp://10.0.0.1:6379', '/run/r.sock'],
        },
    ],
    passing: [
        { text },
        { text, uri: EXAMPLE_URI, facts: exampleFacts(examplePhp(text)) },
        {
            text: `${handler}session.save_path = "10.0.0.1:11211"\n`,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(text, { reachability: refused })),
        },
    ],
    check: context => pathServers(context).flatMap(server => checkServer(context, server)),
};

function checkServer(context: DocumentContext, server: PathServer): RuleDiagnostic[] {
    const { name, store, error, range } = server;
    const { node, environment } = context.facts;
    const stopped = store?.running === false;
    if (isProxy(server) && environment?.replicated !== true) {
        // Told by proxyWithoutReplication.
        return [];
    }
    if (!node || !environment || (!stopped && typeof error !== 'string')) {
        return [];
    }
    const stores = possibleStores(context).map(serverName).join(', ');
    const message = stopped
        ? `${store.node} does not run: no session that it keeps can be started.`
        : `${node.node} cannot connect to ${name}: ${withoutStop(error ?? '')}.`;
    const hint = store || stores === '' ? '' : ` The stores of ${environment.name} are ${stores}.`;
    return [{ range, message: message + hint, fixes: () => storeFixes(context, server) }];
}

function withoutStop(text: string): string {
    return text.replace(/(?<!\.)\.+\s*$/, '');
}
