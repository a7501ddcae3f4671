import { readFileSync, writeFileSync } from 'node:fs';

/** How many tests passed, how many failed. */
export interface Counts {
    readonly passed: number;
    readonly failed: number;
}

/** How long one test, or one hook around tests, took. */
export interface Duration {
    /** With the titles of the describe() blocks around it. */
    readonly name: string;
    readonly ms: number;
}

/** What came of a suite. */
export interface SuiteResult extends Counts {
    /** The slowest first, no more than `slowestKept`. */
    readonly slowest: readonly Duration[];
}

export const slowestKept = 10;

const variable = 'PHP_SESSION_CLUSTER_RESULTS';

export function sumOf(counts: readonly Counts[]): Counts {
    return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
        passed: 0,
        failed: 0,
    });
}

export function slowestOf<Item extends Duration>(durations: readonly Item[]): Item[] {
    return durations.toSorted((one, other) => other.ms - one.ms).slice(0, slowestKept);
}

/** The environment that makes a suite's process leave its result in a file. */
export function resultsEnvironment(file: string): Record<string, string> {
    return { [variable]: file };
}

/** Leaves the result where the runner wants it; does nothing where a suite runs by itself. */
export function writeResult(result: SuiteResult): void {
    const file = process.env[variable];
    if (file !== undefined && file !== '') {
        writeFileSync(file, JSON.stringify(result));
    }
}

/** What a suite left in its file. Undefined where it left nothing: it did not come to its end. */
export function readResult(file: string): SuiteResult | undefined {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch {
        // Not written.
        return undefined;
    }
    return JSON.parse(text) as SuiteResult;
}
