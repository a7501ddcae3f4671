import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import { remarkLines, STORE_PORT, type Environment, type NodeStatus } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { awaitHealthy } from '../../../client/src/cluster/node/readiness.ts';
import { commandOf } from '../../../client/src/cluster/node/resources.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { withNodes } from '../../../client/src/cluster/model/topologyFile.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, openEngine, reread, store, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { MemcachedTalk } from '../../support/sessions/memcachedTalk.ts';

const MIB = 2 ** 20;

/** Of the program that holds connections: it ends when there is this file. */
const LET_GO = '/tmp/let-go';

describe('what the health check of a store says', () => {
    let engine: Engine;
    let environment: Environment;
    let talk: MemcachedTalk;

    before(async () => {
        engine = await openEngine();
        const topology = withNodes(testTopology('store-health'), { application: 1, store: 2 });
        const small = { ...topology, store: { ...topology.store, memory: 8 } };
        environment = await createEnvironment(engine, small, quietContext());
        talk = new MemcachedTalk(engine, environment);
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    /** Until a reading of the environment has it; the engine asks by itself, again and again. */
    async function awaitRemark(number: number, status: NodeStatus, pattern: RegExp): Promise<void> {
        const deadline = Date.now() + 90_000;
        for (;;) {
            const node = store(await reread(engine, environment), number);
            if (node.status === status && remarkLines(node.remark).some(line => pattern.test(line))) {
                return;
            }
            assert.ok(Date.now() < deadline, `not within 90 s, but ${node.status}: ${node.remark}`);
            await delay(200);
        }
    }

    it('is nothing where all is well', () => {
        assert.equal(store(environment, 1).remark, undefined);
    });

    it('is that it is not complete, and why, while the stores that are cannot be asked', async () => {
        const [first, second] = [store(environment, 1).containerId, store(environment, 2).containerId];
        await engine.stopContainer(first);
        await engine.stopContainer(second);
        await engine.startContainer(second);
        try {
            await awaitRemark(2, 'unhealthy', /^not complete: no store can be asked that is$/);
        } finally {
            await engine.startContainer(first);
        }
        const ids = environment.nodes.map(({ containerId }) => containerId);
        await awaitHealthy(engine, ids, quietContext(), { recovering: true });
        assert.equal(store(await reread(engine, environment), 2).remark, undefined);
    });

    it('is that connections are refused, where it has as many as it may have', async () => {
        const node = application(environment, 1);
        const place = `${store(environment, 1).address}:${STORE_PORT}`;
        const hold = readFileSync(new URL('hold-connections.php', import.meta.url), 'utf8');
        const command = commandOf('hold-connections.php', hold, place, LET_GO);
        const holding = engine.exec(node.containerId, command, { timeoutMs: 180_000 });
        try {
            await awaitRemark(1, 'unhealthy', /^memcached does not answer: 4\d{3} of 4096 connections are in use$/);
        } finally {
            await engine.exec(node.containerId, ['touch', LET_GO]);
            await holding;
        }
        await awaitRemark(1, 'healthy', /^\d+ connections were refused since it started/);
    });

    it('is that sessions were evicted, though it is healthy', async () => {
        const node = application(environment, 1);
        const large = 'x'.repeat(MIB / 4);
        for (let index = 0; index < 48; index += 8) {
            const words = Array.from(
                { length: 8 },
                (_, more) => `set large-${index + more} 0 0 ${large.length}\n${large}`,
            );
            assert.deepEqual(new Set(await talk.proxy(node, ...words)), new Set(['STORED\n']));
        }
        // For one of the largest size there may be no room at all. Apache goes on: another try would not help.
        const largest = 4 * MIB - 4096;
        for (const number of [1, 2, 3]) {
            const [answer = ''] = await talk.proxy(
                node,
                `set largest-${number} 0 0 ${largest}\n${'x'.repeat(largest)}`,
            );
            assert.match(answer, /^(?:STORED|SERVER_ERROR out of memory storing object)\n$/);
        }
        assert.deepEqual(await talk.proxy(node, 'set small 0 0 1\nx'), ['STORED\n']);
        assert.equal((await engine.inspectContainer(node.containerId)).restartCount, 0);
        await awaitRemark(1, 'healthy', /^memory is full: \d+ items were evicted since it started/);
    });
});
