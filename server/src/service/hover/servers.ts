import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../documentContext.ts';
import { environmentsFor } from '../../facts.ts';
import type { EnvironmentFacts } from '../../protocol.ts';
import { inForce, isStore } from '../../rules/session/store.ts';
import type { AssignmentNode } from '../../syntax/nodes.ts';
import { serverName, serversOf, type SessionServer } from '../../syntax/savePath.ts';
import { knownValue } from '../values/meaning.ts';

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

function storeWords({ facts }: DocumentContext, server: SessionServer): string {
    for (const candidate of environmentsFor(facts)) {
        const store = candidate.stores.find(one => isStore(one, server));
        if (store) {
            const name = store.node === server.host ? 'a store' : `store ${code(store.node)}`;
            return `${name} of ${code(candidate.name)}, ${store.running ? 'running' : '**stopped**'}`;
        }
    }
    return facts.environment ? noStore(facts.environment) : '';
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
