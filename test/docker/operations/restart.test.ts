import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import {
    startEnvironment,
    startNode,
    stopEnvironment,
    stopNode,
} from '../../../client/src/cluster/lifecycle/lifecycle.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { restartApplication, restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { countedEngine, lookUps } from '../../support/engine/countedEngine.ts';
import { application, openEngine, reread, testTopology, withEnvironment } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { COUNT_PAGE, underLoad } from '../../support/sessions/load.ts';

describe('restarting', () => {
    let engine: Engine;
    let environment: Environment;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('restart'), quietContext());
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    it('of all Apache nodes under load fails no request, and keeps the containers', async () => {
        const before = await Promise.all(
            environment.nodes.map(({ containerId }) => engine.inspectContainer(containerId)),
        );
        const { requests, failures } = await underLoad(environment.url!, 8, async more => {
            await more(5);
            await restartApplication(engine, environment, {}, quietContext());
            await more(5);
        });
        assert.deepEqual(failures, []);
        assert.ok(requests > 50, `only ${requests} requests`);
        const after = await Promise.all(
            environment.nodes.map(({ containerId }) => engine.inspectContainer(containerId)),
        );
        assert.deepEqual(
            after.map(({ startedAt }) => startedAt),
            before.map(({ startedAt }) => startedAt),
        );
    });

    it('looks at the containers of its environment alone, once for each node that is taken out', async () => {
        const { engine: counted, calls } = countedEngine(engine);
        await restartApplication(counted, environment, {}, quietContext());
        assert.deepEqual(lookUps(calls), { whole: 0, own: 2 });
    });

    it('restarts the container where that is asked for, and of other layers', async () => {
        for (const node of [application(environment, 1), nodesOf(environment, 'store')[0]!]) {
            const before = await engine.inspectContainer(node.containerId);
            await restartNode(engine, environment, node, { hard: true }, quietContext());
            const after = await engine.inspectContainer(node.containerId);
            assert.notEqual(after.startedAt, before.startedAt);
            assert.equal(after.health, 'healthy');
        }
    });

    it('says beforehand that the sessions are lost with the only store', async () => {
        const [store] = nodesOf(environment, 'store');
        const reported: string[] = [];
        const context = { ...quietContext(), report: (message: string) => reported.push(message) };
        await restartNode(engine, environment, store!, {}, context);
        assert.equal(reported[0], `${store!.name} is the only store that runs: all sessions are lost`);
    });

    it('refuses when Apache would not start again, and leaves it serving', async () => {
        const node = application(environment, 2);
        const file = '/etc/apache2/conf-enabled/broken.conf';
        await engine.exec(node.containerId, ['sh', '-c', 'echo NoSuchDirective > "$1"', 'put', file], { user: '0' });
        try {
            await assert.rejects(restartNode(engine, environment, node, {}, quietContext()), error => {
                assert.ok(isOperationError(error, 'failed'), String(error));
                assert.match(error.message, /application-2 refused to restart.*NoSuchDirective/s);
                return true;
            });
            assert.equal((await engine.exec(node.containerId, ['session-cluster-health'])).exitCode, 0);
        } finally {
            await engine.exec(node.containerId, ['rm', file], { user: '0' });
        }
    });

    it('stops and starts a node, and the whole environment', async () => {
        const node = application(environment, 1);
        await stopNode(engine, environment, node, quietContext());
        const stopped = application(await reread(engine, environment), 1);
        assert.equal(stopped.status, 'stopped');
        assert.equal(stopped.id, node.id);
        await startNode(engine, stopped, quietContext());
        await stopEnvironment(engine, await reread(engine, environment), quietContext());
        assert.ok((await reread(engine, environment)).nodes.every(({ status }) => status === 'stopped'));
        await startEnvironment(engine, await reread(engine, environment), quietContext());
        environment = await reread(engine, environment);
        assert.ok(environment.nodes.every(({ status }) => status === 'healthy'));
        assert.equal((await fetch(environment.url!)).status, 200);
    });

    it('comes back after every process of a node was killed', async () => {
        const node = application(environment, 1);
        await engine.killContainer(node.containerId, 'SIGKILL');
        await startNode(engine, application(await reread(engine, environment), 1), quietContext());
        assert.equal(application(await reread(engine, environment), 1).status, 'healthy');
    });
});

describe('restarting one store after the other, where they replicate,', () => {
    it('loses no request and no session', async () => {
        const engine = await openEngine();
        try {
            const topology = testTopology('stores');
            const store = { nodes: 2, memory: 16, replicate: true };
            await withEnvironment(engine, { ...topology, store }, async environment => {
                await countSessions(engine, environment);
                const reported: string[] = [];
                const context = { ...quietContext(), report: (message: string) => reported.push(message) };
                const { failures, requests } = await underLoad(`${environment.url!}/count.php`, 8, async more => {
                    await more(5);
                    for (const node of nodesOf(environment, 'store')) {
                        await restartNode(engine, environment, node, {}, context);
                        await more(5);
                    }
                });
                assert.deepEqual(failures, []);
                assert.ok(requests > 100, `only ${requests} requests`);
                assert.doesNotMatch(reported.join('\n'), /lost/);
            });
        } finally {
            engine.dispose();
        }
    });
});

/** Puts the page that counts there, and the sessions into the stores. */
async function countSessions(engine: Engine, environment: Environment): Promise<void> {
    const page = { path: '/var/www/html/count.php', bytes: COUNT_PAGE, mode: 0o644, uid: 0, gid: 0 };
    for (const { containerId } of nodesOf(environment, 'application')) {
        await engine.putFiles(containerId, [page]);
    }
    await applyPlan(
        engine,
        environment,
        await planSessionSettings(engine, environment, quietContext()),
        quietContext(),
    );
}
