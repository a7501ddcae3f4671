import { Session, type Profiler } from 'node:inspector';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { root } from '../support/run/paths.ts';

// An optimising compiler leaves counts out. What is interpreted is counted to the last loop.
setFlagsFromString('--no-opt');
setFlagsFromString('--no-maglev');

const session = new Session();
session.connect();
session.post('Profiler.enable');
// A function that is compiled before this is counted by its calls, not by its loops: this module is imported before all
// that is counted.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How many characters of source each function has executed since the last time: every block's length as often as it
 * ran. V8 counts that for tools that measure what tests cover, so that the product needs nothing to be counted.
 * Functions of Node itself are left out.
 */
export function takeExecuted(): Map<string, number> {
    const executed = new Map<string, number>();
    for (const { url, functions } of takeCoverage()) {
        // What counts the visits is not part of the work.
        if (url.startsWith('file:') && !url.endsWith('/test/cost/visits.ts')) {
            const file = relative(root, fileURLToPath(url));
            for (const { functionName, ranges } of functions) {
                const name = `${functionName || 'a function'} at character ${ranges[0]?.startOffset ?? 0} of ${file}`;
                executed.set(name, (executed.get(name) ?? 0) + charactersOf(ranges));
            }
        }
    }
    return executed;
}

function takeCoverage(): Profiler.ScriptCoverage[] {
    const scripts: Profiler.ScriptCoverage[] = [];
    // Answered before `post` returns: the session is one with this thread.
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
        if (error) {
            throw error;
        }
        scripts.push(...result);
    });
    return scripts;
}

/** The ranges of a function lie within each other, the outer before the inner; the innermost count holds. */
function charactersOf(ranges: readonly Profiler.CoverageRange[]): number {
    const around: Profiler.CoverageRange[] = [];
    let sum = 0;
    for (const range of ranges) {
        while ((around.at(-1)?.endOffset ?? Infinity) <= range.startOffset) {
            around.pop();
        }
        sum += (range.endOffset - range.startOffset) * (range.count - (around.at(-1)?.count ?? 0));
        around.push(range);
    }
    return sum;
}
