import type { Timeline, TimelineSlice } from '../report/report.ts';
import { Latencies, type RecordedVisit } from './tally.ts';

/** As fine as a reader can see. Milliseconds. */
const FINEST_SLICE = 100;
/** A view must draw them, and a report carry them. */
const MAX_SLICES = 2000;

const COUNTS = ['errors', 'cut', 'lost', 'stale', 'foreign', 'empty', 'replayed'] as const;

class Slice {
    readonly #answers = new Map<string, number>();
    readonly #counts = { errors: 0, cut: 0, lost: 0, stale: 0, foreign: 0, empty: 0, replayed: 0 };
    readonly #latencies = new Latencies();

    add({ node, outcome, startedAt, endedAt }: RecordedVisit): void {
        this.#latencies.add(endedAt - startedAt);
        if (node !== undefined) {
            this.#answered(node, 1);
        }
        if (outcome === 'error') {
            this.#counts.errors++;
        } else if (outcome !== 'ok') {
            this.#counts[outcome]++;
        }
    }

    addAll(other: Slice): void {
        this.#latencies.addAll(other.#latencies);
        for (const [node, count] of other.#answers) {
            this.#answered(node, count);
        }
        for (const name of COUNTS) {
            this.#counts[name] += other.#counts[name];
        }
    }

    plain(): TimelineSlice {
        return {
            answers: Object.fromEntries(this.#answers),
            ...this.#counts,
            medianMs: this.#latencies.quantile(0.5),
            slowestMs: this.#latencies.quantile(1),
        };
    }

    #answered(node: string, count: number): void {
        this.#answers.set(node, (this.#answers.get(node) ?? 0) + count);
    }
}

/**
 * Adds up what happened in equal pieces of time. The longer it goes on, the longer they become: two in one, so that
 * there are never too many.
 */
export class TimelineRecorder {
    readonly #origin: number;
    readonly #maxSlices: number;
    #sliceMs = FINEST_SLICE;
    #slices: Slice[] = [];

    /** @param origin where the first piece begins, of `performance.now()` */
    constructor(origin: number, maxSlices = MAX_SLICES) {
        this.#origin = origin;
        this.#maxSlices = maxSlices;
    }

    /** In the piece of time in which it ended. */
    add(visit: RecordedVisit): void {
        this.#sliceAt(visit.endedAt).add(visit);
    }

    /** @param end of the last piece, of `performance.now()` */
    timeline(end: number): Timeline {
        this.#sliceAt(end);
        return { sliceMs: this.#sliceMs, slices: this.#slices.map(slice => slice.plain()) };
    }

    #sliceAt(time: number): Slice {
        const offset = Math.max(0, time - this.#origin);
        while (offset >= this.#sliceMs * this.#maxSlices) {
            this.#halve();
        }
        const index = Math.floor(offset / this.#sliceMs);
        while (this.#slices.length <= index) {
            this.#slices.push(new Slice());
        }
        return this.#slices[index] ?? new Slice();
    }

    #halve(): void {
        const halved: Slice[] = [];
        for (const [index, slice] of this.#slices.entries()) {
            if (index % 2 === 0) {
                halved.push(slice);
            } else {
                halved.at(-1)?.addAll(slice);
            }
        }
        this.#slices = halved;
        this.#sliceMs *= 2;
    }
}
