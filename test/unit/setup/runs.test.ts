import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { runLanes, type Part } from '../../support/run/lanes.ts';
import { isOwnedBy, newOwner } from '../../support/run/names.ts';
import { runStep } from '../../support/run/processes.ts';
import { OneByOne } from '../../support/run/oneByOne.ts';
import { root } from '../../support/run/paths.ts';
import { Screen } from '../../support/run/screen.ts';
import { checkMinutes, limitMinutes, processesOf, setUpMinutes, suites } from '../../support/run/suites.ts';

const endless = () => new AbortController().signal;

describe('the suites', () => {
    it('have less time together, on two processors, than CI gives to everything', () => {
        const all = Object.entries(suites).flatMap(([name, suite]) => processesOf(name, suite, true));
        const check = { suite: { lane: 'processor', minutes: checkMinutes } };
        const lanes = Map.groupBy([check, ...all], ({ suite }) => suite.lane);
        // Each lane begins when one of two jobs is free.
        const jobs = [0, 0];
        for (const own of lanes.values()) {
            jobs.sort((one, other) => one - other);
            jobs[0]! += own.reduce((sum, { suite }) => sum + suite.minutes, 0);
        }
        const minutes = setUpMinutes + Math.max(...jobs);
        assert.ok(minutes < limitMinutes, `${minutes} minutes`);
    });

    it('have each test run once, also where a part of them runs apart', () => {
        for (const [name, suite] of Object.entries(suites)) {
            const ran = processesOf(name, suite, true).flatMap(one => {
                const [, except] = one.args;
                const exclude = except === undefined ? [] : [`${except}/**`];
                const folder = join(root, 'test', one.name);
                return globSync('**/*.test.ts', { cwd: folder, exclude }).map(file => join(folder, file));
            });
            const cwd = join(root, 'test', name);
            const all = globSync('**/*.test.ts', { cwd }).map(file => join(cwd, file));
            assert.deepEqual(ran.sort(), all.sort());
        }
    });
});

describe('what a run needs', () => {
    it('is made one by one, each once, whoever asks; what fails is told to those who need it', async () => {
        const log: string[] = [];
        const maker = (name: string, problem?: Error) => async () => {
            log.push(`${name} begins`);
            await new Promise(setImmediate);
            log.push(`${name} ends`);
            if (problem) {
                throw problem;
            }
        };
        const makers = { engine: maker('engine'), php: maker('php', new Error('no PHP')), editor: maker('editor') };
        const machine = new OneByOne(makers);
        const asked = await Promise.allSettled([
            machine.ensure(['editor', 'engine']),
            machine.ensure(['engine']),
            machine.ensure(['php']),
            machine.ensure(['editor', 'php']),
            machine.ensure([]),
        ]);
        assert.deepEqual(
            asked.map(({ status }) => status === 'fulfilled'),
            [true, true, false, false, true],
        );
        assert.deepEqual(
            log,
            ['engine', 'editor', 'php'].flatMap(name => [`${name} begins`, `${name} ends`]),
        );
    });
});

describe('names of what a suite makes', () => {
    it('are told from those of every other', () => {
        const owner = newOwner();
        const other = owner === '0000' ? '0001' : '0000';
        assert.ok(isOwnedBy(owner, `shop-${owner}12ab34-store-1`));
        assert.ok(isOwnedBy(owner, `psctest-named-${owner}12ab34_default`));
        assert.ok(!isOwnedBy(owner, `shop-${other}12ab34-store-1`));
        assert.ok(!isOwnedBy(owner, `shop-${owner}`));
        assert.ok(!isOwnedBy(owner, `shop-${owner}12ab345`));
    });
});

describe('the screen', () => {
    it('shows one part as it comes and the others whole afterwards, and at once how they ended', () => {
        let shown = '';
        const screen = new Screen(text => (shown += text));
        const [first, second, third] = [screen.begin(), screen.begin(), screen.begin()];
        second.write('second 1\n');
        first.write('first 1\n');
        assert.equal(shown, 'first 1\n');
        second.write('second 2\n');
        second.end('== second');
        third.write('third 1\n');
        first.write('first 2\n');
        screen.tell('set-up');
        assert.equal(shown, 'first 1\n== second; what it printed follows\nfirst 2\nset-up\n');
        shown = '';
        first.end('== first');
        assert.equal(shown, '== first\nsecond 1\nsecond 2\n== second\nthird 1\n');
        third.write('third 2\n');
        third.end('== third');
        assert.match(shown, /third 1\nthird 2\n== third\n$/);
    });
});

