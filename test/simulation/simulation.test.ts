import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../support/run/paths.ts';
import { runsOr, seed } from '../support/run/runs.ts';

/** How many schedules of each class run, from seed 1 on: the same on every machine. */
const SCHEDULES = {
    quiet: 200,
    single: 700,
    link: 350,
    crowded: 500,
    unlocked: 300,
    successive: 450,
    stalled: 400,
    outage: 250,
    spared: 400,
    behind: 250,
    overlapping: 250,
    partition: 250,
    membership: 200,
    shaken: 200,
    eviction: 200,
    forgetful: 100,
};
/** Within how many schedules a planted fault has to break a promise. */
const CONVICTED_WITHIN = 150;
const PROCESSES = availableParallelism();

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

/** The seeds are shared out among the processes. */
function simulateClass(name: string, runs: number): Promise<Run[]> {
    return Promise.all(
        Array.from({ length: PROCESSES }, (_, index) => {
            const [from, to] = [index, index + 1].map(part => Math.floor((runs * part) / PROCESSES)) as [number, number];
            return simulate('--class', name, '--runs', String(to - from), '--seed', String(seed + from));
        }),
    );
}

function outputOf(runs: readonly Run[]): string {
    return runs.map(({ output }) => output).join('');
}

/** The sum of the numbers that match. */
function total(output: string, pattern: RegExp): number {
    return [...output.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('the protocol of replication, in simulated schedules', () => {
    for (const [name, count] of Object.entries(SCHEDULES)) {
        const wanted = runsOr(count);
        it(`keeps what it promises in ${wanted} of the class ${name} from seed ${seed} on`, async () => {
            const output = outputOf(await simulateClass(name, wanted));
            assert.equal(total(output, /^(\d+) schedules from seed/gm), wanted, output);
            assert.equal(total(output, /(\d+) of them broke a promise/g), 0, output);
        });
    }

    it(`breaks a promise with each of the planted faults within ${CONVICTED_WITHIN} schedules`, async () => {
        const parts = Array.from({ length: PROCESSES }, (_, index) => `${index + 1}/${PROCESSES}`);
        const runs = await Promise.all(
            parts.map(part => simulate('--mutants', '--part', part, '--runs', String(CONVICTED_WITHIN), '--seed', '1')),
        );
        const output = outputOf(runs);
        assert.ok(
            runs.every(({ status }) => status === 0),
            output,
        );
        const convicted = output.match(/, seed \d+: /g) ?? [];
        assert.ok(convicted.length >= PLANTED, `only ${convicted.length} faults are planted`);
    });
});
