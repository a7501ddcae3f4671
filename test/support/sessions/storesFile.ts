// The file of the stores as each of the three programs that read it must read it: TypeScript, Perl and Lua.
import type { StoreMember } from '../../../client/src/cluster/stores/replication.ts';

/** With lines between them that are none of its own. */
export const STORES_FILE = [
    '# somebody was here',
    'keep 10.0.0.16 11211 shop-store-1 1',
    'hold 10.0.0.99 11211 shop-store-9 9',
    'keep 10.0.0.99 eleven shop-store-9 9',
    'keep 10.0.0.99 11211 shop-store-9',
    'keep 10.0.0.99 11211',
    'keep  10.0.0.99 11211 shop-store-9 9',
    ' keep 10.0.0.99 11211 shop-store-9 9',
    'keep 10.0.0.99 11211 shop-store-9 9 ',
    'KEEP 10.0.0.99 11211 shop-store-9 9',
    '',
    'join 10.0.0.17 11212 shop-store-2 2',
    'leave 10.0.0.18 11211 shop-store-3 3',
    '',
].join('\n');

export const STORES_IN_IT: readonly StoreMember[] = [
    { fate: 'keep', host: '10.0.0.16', port: 11211, name: 'shop-store-1', number: 1 },
    { fate: 'join', host: '10.0.0.17', port: 11212, name: 'shop-store-2', number: 2 },
    { fate: 'leave', host: '10.0.0.18', port: 11211, name: 'shop-store-3', number: 3 },
];
