import type { Weakness } from './weakness.ts';

/** Of one node whose PHP keeps sessions in files. */
export interface SessionDirectory {
    readonly node: string;
    /** The same on nodes that share it; undefined where it is not known, or PHP keeps no sessions in files. */
    readonly directory: string | undefined;
}

/**
 * Any node may answer any request, and finds only the sessions of its own directory. Told where at least two
 * directories are known.
 */
export function filesNotShared(first: SessionDirectory, others: readonly SessionDirectory[]): Weakness | undefined {
    const apart = others.filter(({ directory }) => directory !== undefined && directory !== first.directory);
    return first.directory === undefined || apart.length === 0
        ? undefined
        : {
              code: 'files-on-cluster',
              what: `Sessions are kept in files of ${first.node}, which ${apart.map(({ node }) => node).join(', ')} cannot see.`,
              next: 'Keep the sessions in memcached, with session.save_handler and session.save_path.',
          };
}
