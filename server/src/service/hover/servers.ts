import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { environmentsFor } from '../../model/facts.ts';
import type { EnvironmentFacts } from '../../phpIni/protocol.ts';
import { isProxy } from '../../rules/support/session/proxy.ts';
import { inForce, isStore } from '../../rules/support/store.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { serverName, serversOf, type SessionServer } from '../../phpIni/savePaths/servers.ts';
import { knownValue } from '../values/meaning.ts';
import { listed } from '../values/words.ts';

/** The servers that the save path names: which store of the environment each is, and whether the node reaches it. */
export function serverParagraphs(context: DocumentContext, node: AssignmentNode): string[] {
    const path = knownValue(context, node);
    const handler = inForce(context, 'session.save_handler')?.value;
    if (path === undefined || handler === undefined) {
        return [];
    }
    const lines = serversOf(handler, path).map(server => {
        const words = [storeWords(context, server), reachWords(context, server)].filter(text => text !== '').join('; ');
        return words === '' ? '' : `- ${code(serverName(server))} \u2013 ${words}`;
    });
    const said = lines.filter(line => line !== '');
    return said.length > 0 ? [said.join('\n')] : [];
}

function storeWords(context: DocumentContext, server: SessionServer): string {
    const { facts } = context;
    if (isProxy(server)) {
        return proxyWords(context);
    }
    for (const candidate of environmentsFor(facts)) {
        const store = candidate.stores.find(one => isStore(one, server));
        if (store) {
            const name = store.node === server.host ? 'a store' : `store ${code(store.node)}`;
            return `${name} of ${code(candidate.name)}, ${store.running ? 'running' : '**stopped**'}${candidate.replicated === true ? ', **past the proxy that replicates to it**' : ''}`;
        }
    }
    return facts.environment ? noStore(facts.environment) : '';
}

function proxyWords({ facts }: DocumentContext): string {
    const proxied = environmentsFor(facts).filter(({ replicated }) => replicated === true);
    if (proxied.length > 0) {
        const names = listed(proxied.map(({ name }) => code(name)));
        return `memcached’s proxy on each Apache node of ${names}, which keeps every session on several stores`;
    }
    return facts.environment
        ? `memcached’s proxy, which ${code(facts.environment.name)} does not have: its sessions are **not replicated**`
        : 'memcached’s proxy on each Apache node of an environment that replicates its sessions';
}

function noStore({ name, stores }: EnvironmentFacts): string {
    return stores.length > 0 ? `not one of the stores of ${code(name)}` : '';
}

function reachWords({ facts: { node } }: DocumentContext, server: SessionServer): string {
    const tried = node?.php?.reachability?.find(one => one.server === serverName(server));
    if (!tried || !node) {
        return '';
    }
    return tried.error === undefined
        ? `${code(node.node)} reaches it`
        : `${code(node.node)} **does not reach it**: ${code(tried.error)}`;
}
