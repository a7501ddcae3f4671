import type { ServerPlace } from '../../../../server/src/phpIni/savePaths/servers.ts';
import { STORE_PORT, type ClusterNode, type Environment } from '../model/model.ts';

/** What tells where a store is, also of one that is about to be made. */
export type StoreNode = Pick<ClusterNode, 'name' | 'number' | 'address' | 'port'>;

/**
 * Where a store is: as php.ini, the file of the stores and the language server name it. By the address where it is
 * known: names of a stopped container take seconds not to resolve, and ketama places sessions by what is written.
 */
export function placeOf({ name, address, port }: StoreNode): ServerPlace {
    return { host: address === '' ? name : address, port: port || STORE_PORT };
}

/** By what else a store can be reached within the environment's network. */
export function aliasesOf({ kind }: Environment, node: ClusterNode): string[] {
    const names = [node.name, kind === 'managed' ? `${node.layer}-${node.number}` : (node.service ?? '')];
    return names.filter(name => name !== '' && name !== placeOf(node).host);
}
