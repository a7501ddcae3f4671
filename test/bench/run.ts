// npm run bench, or npm run -s bench -- --json: each figure beside its peer's from the same run; npm run bench --
// language: those of the language server and the linter alone, without containers; npm run bench -- faults: the same
// load and the same faults on replicated sessions and on two set-ups made by hand. Containers are made and removed;
// traffic goes to 127.0.0.1 only.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyPlan } from '../../client/src/cluster/apply/apply.ts';
import { ensureImage } from '../../client/src/cluster/images/images.ts';
import { nodesOf } from '../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../client/src/cluster/provision/remove.ts';
import { restartApplication } from '../../client/src/cluster/lifecycle/restart.ts';
import { planSessionSettings } from '../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { openEngine, testTopology, withEnvironment } from '../support/engine/environments.ts';
import { quietContext } from '../support/engine/quietContext.ts';
import { underLoad } from '../support/sessions/load.ts';
import { root } from '../support/run/paths.ts';
import { ensureTestMachine } from '../support/run/setup.ts';
import { measureActivation } from './activation.ts';
import { ComposePeer, plainSetUp } from './composePeer.ts';
import { compareFaults, renderComparison } from './faultComparison.ts';
import { type Figure, median } from './figure.ts';
import { ensureLanguagePeers } from './languagePeers.ts';
import { measureLanguageServers } from './languageServers.ts';
import { measureLintFolder } from './lintFolder.ts';
import { measurePhpIniCost } from './phpIniCost.ts';
import { measureReplicationCost } from './replicationCost.ts';

const ROUNDS = 5;

async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
}

/** By turns, so that whatever else the machine does meets both. */
async function measureCreation(engine: Engine): Promise<Figure> {
    const context = quietContext();
    const images = {
        balancer: await ensureImage(engine, 'balancer', context),
        application: await ensureImage(engine, 'application', context),
        store: await ensureImage(engine, 'store', context),
    };
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
        const topology = testTopology('bench');
        ours.push(await timed(() => createEnvironment(engine, topology, context)));
        await deleteEnvironment(engine, { name: topology.name, kind: 'managed', nodes: [] }, {}, context);
        const peer = new ComposePeer(engine, images, plainSetUp());
        try {
            theirs.push(await timed(() => peer.up()));
        } finally {
            await peer.down();
        }
    }
    const [mine, compose] = [median(ours), median(theirs)];
    return {
        what: 'environment of 4 nodes from cached images until healthy',
        unit: 'ms',
        ours: mine,
        peer: compose,
        peerName: 'docker-compose up of the same',
        goal: 'no more than the peer',
        reached: mine <= compose,
    };
}

async function measureRestart(engine: Engine): Promise<Figure> {
    return withEnvironment(engine, testTopology('bench'), async environment => {
        const url = environment.url ?? '';
        const graceful = await underLoad(url, 8, () => restartApplication(engine, environment, {}, quietContext()));
        // What the tutorial does: each Apache is restarted, at once and hard, and nobody waits for the one before.
        const hard = await underLoad(url, 8, () =>
            Promise.all(
                nodesOf(environment, 'application').map(async ({ containerId }) => {
                    await engine.stopContainer(containerId, { graceSeconds: 0 });
                    await engine.startContainer(containerId);
                }),
            ),
        );
        return {
            what: `failed requests while all Apache nodes restart (of ${graceful.requests} and ${hard.requests})`,
            unit: 'requests',
            ours: graceful.failures.length,
            peer: hard.failures.length,
            peerName: 'restart of all containers at once',
            goal: '0',
            reached: graceful.failures.length === 0,
        };
    });
}

