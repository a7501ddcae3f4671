import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { applyPlan } from '../../client/src/cluster/apply.ts';
import { isOperationError } from '../../client/src/cluster/errors.ts';
import { nodesOf, type Environment } from '../../client/src/cluster/model.ts';
import { quietContext } from '../../client/src/cluster/operation.ts';
import { createEnvironment } from '../../client/src/cluster/provision.ts';
import { deleteEnvironment } from '../../client/src/cluster/remove.ts';
import { renderReportMarkdown, renderReportText } from '../../client/src/cluster/reportText.ts';
import { planSessionSettings } from '../../client/src/cluster/settings.ts';
import { verifyFailover } from '../../client/src/cluster/verify.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { application, cancelAt, openEngine, reread, testTopology } from '../support/environments.ts';

describe('verifying a failover', () => {
    let engine: Engine;
    let environment: Environment;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('verify'), quietContext());
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function assertAsFound(): Promise<void> {
        const now = await reread(engine, environment);
        assert.ok(now.nodes.every(({ state }) => state === 'running'));
        for (const node of nodesOf(now, 'application')) {
            const { stdout } = await engine.exec(node.containerId, [
                'ls',
                '/var/lib/session-cluster/pages',
                '/var/www/html',
            ]);
            assert.doesNotMatch(stdout.toString(), /session-cluster-/, `a probe is left on ${node.name}`);
        }
    }

    it('reports the sessions that are lost while each node keeps its own', async () => {
        const report = await verifyFailover(engine, environment, { sessions: 20 }, quietContext());
        assert.equal(report.verdict, 'fail');
        assert.ok(report.totals.lost > 0);
        assert.match(renderReportText(report), /^FAIL: \d+ errors, [1-9]\d* lost/m);
        await assertAsFound();
    });

    it('is cancelled in the middle of a fault, and starts the node again', async () => {
        const context = cancelAt(/^Killing .*application-1/);
        await assert.rejects(verifyFailover(engine, environment, { sessions: 10 }, context));
        assert.ok(context.reached());
        await assertAsFound();
    });

    for (const fault of ['kill', 'stop'] as const) {
        it(`loses no session when each Apache node in turn meets with ${fault}, once sessions are clustered`, async () => {
            const plan = await planSessionSettings(engine, environment, quietContext());
            await applyPlan(engine, environment, plan, quietContext());
            const report = await verifyFailover(engine, environment, { fault }, quietContext());
            assert.equal(report.verdict, 'pass', renderReportText(report));
            assert.deepEqual(
                report.faults.map(({ node, layer }) => [node, layer]),
                nodesOf(environment, 'application').map(({ name, layer }) => [name, layer]),
            );
            for (const { node, shares } of report.faults) {
                assert.ok((shares.before[node] ?? 0) > 0, `${node} served nobody before`);
                assert.equal(shares.during[node], undefined, `${node} served while it was down`);
                assert.ok((shares.after[node] ?? 0) > 0, `${node} served nobody afterwards`);
            }
            assert.match(renderReportMarkdown(report), /\*\*PASS: no session was lost/);
            await assertAsFound();
        });
    }

    it('leaves nothing in the store', async () => {
        const [store] = nodesOf(environment, 'store');
        const script = `exec 3<>/dev/tcp/127.0.0.1/11211; printf 'lru_crawler metadump all\\r\\n' >&3
            while read -r -t 5 line <&3; do case $line in END*) exit 0;; *) echo "$line";; esac; done; exit 1`;
        const dump = ['bash', '-c', script];
        const { exitCode, stdout } = await engine.exec(store!.containerId, dump);
        assert.equal(exitCode, 0, 'the dump did not come to its end');
        assert.doesNotMatch(stdout.toString(), /key=memc\.sess\.key\.(?!lock)/);
    });

    it('answers only to the key', async () => {
        const { withProbe } = await import('../../client/src/cluster/probe.ts');
        await withProbe(engine, nodesOf(environment, 'application'), AbortSignal.timeout(30_000), async probe => {
            const url = new URL(probe.urlPath({ do: 'facts' }), environment.url);
            assert.equal((await fetch(url)).status, 404);
            assert.equal((await fetch(url, { headers: { 'X-Session-Cluster-Key': 'guess' } })).status, 404);
            assert.equal((await fetch(url, { headers: { 'X-Session-Cluster-Key': probe.key } })).status, 200);
        });
        await assertAsFound();
    });

    it('refuses where a failover cannot be, before anything is stopped', async () => {
        const node = application(environment, 2);
        await engine.stopContainer(node.containerId);
        try {
            const now = await reread(engine, environment);
            await assert.rejects(verifyFailover(engine, now, {}, quietContext()), error => {
                assert.ok(isOperationError(error, 'unsupported'));
                assert.match(error.message, /1 running Apache nodes; a failover needs two/);
                return true;
            });
        } finally {
            await engine.startContainer(node.containerId);
        }
        await assert.rejects(verifyFailover(engine, environment, { sessions: 0 }, quietContext()), error =>
            isOperationError(error, 'invalid'),
        );
    });
});
