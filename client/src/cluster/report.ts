/** What sessions lived through; the JSON contract of design.md. Times in milliseconds. */
export interface TrafficTotals {
    readonly requests: number;
    /** Any answer but the expected one, and none at all. */
    readonly errors: number;
    /** The counter restarted, or the session's id changed. */
    readonly lost: number;
    /** The counter went back. */
    readonly stale: number;
    /** One request ran twice. */
    readonly replayed: number;
    readonly slowestMs: number;
}

export interface FaultReport extends TrafficTotals {
    readonly node: string;
    readonly layer: string;
    readonly fault: string;
    readonly verdict: 'pass' | 'fail';
    /** From the fault to the first answer of another node to a session that the failed node served. */
    readonly recoveryMs: number;
    /** Share of the answers by node while the fault lasted, and after the node was back. */
    readonly shares: { readonly before: Shares; readonly during: Shares; readonly after: Shares };
}

export type Shares = Readonly<Record<string, number>>;

export interface VerificationReport {
    readonly verdict: 'pass' | 'fail';
    readonly environment: string;
    /** ISO 8601. */
    readonly startedAt: string;
    readonly sessions: number;
    readonly totals: TrafficTotals;
    readonly shares: Shares;
    readonly faults: readonly FaultReport[];
}
