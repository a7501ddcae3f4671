import type { DocumentContext } from '../../../model/documentContext.ts';
import type { MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import type { Settings } from '../fixes.ts';
import { inForce, switchOf } from '../store.ts';

/** What is to be set so that libmemcached heeds the weights of the servers; nothing where they are all the same. */
export function settingsForWeights(context: DocumentContext, servers: readonly MemcachedServer[]): Settings {
    const written = servers.filter(({ weight }) => weight && /^\d+$/.test(weight.text));
    const different = new Set(servers.map(({ weight }) => Number(weight?.text ?? 1)));
    if (servers.some(({ scheme }) => scheme) || written.length === 0 || different.size < 2) {
        return [];
    }
    const isConsistent = switchOf(context, 'memcached.sess_consistent_hash');
    const type = inForce(context, 'memcached.sess_consistent_hash_type')?.value;
    if (isConsistent === undefined || type === undefined || (isConsistent && type === 'ketama_weighted')) {
        return [];
    }
    return [
        ...(isConsistent ? [] : [['memcached.sess_consistent_hash', 'On'] as const]),
        ['memcached.sess_consistent_hash_type', 'ketama_weighted'],
    ];
}
