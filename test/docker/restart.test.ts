import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { isOperationError } from '../../client/src/cluster/errors.ts';
import { startEnvironment, startNode, stopEnvironment, stopNode } from '../../client/src/cluster/lifecycle.ts';
import { nodesOf, type Environment } from '../../client/src/cluster/model.ts';
import { quietContext } from '../../client/src/cluster/operation.ts';
import { createEnvironment } from '../../client/src/cluster/provision.ts';
import { deleteEnvironment } from '../../client/src/cluster/remove.ts';
import { restartApplication, restartNode } from '../../client/src/cluster/restart.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { application, openEngine, reread, testTopology } from '../support/environments.ts';
import { underLoad } from '../support/load.ts';

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
        const { requests, failures } = await underLoad(environment.url!, 8, () =>
            restartApplication(engine, environment, {}, quietContext()),
        );
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

    it('restarts the container where that is asked for, and of other layers', async () => {
        for (const node of [application(environment, 1), nodesOf(environment, 'store')[0]!]) {
            const before = await engine.inspectContainer(node.containerId);
            await restartNode(engine, node, { hard: true }, quietContext());
            const after = await engine.inspectContainer(node.containerId);
            assert.notEqual(after.startedAt, before.startedAt);
            assert.equal(after.health, 'healthy');
        }
    });

    it('refuses when Apache would not start again, and leaves it serving', async () => {
        const node = application(environment, 2);
        const file = '/etc/apache2/conf-enabled/broken.conf';
        await engine.exec(node.containerId, ['sh', '-c', 'echo NoSuchDirective > "$1"', 'put', file], { user: '0' });
        try {
            await assert.rejects(restartNode(engine, node, {}, quietContext()), error => {
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
        await stopNode(engine, node, quietContext());
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
