import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { root } from '../../support/run/paths.ts';
import { readResult, resultsEnvironment, sumOf, type Counts, type SuiteResult } from '../../support/run/results.ts';

let folder: string;

interface SuiteRun {
    readonly status: number | null;
    readonly result: SuiteResult | undefined;
    readonly counts: Counts | undefined;
    readonly output: string;
}

/** Runs a suite that consists of one file, in a process of its own. */
async function runOne(text: string): Promise<SuiteRun> {
    await writeFile(join(folder, 'one.test.ts'), text);
    const file = join(folder, 'result.json');
    const run = spawnSync(process.execPath, [join(root, 'test/support/run/mochaSuite.ts'), folder, '60'], {
        env: { ...process.env, ...resultsEnvironment(file) },
        encoding: 'utf8',
    });
    const result = readResult(file);
    return { status: run.status, result, counts: result && sumOf([result]), output: `${run.stdout}${run.stderr}` };
}

beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suite-'));
});

afterEach(async () => {
    await rm(folder, { recursive: true });
});

describe('a suite', () => {
    it('that passes leaves its counts and ends with 0, whatever a test left open', async () => {
        const { status, counts } = await runOne(`it('a', () => { setInterval(() => 0, 1000); }); it('b', () => {});`);
        assert.deepEqual({ status, counts }, { status: 0, counts: { passed: 2, failed: 0 } });
    });

    it('tells its slowest tests, and hooks', async () => {
        const pause = 'new Promise(resolve => setTimeout(resolve, 60))';
        const { result } = await runOne(
            `describe('s', () => { before(() => ${pause}); it('slow', () => ${pause}); it('fast', () => {}); });`,
        );
        const slowest = result?.slowest ?? [];
        const times = new Map(slowest.map(({ name, ms }) => [name, ms]));
        const paused = ['s "before all" hook for "slow"', 's slow'];
        assert.deepEqual([...times.keys()].sort(), [...paused, 's fast'].sort());
        // A timer may be early by what a millisecond is rounded.
        assert.ok(
            paused.every(name => times.get(name)! >= 59),
            JSON.stringify(slowest),
        );
        const inOrder = slowest.toSorted((a, b) => b.ms - a.ms);
        assert.deepEqual(slowest, inOrder);
    });

    it('with a failing test ends with 1', async () => {
        const { status, counts, output } = await runOne(
            `it('a', () => { throw new Error('on purpose'); }); it('b', () => {});`,
        );
        assert.deepEqual({ status, counts }, { status: 1, counts: { passed: 1, failed: 1 } });
        assert.match(output, /on purpose/);
    });

    it('that skips a test, or has one without a body, fails', async () => {
        const { status, counts } = await runOne(`it.skip('a', () => {}); it('b'); it('c', () => {});`);
        assert.deepEqual({ status, counts }, { status: 1, counts: { passed: 1, failed: 2 } });
    });

    it('that skips a test while it runs fails', async () => {
        const { status, counts } = await runOne(`it('a', function () { this.skip(); }); it('b', () => {});`);
        assert.deepEqual({ status, counts }, { status: 1, counts: { passed: 1, failed: 1 } });
    });

    it('without any test fails', async () => {
        const { status, counts } = await runOne('export {};');
        assert.deepEqual({ status, counts }, { status: 1, counts: { passed: 0, failed: 1 } });
    });

    it('that narrows itself to one test with only() fails', async () => {
        const { status } = await runOne(`it.only('a', () => {}); it('b', () => {});`);
        assert.equal(status, 1);
    });

    it('whose process dies leaves no counts', async () => {
        const { status, counts } = await runOne(`it('a', () => {}); it('b', () => process.exit(7));`);
        assert.deepEqual({ status, counts }, { status: 7, counts: undefined });
    });

    it('whose file cannot be loaded fails', async () => {
        const { status, counts } = await runOne(`throw new Error('while loading');`);
        assert.deepEqual({ status, counts }, { status: 1, counts: undefined });
    });
});
