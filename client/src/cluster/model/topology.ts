/** What an environment is created from: the contents of a topology file, complete with defaults. Immutable. */
export interface Topology {
    readonly name: string;
    readonly balancer: {
        /** 0 lets the engine choose a free one. */
        readonly port: number;
        readonly address: string;
        /**
         * Whether a request that is not safe to repeat (POST) and that a failing node cut is sent to another one: it
         * may then run twice.
         */
        readonly retryNonIdempotent: boolean;
        /**
         * Seconds that a node may keep silent before the request goes to another one. Shorter than the slowest page:
         * that page runs twice, or fails.
         */
        readonly readTimeout: number;
    };
    readonly application: {
        readonly nodes: number;
        /** The version in the product's own image. */
        readonly php: string;
        /** An image of the user's own, in place of the product's. */
        readonly image?: string;
        /** Absolute path on this machine; absent: a sample page. */
        readonly documentRoot?: string;
    };
    readonly store: {
        readonly nodes: number;
        /** MiB. */
        readonly memory: number;
        /** Whether every session is kept on two stores, or on all where there are up to three. */
        readonly replicate: boolean;
    };
}

/**
 * What an environment's labels tell: all but how its balancer repeats and waits. That can change while labels cannot,
 * so NGINX itself is asked for it (`readBalancerSettings`).
 */
export type RecordedTopology = Omit<Topology, 'balancer'> & {
    readonly balancer: Pick<Topology['balancer'], 'port' | 'address'>;
};
