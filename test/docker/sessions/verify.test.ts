import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import type { Fault } from '../../../client/src/cluster/verify/faults.ts';
import { LABEL_ENVIRONMENT } from '../../../client/src/cluster/model/labels.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import { withProbe } from '../../../client/src/cluster/node/probe.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { FaultReport, VerificationReport } from '../../../client/src/cluster/report/report.ts';
import { renderReportText } from '../../../client/src/cluster/report/text.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import type { ContainerNetwork, Engine } from '../../../client/src/engine/engine.ts';
import { isCancellation } from '../../../client/src/failure.ts';
import { application, cancelAt, openEngine, reread, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { sessionKeys } from '../../support/sessions/memcachedTalk.ts';

/** Those of every Apache node that is one container with a service in it, and no proxy beside it. */
const NODE_FAULTS: readonly Fault[] = [
    'kill',
    'stop',
    'graceful-stop',
    'pause',
    'disconnect',
    'isolate',
    'restart',
    'process-kill',
];
/** Of which an Apache node has none. */
const STORE_FAULTS: readonly Fault[] = ['stall', 'evict'];
/**
 * The node's processes go on afterwards where they were: with what they had read, and locks that have let go meanwhile.
 */
const FREEZING: readonly string[] = ['pause', 'disconnect'];

describe('verifying a failover', () => {
    let engine: Engine;
    let environment: Environment;
    let networks: ReadonlyMap<string, readonly ContainerNetwork[]>;

    before(async function () {
        this.timeout(600_000);
        engine = await openEngine();
        const topology = testTopology('verify');
        // Longer than the lock of a dead node (2 s) may keep a request waiting: with two nodes nobody else is asked.
        const balancer = { ...topology.balancer, retryNonIdempotent: true, readTimeout: 3 };
        environment = await createEnvironment(engine, { ...topology, balancer }, quietContext());
        networks = await readNetworks();
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function readNetworks(): Promise<Map<string, readonly ContainerNetwork[]>> {
        const entries = environment.nodes.map(async ({ name, containerId }) => {
            const details = await engine.inspectContainer(containerId);
            return [name, details.networks.map(one => ({ ...one, aliases: one.aliases.toSorted() }))] as const;
        });
        return new Map(await Promise.all(entries));
    }

    async function assertAsFound(): Promise<void> {
        const now = await reread(engine, environment);
        assert.deepEqual(
            now.nodes.filter(({ state }) => state !== 'running').map(({ name }) => name),
            [],
        );
        assert.deepEqual(await readNetworks(), networks);
        for (const { containerId, name } of nodesOf(now, 'application')) {
            const folders = ['/var/lib/session-cluster/pages', '/var/www/html'];
            const { stdout } = await engine.exec(containerId, ['ls', ...folders]);
            assert.doesNotMatch(stdout.toString(), /session-cluster-/, `a probe is left on ${name}`);
            const routes = await engine.exec(containerId, ['cat', '/proc/net/route']);
            assert.doesNotMatch(routes.stdout.toString(), /^\*/m, `the way to a store is not given back on ${name}`);
        }
        const labels = [`${LABEL_ENVIRONMENT}=${environment.name}`];
        const containers = await engine.listContainers({ labels });
        assert.equal(containers.length, environment.nodes.length, containers.map(({ name }) => name).join(', '));
    }

    function clusterSessions(): Promise<unknown> {
        return planSessionSettings(engine, environment, quietContext()).then(plan =>
            applyPlan(engine, environment, plan, quietContext()),
        );
    }

    function assertWhole(report: VerificationReport): void {
        for (const {
            node,
            layer,
            fault,
            phases,
            groups,
            requests,
            struckAtMs,
            healedAtMs,
            backAtMs,
        } of report.faults) {
            assert.equal(phases.during.requests + phases.after.requests, requests);
            assert.ok(phases.before.requests > 0 && phases.during.requests > 0 && phases.after.requests > 0);
            assert.ok(0 < struckAtMs && struckAtMs < healedAtMs && healedAtMs < backAtMs, `${fault} ${node} ${layer}`);
            assert.deepEqual(
                groups.map(({ mode, method }) => `${mode} ${method}`),
                ['sequential GET', 'sequential POST', 'parallel GET', 'parallel POST'],
            );
            assert.equal(
                groups.reduce((sum, group) => sum + group.requests, 0),
                requests,
            );
        }
        const { slices } = report.timeline;
        const answers = slices.flatMap(slice => Object.values(slice.answers)).reduce((sum, count) => sum + count, 0);
        const failed = slices.reduce((sum, { errors, cut }) => sum + errors + cut, 0);
        assert.equal(answers + failed, report.totals.requests);
    }

    it('reports the sessions that are lost while each node keeps its own, and why that is so', async () => {
        const nodes = [application(environment, 1).name];
        const options = { sessions: 20, nodes, faults: ['kill'] } as const;
        const report = await verifyFailover(engine, environment, options, quietContext());
        assert.equal(report.verdict, 'fail');
        assert.ok(report.totals.lost > 0);
        assert.match(renderReportText(report), /^FAIL: Errors: \d+, lost: [1-9]\d*,/m);
        assert.deepEqual(
            report.weaknesses.map(({ code }) => code),
            ['files-on-cluster', 'hanging-node', 'one-balancer'],
        );
        assertWhole(report);
        await assertAsFound();
    });

    it('loses no session whatever an Apache node meets with, once sessions are clustered', async function () {
        this.timeout(420_000);
        await clusterSessions();
        const { name } = application(environment, 1);
        const report = await verifyFailover(engine, environment, { nodes: [name] }, quietContext());
        const text = renderReportText(report);
        assert.deepEqual(
            report.faults.map(({ node, fault }) => [node, fault]),
            NODE_FAULTS.map(fault => [name, fault]),
        );
        assertWhole(report);
        assert.deepEqual(
            report.weaknesses.map(({ code }) => code),
            ['single-store', 'hanging-node', 'one-balancer'],
        );
        assert.equal(report.totals.lost, 0, text);
        for (const { fault, verdict, errors, stale, empty, shares } of report.faults) {
            if (fault === 'isolate') {
                // Without the proxy, which ends a node that has no sessions, it serves pages without them.
                assert.ok(verdict === 'fail' && empty > 0 && (shares.during[name] ?? 0) > 0, text);
                continue;
            }
            assert.equal(errors, 0, text);
            // One store takes what a request writes that was held for longer than its lock: php-memcached does not
            // look.
            assert.ok(stale === 0 || FREEZING.includes(fault), text);
            assert.equal(verdict, stale === 0 ? 'pass' : 'fail');
            assert.ok((shares.before[name] ?? 0) > 0, `${fault}: it served nobody before`);
            assert.equal(shares.during[name], undefined, `${fault}: it served while it was away`);
            assert.ok((shares.after[name] ?? 0) > 0, `${fault}: it served nobody afterwards`);
        }
        await assertAsFound();
    });

    it('says honestly what the death of the only store costs', async () => {
        const [store] = nodesOf(environment, 'store');
        const options = { sessions: 20, nodes: [store!.name], faults: ['kill', 'process-kill', 'pause'] } as const;
        const report = await verifyFailover(engine, environment, options, quietContext());
        const text = renderReportText(report);
        const [kill, processKill, pause] = report.faults as [FaultReport, FaultReport, FaultReport];
        for (const { verdict, errors, lost, reason } of [kill, processKill]) {
            assert.equal(verdict, 'fail', text);
            assert.equal(lost, 20, 'every session was lost, once');
            assert.ok(errors === 0 || reason?.includes('session'), text);
        }
        assert.ok(kill.recoveryMs > 0, text);
        assert.equal(pause.lost, 0, text);
        assertWhole(report);
        await assertAsFound();
    });

    it('says honestly what it costs that the only store stalls, or forgets half of its sessions', async () => {
        const [store] = nodesOf(environment, 'store');
        const options = { sessions: 20, nodes: [store!.name], faults: STORE_FAULTS };
        const report = await verifyFailover(engine, environment, options, quietContext());
        const text = renderReportText(report);
        const faults = new Map(report.faults.map(fault => [fault.fault, fault]));
        assert.deepEqual(
            [...faults].map(([fault, { node, layer }]) => [fault, node, layer]),
            [
                ['evict', store!.name, 'store'],
                ['stall', store!.name, 'store'],
            ],
        );
        const { verdict, lost, foreign } = faults.get('evict')!;
        // A request that was under way writes its session again.
        assert.deepEqual({ verdict, foreign }, { verdict: 'fail', foreign: 0 }, text);
        assert.ok(lost > 0 && lost <= 10, text);
        assert.equal(faults.get('stall')!.lost, 0, text);
        assertWhole(report);
        await assertAsFound();
    });

    const struck = [
        ...NODE_FAULTS.map(fault => [fault, 'application'] as const),
        ...STORE_FAULTS.map(fault => [fault, 'store'] as const),
    ];
    for (const [fault, layer] of struck) {
        it(`is cancelled in the middle of ${fault}, and puts the node back`, async () => {
            const { name } = nodesOf(environment, layer).at(-1)!;
            const context = cancelAt(new RegExp(` ${name}\\b.*\\(1 of 1\\)$`));
            const options = { sessions: 10, nodes: [name], faults: [fault] };
            await assert.rejects(verifyFailover(engine, environment, options, context), isCancellation);
            assert.ok(context.reached());
            await assertAsFound();
        });
    }

    it('tries the same faults at random with the same seed, and no more of them than there is time for', async () => {
        const [store] = nodesOf(environment, 'store');
        const faults: readonly Fault[] = ['kill', 'graceful-stop', 'restart', 'process-kill'];
        const run = async (seed?: number) => {
            const random = seed === undefined ? {} : { seed };
            const options = { sessions: 4, nodes: [store!.name], faults, random, durationMs: 8000 };
            return verifyFailover(engine, environment, options, quietContext());
        };
        const first = await run();
        const again = await run(first.seed);
        const [names, namesAgain] = [first, again].map(report => report.faults.map(({ fault }) => fault));
        const common = Math.min(names!.length, namesAgain!.length);
        assert.ok(common > 0);
        assert.deepEqual(namesAgain!.slice(0, common), names!.slice(0, common), `seed ${first.seed}`);
        assert.equal(again.seed, first.seed);
        // The last one may have begun just in time.
        assert.ok(first.faults.slice(0, -1).every(({ backAtMs }) => backAtMs <= 8000));
        await assertAsFound();
    });

    it('tries one fault at least, and says which had no turn, where the time is short', async () => {
        const [store] = nodesOf(environment, 'store');
        const options = { sessions: 4, nodes: [store!.name], faults: ['restart', 'kill'], durationMs: 1 } as const;
        const report = await verifyFailover(engine, environment, options, quietContext());
        assert.deepEqual(report.faults.map(({ fault, verdict }) => [fault, verdict !== 'notRun']), [['restart', true], ['kill', false]]); // prettier-ignore
        assert.match(report.faults[1]?.reason ?? '', /time was up/);
    });

    it('leaves nothing in the store', async () => {
        const [store] = nodesOf(environment, 'store');
        assert.deepEqual(await sessionKeys(engine, store!.containerId), new Set());
    });

    it('answers only to the key', async () => {
        await withProbe(engine, nodesOf(environment, 'application'), AbortSignal.timeout(120_000), async probe => {
            const url = new URL(probe.urlPath({ do: 'facts' }), environment.url);
            assert.equal((await fetch(url)).status, 404);
            assert.equal((await fetch(url, { headers: { 'X-Session-Cluster-Key': 'guess' } })).status, 404);
            assert.equal((await fetch(url, { headers: { 'X-Session-Cluster-Key': probe.key } })).status, 200);
        });
        await assertAsFound();
    });

    it('refuses where there is nothing to try, before anything is stopped', async () => {
        const { name } = application(environment, 1);
        const options = { nodes: [name], faults: ['proxy-kill'] } as const;
        await assert.rejects(verifyFailover(engine, environment, options, quietContext()), error => {
            assert.ok(isOperationError(error, 'unsupported'));
            assert.match(error.message, /proxy-kill of .*The memcached proxy was not found.*Nothing was stopped/);
            return true;
        });
        const told = { documentRoot: '/nowhere' };
        await assert.rejects(verifyFailover(engine, environment, told, quietContext()), error => {
            assert.ok(isOperationError(error, 'invalid'));
            assert.match(error.message, /\/nowhere is no folder on .*application-1/);
            return true;
        });
        await assertAsFound();
    });

    it('leaves alone what somebody else stopped meanwhile', async () => {
        const { name } = application(environment, 2);
        const [store] = nodesOf(environment, 'store');
        const stopped: Promise<void>[] = [];
        const context = {
            ...quietContext(),
            report: (message: string) => {
                if (message === `Bringing ${name} back`) {
                    stopped.push(engine.killContainer(store!.containerId, 'SIGKILL'));
                }
            },
        };
        try {
            const options = { sessions: 4, nodes: [store!.name, name], faults: ['restart'] } as const;
            const report = await verifyFailover(engine, environment, options, context);
            const { verdict, reason } = report.faults.find(({ node }) => node === store!.name)!;
            assert.equal(verdict, 'notRun');
            assert.match(reason ?? '', /^Somebody stopped it meanwhile/);
            assert.equal((await engine.inspectContainer(store!.containerId)).state, 'exited');
        } finally {
            await Promise.all(stopped);
            await engine.startContainer(store!.containerId);
        }
        await assertAsFound();
    });
});
