import type { Weakness } from '../../../../server/src/phpIni/sessionKnowledge/weakness.ts';

/** What the sessions of a verification lived through; the JSON contract of the command line. Times in milliseconds. */
export interface TrafficTotals {
    readonly requests: number;
    /** Any answer but the expected one, and none at all; without those that were cut. */
    readonly errors: number;
    /**
     * Failed, too, but as they should: requests under way on the application node when it failed that are not safe to
     * repeat (POST), where the balancer is told not to repeat such requests, so that nothing runs twice; and those
     * whose write the node refused, for their lock had ended while they were held up, and another request had written
     * since.
     */
    readonly cut: number;
    /** The counter restarted, or the session's id changed. */
    readonly lost: number;
    /** The counter went back, or two requests saw the same one. */
    readonly stale: number;
    /** The data of another session. */
    readonly foreign: number;
    /** HTTP 200 of a page that had no session at all: to its visitor that is the same as being logged out. */
    readonly empty: number;
    /** One request ran twice. */
    readonly replayed: number;
    readonly slowestMs: number;
    /** 99 of 100 requests took at most this long. */
    readonly p99Ms: number;
}

/** One request of a session at a time, as pages are; several at once, as scripts in a page send them. */
export type RequestMode = 'sequential' | 'parallel';
export type RequestMethod = 'GET' | 'POST';

export interface TrafficGroup extends TrafficTotals {
    readonly mode: RequestMode;
    readonly method: RequestMethod;
}

/**
 * `notRun`: the time was up before its turn; `impossible`: this fault cannot be brought about on this node, `reason`
 * says why.
 */
export type FaultVerdict = 'pass' | 'fail' | 'notRun' | 'impossible';

export interface FaultReport extends TrafficTotals {
    readonly node: string;
    readonly layer: string;
    readonly fault: string;
    readonly verdict: FaultVerdict;
    /** Of a verdict other than `pass`: one sentence. */
    readonly reason?: string;
    /**
     * How long a session of the node waited, at most: from the first request that met with the fault, failed ones
     * included, until it had an answer from another node, or from this one healed. Of a store every session is one; of
     * an application node those that it served last.
     */
    readonly recoveryMs: number;
    /**
     * Since the verification's start: when the fault struck, when what caused it was taken away, when the node was well
     * again.
     */
    readonly struckAtMs: number;
    readonly healedAtMs: number;
    readonly backAtMs: number;
    /** Share of the answers by node. */
    readonly shares: ByPhase<Shares>;
    readonly phases: ByPhase<TrafficTotals>;
    /** By how requests were sent. */
    readonly groups: readonly TrafficGroup[];
}

/** Before the fault, while it lasted, and after the node was back. */
export interface ByPhase<T> {
    readonly before: T;
    readonly during: T;
    readonly after: T;
}

/** By node; the sum is 1. */
export type Shares = Readonly<Record<string, number>>;

/** What happened in one piece of time. */
export interface TimelineSlice {
    /** Answers by node. */
    readonly answers: Readonly<Record<string, number>>;
    readonly errors: number;
    readonly cut: number;
    readonly lost: number;
    readonly stale: number;
    readonly foreign: number;
    readonly empty: number;
    readonly replayed: number;
    /** Of the requests that ended in it; 0 where none did. */
    readonly medianMs: number;
    readonly slowestMs: number;
}

/** The whole verification in equal pieces of time, from its start. */
export interface Timeline {
    readonly sliceMs: number;
    readonly slices: readonly TimelineSlice[];
}

export interface VerificationReport {
    readonly verdict: 'pass' | 'fail';
    readonly environment: string;
    /** ISO 8601. */
    readonly startedAt: string;
    readonly sessions: number;
    /** Of random faults. */
    readonly seed?: number;
    /** What a person calls what ran on the nodes; Apache and memcached where it is not told. */
    readonly software?: { readonly application: string; readonly store: string };
    readonly totals: TrafficTotals;
    readonly shares: Shares;
    readonly faults: readonly FaultReport[];
    /** Of the set-up itself, found without a fault. */
    readonly weaknesses: readonly Weakness[];
    readonly timeline: Timeline;
}
