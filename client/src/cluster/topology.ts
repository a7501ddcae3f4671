/** What an environment is created from: the contents of a topology file, complete with defaults. Immutable. */
export interface Topology {
    readonly name: string;
    readonly balancer: {
        /** 0 lets the engine choose a free one. */
        readonly port: number;
        readonly address: string;
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
    };
}