describe('lanes', () => {
    /** Parts by `lane/name`; each ends when it is told to. */
    function partsOf(...names: readonly string[]) {
        const begun: string[] = [];
        const ends = new Map<string, () => void>();
        const parts = names.map((name): Part => ({
            name,
            lane: name.split('/')[0]!,
            run: () => {
                begun.push(name);
                return new Promise(resolve => {
                    ends.set(name, () => {
                        resolve({ passed: 1, failed: 0, slowest: [] });
                    });
                });
            },
        }));
        const end = async (name: string): Promise<void> => {
            ends.get(name)!();
            await new Promise(setImmediate);
        };
        return { parts, begun, end };
    }
    const quiet = () => new Screen(() => undefined);

    it('run side by side, and the parts of one after another', async () => {
        const { parts, begun, end } = partsOf('a/1', 'a/2', 'b/1', 'b/2');
        const run = runLanes(parts, { jobs: 2, screen: quiet(), signal: endless() });
        assert.deepEqual(begun, ['a/1', 'b/1']);
        await end('b/1');
        assert.deepEqual(begun, ['a/1', 'b/1', 'b/2']);
        await end('b/2');
        await end('a/1');
        await end('a/2');
        assert.deepEqual(
            (await run).map(({ name }) => name),
            ['b/1', 'b/2', 'a/1', 'a/2'],
        );
    });

    it('run one after another where there is one job', async () => {
        const { parts, begun, end } = partsOf('a/1', 'b/1', 'a/2');
        const run = runLanes(parts, { jobs: 1, screen: quiet(), signal: endless() });
        for (const name of ['a/1', 'a/2', 'b/1']) {
            assert.equal(begun.at(-1), name);
            await end(name);
        }
        assert.equal((await run).length, 3);
    });

    it('begin nothing more after an abort, and wait for what runs', async () => {
        const { parts, begun, end } = partsOf('a/1', 'a/2', 'b/1', 'c/1');
        const stop = new AbortController();
        const run = runLanes(parts, { jobs: 2, screen: quiet(), signal: stop.signal });
        stop.abort();
        await end('a/1');
        await end('b/1');
        await run;
        assert.deepEqual(begun, ['a/1', 'b/1']);
    });

    it('count a part that throws as a failure, and go on', async () => {
        const broken: Part = { name: 'broken', lane: 'a', run: () => Promise.reject(new Error('on purpose')) };
        const { parts, end } = partsOf('a/2');
        let shown = '';
        const screen = new Screen(text => (shown += text));
        const run = runLanes([broken, ...parts], { jobs: 1, screen, signal: endless() });
        await new Promise(setImmediate);
        await end('a/2');
        const [first, second] = await run;
        assert.deepEqual([first!.failed, second!.passed], [1, 1]);
        assert.match(shown, /✘ on purpose\n== broken: 0 passed, 1 failed/);
    });
});

describe('a program of a run', () => {
    let folder: string;
    let text: string;
    const output = (more: string): void => {
        text += more;
    };

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'step-'));
        text = '';
    });

    afterEach(async () => {
        await rm(folder, { recursive: true });
    });

    it('has both of its streams shown in the order in which they were written, and its failure', async () => {
        const script = 'echo one; echo two >&2; echo three; exit 3';
        const done = await runStep('sh', ['-c', script], { timeoutMs: 60_000, signal: endless(), output });
        assert.equal(done, false);
        assert.equal(text, `one\ntwo\nthree\nsh -c ${script}: exit status 3\n`);
    });

    it('is told where it is not there', async () => {
        assert.equal(await runStep('nosuchprogram', [], { timeoutMs: 60_000, signal: endless(), output }), false);
        assert.match(text, /nosuchprogram/);
    });

    it('ends with all that it started when it is aborted, and is not begun afterwards', async () => {
        const stop = new AbortController();
        const file = join(folder, 'pid');
        const begun = (more: string): void => {
            output(more);
            stop.abort();
        };
        // A process beside it that would outlive it.
        const script = `sleep 600 & echo $! > "${file}"; echo begun; wait`;
        const options = { timeoutMs: 60_000, signal: stop.signal };
        assert.equal(await runStep('sh', ['-c', script], { ...options, output: begun }), false);
        const pid = (await readFile(file, 'utf8')).trim();
        assert.ok(!existsSync(`/proc/${pid}`), `process ${pid} is still there`);
        assert.equal(await runStep('touch', [join(folder, 'more')], { ...options, output }), false);
        assert.ok(!existsSync(join(folder, 'more')));
    });

    it('is ended when its time is over', async () => {
        assert.equal(await runStep('sleep', ['600'], { timeoutMs: 50, signal: endless(), output }), false);
        assert.match(text, /^sleep 600: not done after 0\.05 s; ended\.\nsleep 600: exit status SIGTERM\n$/);
    });
});
