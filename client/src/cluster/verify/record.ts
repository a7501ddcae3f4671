import type { FaultRecord } from './faultRecord.ts';
import type { FaultReport, VerificationReport } from '../report/report.ts';
import { verdictOf } from '../report/verdicts.ts';
import { Tally } from './tally.ts';
import { TimelineRecorder } from './timeline.ts';
import type { Visit } from './traffic.ts';

/** What happened in a verification so far, in figures. */
export class VerificationRecord {
    readonly origin = performance.now();
    readonly totals = new Tally();
    readonly #startedAt = new Date().toISOString();
    readonly #timeline = new TimelineRecorder(this.origin);
    readonly #lastAnswers = new Map<string, number>();
    #fault: FaultRecord | undefined;

    get elapsedMs(): number {
        return performance.now() - this.origin;
    }

    /** From now on requests are this fault's. */
    open(fault: FaultRecord): FaultRecord {
        this.#fault = fault;
        return fault;
    }

    add(seen: Visit): void {
        const visit = this.#fault?.cuts(seen) === true ? { ...seen, outcome: 'cut' as const } : seen;
        this.totals.add(visit);
        this.#timeline.add(visit);
        this.#fault?.add(visit);
        if (visit.node !== undefined) {
            this.#lastAnswers.set(visit.node, visit.startedAt);
        }
    }

    /** When the last request that the node answered was sent, of `performance.now()`. */
    lastAnswerOf(node: string): number {
        return this.#lastAnswers.get(node) ?? -Infinity;
    }

    summary(
        faults: readonly FaultReport[],
    ): Pick<VerificationReport, 'verdict' | 'startedAt' | 'totals' | 'shares' | 'timeline'> {
        const totals = this.totals.totals();
        return {
            verdict: verdictOf(faults, totals),
            startedAt: this.#startedAt,
            totals,
            shares: this.totals.shares(),
            timeline: this.#timeline.timeline(performance.now()),
        };
    }
}
