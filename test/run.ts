// npm test [SUITE…] [-- --grep TEXT --runs N --seed N]: checks, builds, makes this machine able to run the tests, and runs them, each suite in a process of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../client/src/failure.ts';
import { labelledObjects } from './support/engine/labelledObjects.ts';
import { checks, type Step } from './support/run/checks.ts';
import { canDownloadVscode } from './support/run/internet.ts';
import { runStep } from './support/run/processes.ts';
import { readCounts, resultsEnvironment, type Counts } from './support/run/results.ts';
import { ensureTestMachine, type TestNeeds } from './support/run/setup.ts';

interface Suite {
    readonly needs: TestNeeds;
    /** The time a single test may take, unless it says otherwise. */
    readonly testSeconds: number;
    /** The time the whole suite may take. */
    readonly suiteMinutes: number;
}

const suites: Readonly<Record<string, Suite>> = {
    unit: { needs: {}, testSeconds: 20, suiteMinutes: 10 },
    language: { needs: {}, testSeconds: 30, suiteMinutes: 10 },
    conformance: { needs: { php: true }, testSeconds: 120, suiteMinutes: 15 },
    docker: { needs: { docker: true, compose: true }, testSeconds: 300, suiteMinutes: 60 },
    host: { needs: { docker: true, editor: true }, testSeconds: 120, suiteMinutes: 20 },
    ui: { needs: { docker: true, browser: true, workbench: true }, testSeconds: 120, suiteMinutes: 20 },
};

const stepMs = 10 * 60_000;
const nothing: Counts = { passed: 0, failed: 0 };
const oneFailure: Counts = { passed: 0, failed: 1 };

function sum(counts: readonly Counts[]): Counts {
    return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), nothing);
}

/** Each step is one test. */
async function runSteps(steps: readonly Step[]): Promise<Counts> {
    const counts: Counts[] = [];
    for (const [program, ...args] of steps) {
        const done = await runStep(program, args, { timeoutMs: stepMs });
        console.log(`  ${done ? '✔' : '✘'} ${[program, ...args].join(' ')}`);
        counts.push(done ? { passed: 1, failed: 0 } : oneFailure);
    }
    return sum(counts);
}

/** Objects of ours that are in the engine now and were not before: what a suite forgot to remove. */
async function leaks(before: ReadonlyMap<string, string>): Promise<string[]> {
    const now = await labelledObjects();
    return [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
}

async function runSuite(name: string, suite: Suite, args: readonly string[]): Promise<Counts> {
    await ensureTestMachine(suite.needs);
    const usesEngine = suite.needs.docker === true;
    const before = usesEngine ? await labelledObjects() : new Map<string, string>();
    const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-results-'));
    const file = join(folder, 'counts.json');
    try {
        const [program, ...command] = await suiteCommand(name, suite);
        const environment = resultsEnvironment(file);
        const done = await runStep(program, [...command, ...args], {
            timeoutMs: suite.suiteMinutes * 60_000,
            environment,
        });
        const counts = readCounts(file) ?? oneFailure;
        const leaked = usesEngine ? await leaks(before) : [];
        for (const object of leaked) {
            console.error(`  ✘ left behind by the suite ${name}: ${object}`);
        }
        const crashed = !done && counts.failed === 0 ? oneFailure : nothing;
        return sum([counts, crashed, { passed: 0, failed: leaked.length }]);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function suiteCommand(name: string, { testSeconds }: Suite): Promise<[string, ...string[]]> {
    if (name !== 'host') {
        return [process.execPath, 'test/support/run/mochaSuite.ts', name, String(testSeconds)];
    }
    const command = [process.execPath, 'test/host/runTests.ts'] as const;
    // A downloaded VS Code is a desktop program: it wants a display.
    const display = process.platform !== 'linux' || process.env.DISPLAY !== undefined || !(await canDownloadVscode());
    return display ? [...command] : ['xvfb-run', '-a', ...command];
}

/** One part of the run, with its heading, its time and its counts. Whatever goes wrong in it is a failure of this part, not the end of the run. */
async function part(name: string, run: () => Promise<Counts>): Promise<Counts> {
    console.log(`\n== ${name}`);
    const start = performance.now();
    let counts: Counts;
    try {
        counts = await run();
    } catch (error) {
        console.error(`  ✘ ${messageOf(error)}`);
        counts = oneFailure;
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
    return counts;
}

const { positionals, values } = parseArgs({
    options: { grep: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string' } },
    allowPositionals: true,
});
const known = ['check', ...Object.keys(suites)];
const unknown = positionals.filter(name => !known.includes(name));
if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exit(2);
}
// Read by test/support/runs.ts, in the processes of the suites.
Object.assign(
    process.env,
    values.runs === undefined ? {} : { TEST_RUNS: values.runs },
    values.seed === undefined ? {} : { TEST_SEED: values.seed },
);
const wanted = known.filter(name => positionals.length === 0 || positionals.includes(name));
const results: Counts[] = [];
if (wanted.includes('check')) {
    results.push(await part('check', () => runSteps(checks)));
}
if (wanted.some(name => name !== 'check')) {
    const built = await part('build', () => runSteps([[process.execPath, 'esbuild.mts', '--quiet']]));
    results.push(built);
}
for (const name of wanted) {
    const suite = suites[name];
    if (suite !== undefined) {
        results.push(
            await part(name, () => runSuite(name, suite, values.grep === undefined ? [] : ['--grep', values.grep])),
        );
    }
}
const total = sum(results);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
