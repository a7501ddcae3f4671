import type { DocumentContext } from '../../../model/documentContext.ts';
import type { StoreFacts } from '../../../phpIni/protocol.ts';
import type { Range } from '../../../phpIni/syntax/nodes.ts';
import { serverName, serversOf, type SessionServer } from '../../../phpIni/savePaths/servers.ts';
import type { Fix } from '../../rule.ts';
import { placeOf } from '../fixes.ts';
import { inForce, isStore, usesStores } from '../store.ts';
import { nodeConfiguration } from '../nodeConfiguration.ts';

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
    return serversOf(handlerInForce(context), path.value).map(server => {
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

function handlerInForce(context: DocumentContext): string {
    return inForce(context, 'session.save_handler')?.value.toLowerCase() ?? '';
}

/** The stores of the environment that the path could name: none for Redis, nor where a proxy stands for them. */
export function possibleStores(context: DocumentContext): readonly StoreFacts[] {
    const { environment } = context.facts;
    return usesStores(handlerInForce(context)) && environment?.replicated !== true ? (environment?.stores ?? []) : [];
}

/** Each running store that the path does not name yet, in the place of the server. */
export function storeFixes(context: DocumentContext, server: PathServer): Fix[] {
    const path = context.effective('session.save_path');
    const isPlain = path && server.range.end - server.range.start === server.end - server.start;
    // The `unix://` in front of a socket would stay.
    const isUrl = path?.value.endsWith('://', server.start) === true;
    const named = new Set(pathServers(context).map(({ store }) => store));
    return isPlain && !isUrl
        ? possibleStores(context)
              .filter(store => store.running && !named.has(store))
              .map(store => ({
                  title: `Use ${store.node} instead`,
                  changes: [{ range: server.range, newText: withScheme(context, server, serverName(store)) }],
              }))
        : [];
}

function withScheme(context: DocumentContext, { start, end }: PathServer, name: string): string {
    const written = context.effective('session.save_path')?.value.slice(start, end) ?? '';
    return (/^[a-z]+:\/\//i.exec(written)?.[0] ?? '') + name;
}
