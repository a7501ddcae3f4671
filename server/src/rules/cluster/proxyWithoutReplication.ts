import { PROXY_SOCKET } from '../../phpIni/sessionSettings.ts';
import { serverName } from '../../phpIni/savePaths/servers.ts';
import { valueOrName } from '../support/assignments.ts';
import type { Rule } from '../rule.ts';
import { valueFix } from '../support/fixes.ts';
import { isProxy } from '../support/session/proxy.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, SECOND_STORE, STORE } from '../support/exampleNodes.ts';
import { pathServers } from '../support/session/pathServers.ts';

const handler = 'session.save_handler = memcached\n';
const text = `${handler}session.save_path = "${PROXY_SOCKET}"\nmemcached.sess_binary_protocol = 0\n`;
const refused = examplePhp(text, { reachability: [{ server: PROXY_SOCKET, error: 'Connection refused' }] });

/**
 * Such as after replication was switched off, or in a file that was copied. Where something answers at the socket all
 * the same, it is somebody's own.
 */
export const proxyWithoutReplication: Rule = {
    code: 'proxy-without-replication',
    severity: 'error',
    title: 'There is no proxy: the environment does not replicate its sessions',
    reason: `\`${PROXY_SOCKET}\` is memcached\u2019s proxy on each Apache node of an environment that replicates its sessions (\`replicate = true\` in its topology, the default from two stores on). In others no such proxy runs, and no session can be started: \`session.save_path\` names the stores themselves.`,
    failing: [
        {
            text,
            uri: EXAMPLE_URI,
            facts: exampleFacts(refused),
            marks: [`"${PROXY_SOCKET}"`],
            fixed: `${handler}session.save_path = "172.18.0.16:11211"\nmemcached.sess_binary_protocol = 0\n`,
        },
        {
            text,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(''), { stores: [STORE, SECOND_STORE] }),
            marks: [`"${PROXY_SOCKET}"`],
            fixed: `${handler}session.save_path = "172.18.0.16:11211,172.18.0.17:11211"\nmemcached.sess_binary_protocol = 0\n`,
        },
    ],
    passing: [
        { text },
        { text, uri: EXAMPLE_URI, facts: exampleFacts(examplePhp(text), { replicated: true }) },
        {
            text,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(text, { reachability: [{ server: PROXY_SOCKET }] })),
        },
    ],
    check(context) {
        const path = context.effective('session.save_path');
        const { environment } = context.facts;
        const proxy = pathServers(context).find(isProxy);
        if (!path || !proxy || !environment || environment.replicated === true || proxy.error === null) {
            return [];
        }
        const { node } = path;
        const value = environment.stores.map(serverName).join(',');
        return [
            {
                range: valueOrName(node),
                message: `${environment.name} does not replicate its sessions: no proxy listens here, and no session can be started.`,
                ...(value !== '' && {
                    fixes: () => [valueFix(context, 'Name the stores', { node, value, preferred: true })],
                }),
            },
        ];
    },
};
