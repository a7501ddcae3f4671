import type Mocha from 'mocha';
import { slowestOf, writeResult, type Counts, type Duration } from './results.ts';

/**
 * How all suites are run. A test that is skipped or left without a body fails: what cannot run is not passed over in
 * silence.
 */
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

/**
 * Runs the tests that are loaded, prints them, and leaves the result for the runner. No tests at all are one failure.
 */
export async function runMocha(mocha: Mocha): Promise<Counts> {
    let passed = 0;
    const durations: Duration[] = [];
    const measure = (ran: Mocha.Test | Mocha.Hook): void => {
        durations.push({ name: ran.fullTitle(), ms: ran.duration ?? 0 });
    };
    const failures = await new Promise<number>(resolve => {
        mocha
            .run(resolve)
            .on('pass', () => {
                passed += 1;
            })
            .on('test end', measure)
            .on('hook end', measure);
    });
    const none = passed + failures === 0;
    if (none) {
        console.error('No tests were found.');
    }
    const counts = { passed, failed: none ? 1 : failures };
    writeResult({ ...counts, slowest: slowestOf(durations) });
    return counts;
}
