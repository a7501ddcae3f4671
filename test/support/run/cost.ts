/** The processor time of this process, in milliseconds: what others do on the machine does not count. */
function processorMs(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
}

function costOf(action: () => void): number {
    const before = processorMs();
    action();
    return processorMs() - before;
}

/** Of a few runs the least: what is run for the first time is slow. */
function leastCost(action: () => void, runs: number): number {
    return Math.min(...Array.from({ length: runs }, () => costOf(action)));
}

const factor = 4;
/** Linear work costs `factor` times as much, quadratic work its square: 16. */
const limit = 9;
const measurableMs = 10;
const attempts = 6;

/** How many times as much four times the work costs: about 4 where it is linear. The work grows until its cost can be measured. */
export function growth(work: (size: number) => () => void, start: number): number {
    let size = start;
    let small = leastCost(work(size), 3);
    while (small < measurableMs && size < start * 256) {
        size *= 2;
        small = leastCost(work(size), 3);
    }
    const one = work(size);
    const four = work(size * factor);
    let large = costOf(four);
    for (let attempt = 1; attempt < attempts && large > (small * limit) / 2; attempt++) {
        small = Math.min(small, costOf(one));
        large = Math.min(large, costOf(four));
    }
    return large / Math.max(small, 1);
}

/** Throws where the cost of the work grows faster than its size. */
export function assertLinear(what: string, work: (size: number) => () => void, start = 500): void {
    const times = growth(work, start);
    if (times > limit) {
        throw new Error(`${what}: four times as much costs ${times.toFixed(1)} times as much`);
    }
}
