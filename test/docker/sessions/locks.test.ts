import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { awaitHealthy } from '../../../client/src/cluster/node/readiness.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { LockPage } from '../../support/sessions/lockPage.ts';

/** Seconds. memcached's clock has whole ones, so a lock lives for one second less, up to this. */
const LOCK_EXPIRE = 5;

describe('the lock of a session', () => {
    let engine: Engine;
    let environment: Environment;
    let page: LockPage;

    before(async () => {
        engine = await openEngine();
    });

    after(() => {
        engine.dispose();
    });

    function nodeOf({ node }: { readonly node: string }): ClusterNode {
        const found = nodesOf(environment, 'application').find(({ name }) => name === node);
        assert.ok(found, `${node} is no Apache node of ${environment.name}`);
        return found;
    }

    async function newSession(): Promise<string> {
        const session = page.newSession();
        assert.deepEqual(await page.visit(session, 'first').closed, { closed: true, problem: null });
        return session;
    }

    /** What is in the session, as soon as its lock can be had. Changes nothing. */
    async function wordsOf(session: string): Promise<readonly string[]> {
        const visit = page.visit(session);
        const { started, words } = await visit.found;
        assert.ok(started);
        await visit.closed;
        return words;
    }

    /** The next request of a session in which something died, and what it finds. */
    async function outlives(session: string): Promise<void> {
        const { started, words } = await page.visit(session, 'next').found;
        assert.ok(started, 'the session did not start while PHP waits for a lock');
        assert.deepEqual(words, ['first']);
    }

    function withStores(stores: 1 | 2): void {
        before(async () => {
            const topology = testTopology('locks');
            const store = { ...topology.store, nodes: stores, replicate: stores > 1 };
            environment = await createEnvironment(engine, { ...topology, store }, quietContext());
            const options = { lockExpire: LOCK_EXPIRE };
            const plan = await planSessionSettings(engine, environment, quietContext(), options);
            await applyPlan(engine, environment, plan, quietContext());
            page = await LockPage.put(engine, environment);
        });

        after(async () => {
            await deleteEnvironment(engine, environment, {}, quietContext());
        });

        it('lets go of it when the node is killed that a request was on, and the session is as it was', async () => {
            const session = await newSession();
            const held = page.visit(session, 'never', `held-${session}`);
            const node = nodeOf(await held.found);
            await engine.killContainer(node.containerId, 'SIGKILL');
            try {
                await outlives(session);
                assert.equal(await held.closed, undefined);
            } finally {
                await engine.startContainer(node.containerId);
                await awaitHealthy(engine, [node.containerId], quietContext());
            }
        });

        it('lets go of it when the process is killed that a request was in, and the session is as it was', async () => {
            const session = await newSession();
            const held = page.visit(session, 'never', `held-${session}`);
            const found = await held.found;
            await engine.exec(nodeOf(found).containerId, ['kill', '-9', String(found.pid)]);
            assert.equal(await held.closed, undefined);
            await outlives(session);
        });

        it('is not missed by a request that outlives it, as long as no other writes', async () => {
            const session = await newSession();
            const hold = `long-${session}`;
            const long = page.visit(session, 'long', hold);
            const node = nodeOf(await long.found);
            // Whoever gets in finds that the lock has gone; and changes nothing.
            assert.deepEqual(await wordsOf(session), ['first']);
            await page.release(node, hold);
            assert.deepEqual(await long.closed, { closed: true, problem: null });
            assert.deepEqual(await wordsOf(session), ['first', 'long']);
        });
    }

    /**
     * A request that outlives its lock, one that gets the lock after it and is there still, and one that comes when the
     * first has ended.
     */
    async function overtake(session: string) {
        const [longHold, secondHold] = [`long-${session}`, `second-${session}`];
        const long = page.visit(session, 'long', longHold);
        const longNode = nodeOf(await long.found);
        const second = page.visit(session, 'second', secondHold);
        const found = await second.found;
        assert.deepEqual([found.started, found.words], [true, ['first']]);
        await page.release(longNode, longHold);
        return { long: await long.closed, second, release: () => page.release(nodeOf(found), secondHold) };
    }

    describe('with one store', () => {
        withStores(1);

        it('is gone for a request that outlives it: it overwrites what another wrote, and takes away the other’s lock', async () => {
            const session = await newSession();
            const { long, second, release } = await overtake(session);
            assert.deepEqual(long, { closed: true, problem: null });
            // Beside the second, which has not ended.
            assert.deepEqual(await wordsOf(session), ['first', 'long']);
            await release();
            assert.deepEqual(await second.closed, { closed: true, problem: null });
            assert.deepEqual(await wordsOf(session), ['first', 'second']);
        });
    });

    describe('with replicated stores', () => {
        withStores(2);

        it('is gone for a request that outlives it: its write is refused, and neither data nor lock of another are touched', async () => {
            const session = await newSession();
            const { long, second, release } = await overtake(session);
            assert.match(long?.problem ?? '', /Failed to write session data/);
            const third = page.visit(session, 'third');
            await release();
            assert.deepEqual(await second.closed, { closed: true, problem: null });
            assert.deepEqual((await third.found).words, ['first', 'second']);
            assert.deepEqual(await third.closed, { closed: true, problem: null });
            assert.deepEqual(await wordsOf(session), ['first', 'second', 'third']);
        });
    });
});
