import type { ClusterNode } from '../model/model.ts';

/** One file of one node, before and after. */
export interface FileChange {
    readonly node: ClusterNode;
    readonly path: string;
    /** Absent where the file is made by this change. */
    readonly before: Buffer | undefined;
    readonly after: Buffer;
}

/** What an apply is going to do; nothing is done yet. */
export interface ApplyPlan {
    readonly environment: string;
    /** Every node that is checked and restarted, also where no file changes. */
    readonly nodes: readonly ClusterNode[];
    /** Empty where every node is as wanted already. */
    readonly changes: readonly FileChange[];
    /**
     * Values, by directive, that must be in force on every node afterwards; besides what the changes of a
     * node's files set there.
     */
    readonly expected: Readonly<Record<string, string>>;
    /** What a person should know before agreeing: one sentence each. */
    readonly notes: readonly string[];
}

export interface ApplyResult {
    readonly environment: string;
    readonly nodes: readonly {
        readonly node: string;
        readonly changedFiles: readonly string[];
        readonly restarted: boolean;
    }[];
    /** In force after the restart, by node and directive. */
    readonly inForce: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