async function measureFailover(engine: Engine): Promise<Figure[]> {
    return withEnvironment(engine, testTopology('bench'), async environment => {
        const context = quietContext();
        const options = {
            faults: ['kill'],
            nodes: nodesOf(environment, 'application').map(({ name }) => name),
        } as const;
        const before = await verifyFailover(engine, environment, options, context);
        await applyPlan(engine, environment, await planSessionSettings(engine, environment, context), context);
        const after = await verifyFailover(engine, environment, options, context);
        const peerName = 'the same nodes with sessions in files';
        const { lost, slowestMs } = after.totals;
        return [
            {
                what: 'visits that lost their session while each Apache node is killed once',
                unit: 'visits',
                ours: lost,
                peer: before.totals.lost,
                peerName,
                goal: '0',
                reached: lost === 0 && after.verdict === 'pass',
            },
            {
                what: 'slowest request of these',
                unit: 'ms',
                ours: slowestMs,
                peer: before.totals.slowestMs,
                peerName,
                goal: 'under 3000',
                reached: slowestMs < 3000,
            },
        ];
    });
}

/** PHP's own, as the package of the application image has it. */
function stockPhpIni(engine: Engine): Promise<string> {
    return withEnvironment(engine, testTopology('bench'), async environment => {
        const [node] = nodesOf(environment, 'application');
        const path = '/usr/lib/php/8.4/php.ini-production';
        const { bytes } = await engine.readFile(node?.containerId ?? '', path, quietContext().signal);
        return bytes.toString('latin1');
    });
}

function measurePackage(): Figure {
    const made = spawnSync('npm', ['run', '--silent', 'package'], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0) {
        throw new Error(`npm run package failed: ${made.stderr}${made.stdout}`);
    }
    const size = statSync(join(root, 'dist', 'php-session-cluster.vsix')).size / 1024;
    return { what: 'size of the VSIX', unit: 'KiB', ours: size, goal: 'under 1024', reached: size < 1024 };
}

function print(figures: readonly Figure[]): void {
    for (const { what, unit, ours, peer, peerName, goal, reached } of figures) {
        const ratio = peer === undefined || peer === 0 ? '' : `, ratio ${(ours / peer).toFixed(2)}`;
        const beside = peer === undefined ? '' : `; ${peerName ?? 'peer'}: ${peer.toFixed(1)} ${unit}${ratio}`;
        console.log(`${reached ? '✔' : '✘'} ${what}: ${ours.toFixed(1)} ${unit}${beside} (goal: ${goal})`);
    }
}

async function measureAll(engine: Engine): Promise<Figure[]> {
    return [
        await measureCreation(engine),
        await measureRestart(engine),
        ...(await measureFailover(engine)),
        ...(await measureReplicationCost(engine)),
        // The package's build is the one whose activation counts.
        measurePackage(),
        measureActivation(),
        ...measurePhpIniCost(await stockPhpIni(engine)),
        ...(await measureLanguage()),
    ];
}

async function measureLanguage(): Promise<Figure[]> {
    return [...(await measureLanguageServers()), await measureLintFolder()];
}

/** Prints them; whether all goals are reached is the exit status. */
function tell(figures: readonly Figure[]): void {
    if (values.json) {
        console.log(JSON.stringify(figures, undefined, 2));
    } else {
        print(figures);
    }
    process.exitCode = figures.every(({ reached }) => reached) ? 0 : 1;
}

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const [mode = 'all', ...others] = positionals;
if (!/^(?:all|faults|language)$/.test(mode) || others.length > 0) {
    throw new Error(`npm run bench -- [faults|language] [--json], not ${positionals.join(' ')}`);
}
if (mode === 'language') {
    await ensureLanguagePeers({ ...quietContext(), report: console.error });
    measurePackage();
    tell(await measureLanguage());
} else {
    await ensureTestMachine(['docker', 'compose', ...(mode === 'faults' ? [] : (['editor'] as const))]);
    const engine = await openEngine();
    try {
        if (mode === 'faults') {
            const comparison = await compareFaults(engine, { ...quietContext(), report: console.error });
            console.log(values.json ? JSON.stringify(comparison, undefined, 2) : renderComparison(comparison));
            process.exitCode = comparison[0]?.report.verdict === 'pass' ? 0 : 1;
        } else {
            await ensureLanguagePeers({ ...quietContext(), report: console.error });
            tell(await measureAll(engine));
        }
    } finally {
        engine.dispose();
    }
}
