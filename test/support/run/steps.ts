import type { Step } from './checks.ts';
import { runStep, type StepOptions } from './processes.ts';
import { sumOf, type Duration, type SuiteResult } from './results.ts';

/** Runs programs one after another, as long as there is time: each is one test. */
export async function runSteps(steps: readonly Step[], options: StepOptions): Promise<SuiteResult> {
    const { output, timeoutMs } = options;
    const start = performance.now();
    const counts = [];
    const slowest: Duration[] = [];
    for (const [program, ...args] of steps) {
        const name = [program, ...args].join(' ');
        const begin = performance.now();
        const done = await runStep(program, args, { ...options, timeoutMs: timeoutMs - (begin - start) });
        slowest.push({ name, ms: performance.now() - begin });
        output(`  ${done ? '✔' : '✘'} ${name}\n`);
        counts.push(done ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    }
    return { ...sumOf(counts), slowest };
}
