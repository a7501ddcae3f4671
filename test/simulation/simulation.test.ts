import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../support/run/paths.ts';
import { runsOr, seed } from '../support/run/runs.ts';

/** How many schedules of each class run, from seed 1 on: the same on every machine. */
const SCHEDULES = {
    quiet: 60,
    single: 400,
    link: 150,
    successive: 250,
    stalled: 250,
    outage: 120,
    spared: 250,
    behind: 200,
    overlapping: 150,
    partition: 180,
    membership: 150,
    shaken: 120,
    eviction: 120,
};
/** Within how many schedules a planted fault has to break a promise; as many processes share the faults. */
const CONVICTED_WITHIN = 120;
const PROCESSES = 2;

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

    it(`breaks a promise with each of the planted faults within ${CONVICTED_WITHIN} schedules`, async () => {
        const parts = Array.from({ length: PROCESSES }, (_, index) => `${index + 1}/${PROCESSES}`);
        const runs = await Promise.all(
            parts.map(part => simulate('--mutants', '--part', part, '--runs', String(CONVICTED_WITHIN), '--seed', '1')),
        );
        const output = runs.map(run => run.output).join('');
        const convicted = output.match(/, seed \d+: /g) ?? [];
        assert.deepEqual(
            runs.map(({ status }) => status),
            parts.map(() => 0),
            output,
        );
        assert.ok(convicted.length >= 26, `only ${convicted.length} faults are planted`);
    });
});
