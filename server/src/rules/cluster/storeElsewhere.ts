import type { DocumentContext } from '../../model/documentContext.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { isStore } from '../support/store.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, STORE } from '../support/exampleNodes.ts';
import { pathServers, storeFixes, type PathServer } from '../support/session/pathServers.ts';

const handler = 'session.save_handler = memcached\n';
const text = `${handler}session.save_path = "172.19.0.16:11211"\n`;
const own = exampleFacts(examplePhp(text));
const blog = { name: 'blog', applications: [], stores: [{ ...STORE, node: 'blog-store-1', host: '172.19.0.16' }] };
const facts = { environments: [...own.environments, blog] };

/**
 * Other servers may well be meant: only those that are known to be of another environment are told of, unless PHP on
 * the node reaches them.
 */
export const storeElsewhere: Rule = {
    code: 'store-not-in-environment',
    severity: 'warning',
    title: 'The server is a store of another environment',
    reason: 'Each environment has a network of its own. The nodes of one do not reach the stores of another, or else two applications share a store, and its memory, by accident.',
    failing: [
        {
            text,
            uri: EXAMPLE_URI,
            facts,
            marks: ['172.19.0.16:11211'],
            fixed: `${handler}session.save_path = "172.18.0.16:11211"\n`,
        },
    ],
    passing: [
        { text },
        { text, uri: EXAMPLE_URI, facts: own },
        { text: `${handler}session.save_path = "172.18.0.16:11211"\n`, uri: EXAMPLE_URI, facts },
        { text: `${handler}session.save_path = "store-1:11211"\n`, uri: EXAMPLE_URI, facts },
        {
            text,
            uri: EXAMPLE_URI,
            facts: {
                environments: [
                    ...exampleFacts(examplePhp(text, { reachability: [{ server: '172.19.0.16:11211' }] })).environments,
                    blog,
                ],
            },
        },
    ],
    check: context => pathServers(context).flatMap(server => checkServer(context, server)),
};

function checkServer(context: DocumentContext, server: PathServer): RuleDiagnostic[] {
    const { environment, environments } = context.facts;
    if (!environment || server.store || server.error !== undefined || !/^\d+(?:\.\d+){3}$/.test(server.host)) {
        return [];
    }
    const others = environments.filter(({ name }) => name !== environment.name);
    const found = others.flatMap(({ name, stores }) =>
        stores.filter(store => isStore(store, server)).map(({ node }) => ({ name, node })),
    );
    return found.slice(0, 1).map(({ name, node }) => ({
        range: server.range,
        message: `${server.name} is ${node}, a store of the environment ${name}, not of ${environment.name}.`,
        fixes: () => storeFixes(context, server),
    }));
}
