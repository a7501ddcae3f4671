import { spawnSync } from 'node:child_process';
import { root } from '../support/paths.ts';

export interface ActivationFigure {
    readonly what: string;
    readonly unit: string;
    readonly ours: number;
    readonly peer: number;
    readonly peerName: string;
    readonly goal: string;
    readonly reached: boolean;
}

/** Milliseconds from asking a real extension host for the extension until it is active, beside a built-in extension in the same host. */
export function measureActivation(): ActivationFigure {
    const run = spawnSync(process.execPath, ['test/host/runTests.ts', 'activation'], {
        cwd: root,
        encoding: 'utf8',
        timeout: 180_000,
    });
    const line = /activation (\{.*\})/.exec(run.stdout)?.[1];
    if (run.status !== 0 || line === undefined) {
        throw new Error(`The extension host did not measure the activation:\n${run.stdout}${run.stderr}`);
    }
    const { ours, peer, peerName } = JSON.parse(line) as { ours: number; peer: number; peerName: string };
    return {
        what: 'activation of the extension',
        unit: 'ms',
        ours,
        peer,
        peerName,
        goal: 'under 30',
        reached: ours < 30,
    };
}
