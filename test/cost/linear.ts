// Whether the cost of some work is linear, by counting what it does. No clock: a count is the same on every machine,
// however busy. What it cannot see is how far a regular expression goes back to try again: the linter's rules
// `regexp/no-super-linear-…` are for that.
import { takeExecuted } from './execution.ts';
import { visitedBy } from './visits.ts';

const factor = 4;
/** Linear work does `factor` times as much, quadratic work its square, 16; sorting and searching do 5.5 at worst. */
const limit = 6;
/** What is passed over within a method of the language's own is worth a loop over it, in characters of source. */
const visitWeight = 20;
/** So little for each unit of size, in characters of source, does not count: it may begin only beyond some size. */
const negligible = 500;

type Work = (size: number) => () => void;

/** What does more than `limit` times as much where there is `factor` times as much to do, with how many times. */
export function superlinear(work: Work, size: number): Map<string, number> {
    // What is worked out once, at the first call.
    work(Math.ceil(size / 2))();
    const small = done(work(size));
    const large = done(work(size * factor));
    const times = [...large]
        .filter(([, count]) => count > negligible * size * factor)
        .map(([what, count]) => [what, count / (small.get(what) ?? 1)] as const);
    return new Map(times.filter(([, growth]) => growth > limit));
}

/** Throws where anything that the work does grows faster than its size. */
export function assertLinear(work: Work, size: number): void {
    const found = [...superlinear(work, size)].map(([what, growth]) => `${what}: ${growth.toFixed(1)} times as much`);
    if (found.length > 0) {
        throw new Error(`Where there is ${factor} times as much to do, these do more:\n${found.join('\n')}`);
    }
}

/** Characters of source executed, by what executed them. */
function done(work: () => void): Map<string, number> {
    takeExecuted();
    const visits = visitedBy(work);
    return new Map([...takeExecuted(), ...[...visits].map(([what, count]) => [what, count * visitWeight] as const)]);
}
