import { spawnSync } from 'node:child_process';
import { root } from '../support/run/paths.ts';
import { type Figure, median } from './figure.ts';

interface Measured {
    readonly ours: number;
    readonly peer: number;
    readonly peerName: string;
}

const RUNS = 5;

/**
 * Milliseconds that the extension's own code takes to be loaded and activated, beside a built-in extension in the same
 * host; each time in a new extension host of a new window. For the build that is in dist/.
 */
export function measureActivation(): Figure {
    const runs = Array.from({ length: RUNS }, measureOnce);
    const ours = median(runs.map(run => run.ours));
    return {
        what: 'activation of the extension',
        unit: 'ms',
        ours,
        peer: median(runs.map(run => run.peer)),
        peerName: runs[0]?.peerName ?? '',
        goal: 'under 30',
        reached: ours < 30,
    };
}

function measureOnce(): Measured {
    const run = spawnSync(process.execPath, ['test/host/runTests.ts', 'activation'], {
        cwd: root,
        encoding: 'utf8',
        timeout: 180_000,
    });
    const line = /activation (\{.*\})/.exec(run.stdout)?.[1];
    if (run.status !== 0 || line === undefined) {
        throw new Error(`The extension host did not measure the activation:\n${run.stdout}${run.stderr}`);
    }
    return JSON.parse(line) as Measured;
}
