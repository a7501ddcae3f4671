import type Mocha from 'mocha';
import { writeCounts, type Counts } from './results.ts';

/** How all suites are run. A test that is skipped or left without a body fails: what cannot run is not passed over in silence. */
export function mochaOptions(timeoutMs: number, grep?: string): Mocha.MochaOptions {
    return {
        ui: 'bdd',
        reporter: 'spec',
        timeout: timeoutMs,
        slow: timeoutMs,
        forbidOnly: true,
        forbidPending: true,
        ...(grep === undefined ? {} : { grep }),
    };
}

/** Runs the tests that are loaded, prints them, and leaves the counts for the runner. No tests at all are one failure. */
export async function runMocha(mocha: Mocha): Promise<Counts> {
    const passed = { count: 0 };
    const failures = await new Promise<number>(resolve => {
        mocha.run(resolve).on('pass', () => {
            passed.count += 1;
        });
    });
    const none = passed.count + failures === 0;
    if (none) {
        console.error('No tests were found.');
    }
    const counts = { passed: passed.count, failed: none ? 1 : failures };
    writeCounts(counts);
    return counts;
}
