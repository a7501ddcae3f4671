import type { DocumentContext } from '../../documentContext.ts';
import type { StoreFacts } from '../../protocol.ts';
import type { Range } from '../../syntax/nodes.ts';
import { serverName, serversOf, type SessionServer } from '../../syntax/savePath.ts';
import { placeOf } from '../session/edits.ts';
import type { Fix } from '../rule.ts';
import { nodeConfiguration } from './nodeConfiguration.ts';

/** A server of the document's save path, with what is known of it. */
export interface PathServer extends SessionServer {
    /** `host:port` */
    readonly name: string;
    readonly range: Range;
    /** The store of the node's environment that it names. */
    readonly store?: StoreFacts;
    /** Why PHP on the node could not connect to it; null where it could; undefined where that was not tried. */
    readonly error?: string | null;
}

/** The servers of the save path in a document on a node; none where the handler is not known, or has none. */
export function pathServers(context: DocumentContext): readonly PathServer[] {
    return context.memo(findServers);
}

function findServers(context: DocumentContext): PathServer[] {
    const path = context.effective('session.save_path');
    const { environment, node } = context.facts;
    if (!path || !environment || !node || nodeConfiguration(context)?.index === -1) {
        return [];
    }
    return serversOf(handlerOf(context), path.value).map(server => {
        const name = serverName(server);
        const store = environment.stores.find(candidate => isStore(candidate, server));
        const tried = node.php?.reachability?.find(attempt => attempt.server === name);
        return {
            ...server,
            name,
            range: placeOf(path.node, path.value, server),
            ...(store && { store }),
            ...(tried && { error: tried.error ?? null }),
        };
    });
}

/** By the document, else by what is in force. */
function handlerOf(context: DocumentContext): string {
    const isSet = context.globalsOf('session.save_handler').length > 0;
    const { php } = context.facts.node ?? {};
    return (isSet ? context.effective('session.save_handler')?.value : php?.settings['session.save_handler']) ?? '';
}

export function isStore({ host, aliases, port }: StoreFacts, server: SessionServer): boolean {
    const names = [host, ...aliases].map(name => name.toLowerCase());
    return port === server.port && names.includes(server.host.toLowerCase());
}

/** Each running store that the path does not name yet, in the place of the server. */
export function storeFixes(context: DocumentContext, server: PathServer): Fix[] {
    const path = context.effective('session.save_path');
    const plain = path && server.range.end - server.range.start === server.end - server.start;
    const named = new Set(pathServers(context).map(({ store }) => store));
    const stores = context.facts.environment?.stores ?? [];
    return plain
        ? stores
              .filter(store => store.running && !named.has(store))
              .map(({ node, host, port }) => ({
                  title: `Use ${node} instead`,
                  changes: [{ range: server.range, newText: withScheme(context, server, serverName({ host, port })) }],
              }))
        : [];
}

function withScheme(context: DocumentContext, { start, end }: PathServer, name: string): string {
    const written = context.effective('session.save_path')?.value.slice(start, end) ?? '';
    return (/^[a-z]+:\/\//i.exec(written)?.[0] ?? '') + name;
}
