import { readFileSync, writeFileSync } from 'node:fs';

/** What came of a suite. */
export interface Counts {
    readonly passed: number;
    readonly failed: number;
}

const variable = 'PHP_SESSION_CLUSTER_RESULTS';

/** The environment that makes a suite's process leave its counts in a file. */
export function resultsEnvironment(file: string): Record<string, string> {
    return { [variable]: file };
}

/** Leaves the counts where the runner wants them; does nothing where a suite runs by itself. */
export function writeCounts(counts: Counts): void {
    const file = process.env[variable];
    if (file !== undefined && file !== '') {
        writeFileSync(file, JSON.stringify(counts));
    }
}

/** The sum of the counts that suites left in these files. Undefined where one left none: it did not come to its end. */
export function readCounts(file: string): Counts | undefined {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch {
        // Not written.
        return undefined;
    }
    return JSON.parse(text) as Counts;
}
