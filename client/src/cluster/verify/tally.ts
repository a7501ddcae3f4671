import type { Shares, TrafficTotals } from '../report/report.ts';
import type { Outcome } from './sessionJudge.ts';
import type { Visit } from './traffic.ts';

/** A request, and what became of it as far as the record of the faults knows: some errors were cut. */
export interface RecordedVisit extends Omit<Visit, 'outcome'> {
    readonly outcome: Outcome | 'cut';
}

/** How often a request took so many whole milliseconds. */
export class Latencies {
    readonly #counts = new Map<number, number>();
    #total = 0;

    add(ms: number): void {
        this.#count(Math.round(ms), 1);
    }

    addAll(others: Latencies): void {
        for (const [ms, count] of others.#counts) {
            this.#count(ms, count);
        }
    }

    /** The least time that this share (0 to 1) of the requests took at most; 0 where there are none. */
    quantile(share: number): number {
        let left = Math.ceil(share * this.#total);
        for (const [ms, count] of [...this.#counts].sort(([one], [other]) => one - other)) {
            left -= count;
            if (left <= 0) {
                return ms;
            }
        }
        return 0;
    }

    #count(ms: number, count: number): void {
        this.#counts.set(ms, (this.#counts.get(ms) ?? 0) + count);
        this.#total += count;
    }
}

/** Adds up requests as they end; takes no more room the more there are. */
export class Tally {
    readonly #counts = { requests: 0, errors: 0, cut: 0, lost: 0, stale: 0, foreign: 0, empty: 0, replayed: 0 };
    readonly #latencies = new Latencies();
    readonly #answers = new Map<string, number>();
    #firstError: string | undefined;

    add(visit: RecordedVisit): void {
        this.#counts.requests++;
        this.#latencies.add(visit.endedAt - visit.startedAt);
        switch (visit.outcome) {
            case 'ok':
                break;
            case 'error':
                this.#counts.errors++;
                this.#firstError ??= visit.detail;
                break;
            default:
                this.#counts[visit.outcome]++;
        }
        if (visit.node !== undefined) {
            this.#answers.set(visit.node, (this.#answers.get(visit.node) ?? 0) + 1);
        }
    }

    get hasAnswers(): boolean {
        return this.#answers.size > 0;
    }

    /** What the first error said. */
    get firstError(): string | undefined {
        return this.#firstError;
    }

    totals(): TrafficTotals {
        return { ...this.#counts, slowestMs: this.#latencies.quantile(1), p99Ms: this.#latencies.quantile(0.99) };
    }

    /** Each node's share of the answers, rounded to thousandths; nodes that answered nothing have none. */
    shares(): Shares {
        const answered = [...this.#answers.values()].reduce((sum, count) => sum + count, 0);
        return Object.fromEntries(
            [...this.#answers]
                .sort(([left], [right]) => left.localeCompare(right))
                .map(([node, count]) => [node, Math.round((1000 * count) / answered) / 1000]),
        );
    }
}
