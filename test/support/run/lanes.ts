import { messageOf } from '../../../client/src/failure.ts';
import type { SuiteResult } from './results.ts';
import type { Output, Screen } from './screen.ts';

/** What has a heading, a time and counts of its own in a run. */
export interface Part {
    readonly name: string;
    /** Parts of one lane run one after another, lanes side by side. */
    readonly lane: string;
    readonly run: (output: Output) => Promise<SuiteResult>;
}

export interface PartResult extends SuiteResult {
    readonly name: string;
}

export const oneFailure: SuiteResult = { passed: 0, failed: 1, slowest: [] };

/** Whatever goes wrong in a part is a failure of this part, not the end of the run. */
export async function runPart({ name, run }: Part, screen: Screen): Promise<PartResult> {
    const region = screen.begin();
    region.write(`\n== ${name}\n`);
    const start = performance.now();
    let result: SuiteResult;
    try {
        result = await run(region.write);
    } catch (error) {
        region.write(`  ✘ ${messageOf(error)}\n`);
        result = oneFailure;
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    region.end(`== ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
    return { ...result, name };
}

/**
 * Runs all parts, those of as many lanes at a time as there are `jobs`; begins no other after an abort. Results come in
 * the order in which parts ended.
 */
export async function runLanes(
    parts: readonly Part[],
    { jobs, screen, signal }: { readonly jobs: number; readonly screen: Screen; readonly signal: AbortSignal },
): Promise<PartResult[]> {
    const lanes = [...Map.groupBy(parts, ({ lane }) => lane).values()];
    const results: PartResult[] = [];
    const work = async (): Promise<void> => {
        for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
            for (const part of lane) {
                if (!signal.aborted) {
                    results.push(await runPart(part, screen));
                }
            }
        }
    };
    await Promise.all(Array.from({ length: jobs }, work));
    return results;
}
