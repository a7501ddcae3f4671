import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../support/run/paths.ts';
import { runsOr, seed } from '../support/run/runs.ts';

/** How many schedules of each class run, from seed 1 on: the same on every machine. */
const SCHEDULES = { quiet: 60, single: 250, stalled: 200, overlapping: 150 };

interface Run {
    readonly status: number | null;
    readonly output: string;
}

function simulate(...args: string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
        const child = spawn('lua5.4', [join(root, 'test/simulation/main.lua'), ...args]);
        let output = '';
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding('utf8').on('data', (text: string) => {
                output += text;
            });
        }
        child.on('error', reject).on('close', status => {
            resolve({ status, output });
        });
    });
}

describe('the protocol of replication, in simulated schedules', () => {
    for (const [name, count] of Object.entries(SCHEDULES)) {
        const runs = runsOr(count);
        it(`keeps what it promises in ${runs} of the class ${name} from seed ${seed} on`, async () => {
            const { status, output } = await simulate('--class', name, '--runs', String(runs), '--seed', String(seed));
            assert.equal(status, 0, output);
        });
    }
});
