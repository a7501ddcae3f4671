// npm test [SUITE…] [-- --grep TEXT --runs N --seed N --jobs N]: checks, builds, makes this machine able to run the
// tests, and runs them, each suite in a process of its own, those of different lanes side by side
// (test/support/run/suites.ts), as many at a time as --jobs says.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkNeeds, checks } from './support/run/checks.ts';
import { runLanes, runPart, type Part, type PartResult } from './support/run/lanes.ts';
import { slowestOf, sumOf } from './support/run/results.ts';
import { Screen } from './support/run/screen.ts';
import { testMachine } from './support/run/setup.ts';
import { runSteps } from './support/run/steps.ts';
import { runSuite } from './support/run/suiteRun.ts';
import { checkMinutes, niceness, processesOf, setUpMinutes, suites } from './support/run/suites.ts';

const { positionals, values } = parseArgs({
    options: {
        grep: { type: 'string' },
        runs: { type: 'string' },
        seed: { type: 'string' },
        jobs: { type: 'string', default: String(availableParallelism()) },
    },
    allowPositionals: true,
});
const known = ['check', ...Object.keys(suites)];
const unknown = positionals.filter(name => !known.includes(name));
if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exit(2);
}
if (!/^[1-9]\d?$/.test(values.jobs)) {
    console.error(`--jobs has to be a number from 1 to 99, not ${values.jobs}.`);
    process.exit(2);
}
const jobs = Number(values.jobs);
// Read by test/support/run/runs.ts, in the processes of the suites.
Object.assign(
    process.env,
    values.runs === undefined ? {} : { TEST_RUNS: values.runs },
    values.seed === undefined ? {} : { TEST_SEED: values.seed },
);

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
        console.error(`${name}: ending what runs, and removing what it made; nothing more is begun.`);
        stop.abort();
    });
}
const { signal } = stop;
const screen = new Screen(text => process.stdout.write(text));
const wanted = known.filter(name => positionals.length === 0 || positionals.includes(name));
const machine = testMachine({
    signal: AbortSignal.any([signal, AbortSignal.timeout(setUpMinutes * 60_000)]),
    report: line => {
        screen.tell(`set-up: ${line}`);
    },
});

function partsOf(name: string): Part[] {
    const suite = suites[name];
    if (suite === undefined) {
        const options = { signal, timeoutMs: checkMinutes * 60_000, niceness: niceness.processor };
        const run: Part['run'] = async output => {
            await machine.ensure(checkNeeds);
            return runSteps(checks, { ...options, output });
        };
        return [{ name, lane: 'processor', run }];
    }
    const picked = values.grep === undefined ? [] : ['--grep', values.grep];
    return processesOf(name, suite, jobs > 1 && picked.length === 0).map(one => ({
        name: one.name,
        lane: one.suite.lane,
        run: async output => {
            await machine.ensure(suite.needs);
            return runSuite({ ...one, args: [...one.args, ...picked] }, { output, signal });
        },
    }));
}

function tellSlowest(results: readonly PartResult[]): void {
    const slowest = slowestOf(results.flatMap(({ name, slowest: own }) => own.map(one => ({ ...one, suite: name }))));
    if (slowest.length > 0) {
        console.log('\n== slowest');
    }
    for (const { suite, name, ms } of slowest) {
        console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${suite}: ${name}`);
    }
}

const results: PartResult[] = [];
if (wanted.some(name => name !== 'check')) {
    // Beside everything else: the suites that need it wait for it.
    machine.ensure(wanted.flatMap(name => suites[name]?.needs ?? checkNeeds)).catch(() => undefined);
    const build = [['node', 'esbuild.mts', '--quiet']] as const;
    const run: Part['run'] = output => runSteps(build, { signal, output, timeoutMs: checkMinutes * 60_000 });
    results.push(await runPart({ name: 'build', lane: '', run }, screen));
}
results.push(...(await runLanes(wanted.flatMap(partsOf), { jobs, screen, signal })));
if (signal.aborted) {
    process.exit(1);
}
tellSlowest(results);
const total = sumOf(results);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
