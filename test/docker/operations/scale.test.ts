import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { mainIniPath, readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { isOperationError, type OperationErrorCode } from '../../../client/src/cluster/model/errors.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { readStoresFiles, setStores } from '../../../client/src/cluster/stores/proxies.ts';
import { awaitHealthy } from '../../../client/src/cluster/node/readiness.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import { renderStores } from '../../../client/src/cluster/stores/replication.ts';
import { restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { scaleEnvironment } from '../../../client/src/cluster/scale/scale.ts';
import type { NodeCounts } from '../../../client/src/cluster/scale/plan.ts';
import { membersOf, readersOf } from '../../../client/src/cluster/scale/stores.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Topology } from '../../../client/src/cluster/model/topology.ts';
import { applyTopology } from '../../../client/src/cluster/scale/topologyChange.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import {
    application,
    cancelAt,
    openEngine,
    reread,
    testTopology,
    withEnvironment,
} from '../../support/engine/environments.ts';
import { faultyEngine } from '../../support/engine/faultyEngine.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { sessionKeys } from '../../support/sessions/memcachedTalk.ts';
import { newSession, visit, Visitors, withCountingPage, type Visits } from '../../support/sessions/sessionClients.ts';

async function cluster(engine: Engine, environment: Environment, lockExpire: number): Promise<void> {
    const plan = await planSessionSettings(engine, environment, quietContext(), { lockExpire });
    await applyPlan(engine, environment, plan, quietContext());
}

async function refuses(code: OperationErrorCode, text: RegExp, work: Promise<unknown>): Promise<void> {
    await assert.rejects(work, error => {
        assert.ok(isOperationError(error, code), String(error));
        assert.match(error.message, text);
        return true;
    });
}

describe('scaling under traffic', () => {
    let engine: Engine;
    let environment: Environment;
    let visitors: Visitors;
    let close: () => void;
    let served: Promise<void>;

    before(async () => {
        engine = await openEngine();
        const opened = Promise.withResolvers<string>();
        served = withCountingPage(folder => {
            opened.resolve(folder);
            return new Promise(resolve => (close = resolve));
        });
        const topology = testTopology('scale', { documentRoot: await opened.promise });
        environment = await createEnvironment(engine, topology, quietContext());
        await cluster(engine, environment, 3);
        visitors = new Visitors(environment.url!, 24);
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        close();
        await served;
        engine.dispose();
    });

    /** Nobody notices, and all is well afterwards, whatever `work` does. */
    async function unnoticed(work: () => Promise<unknown>): Promise<Visits> {
        const visits = await visitors.during(work);
        environment = await reread(engine, environment);
        assert.deepEqual(visits.problems, []);
        assert.ok(visits.requests >= 48, `only ${visits.requests} requests`);
        assert.ok(environment.nodes.every(({ status }) => status === 'healthy'));
        await assertAgreed();
        return visits;
    }

    function scale(counts: NodeCounts, context: OperationContext = quietContext(), own = engine): Promise<Visits> {
        return unnoticed(() => scaleEnvironment(own, environment, counts, context));
    }

    /** All proxies go by the same stores, which are those that there are; or there is none, and one store. */
    async function assertAgreed(): Promise<void> {
        const stores = nodesOf(environment, 'store');
        const replicates = environment.topology?.store.replicate === true;
        const wanted = replicates ? renderStores(membersOf(stores)) : undefined;
        const files = await readStoresFiles(engine, nodesOf(environment, 'application'), AbortSignal.timeout(120_000));
        assert.deepEqual(new Set(files), new Set([wanted]));
        for (const { number } of nodesOf(environment, 'application')) {
            const inForce = (await facts(number)).settings;
            assert.equal(inForce['session.save_path'], replicates ? PROXY_SOCKET : `${stores[0]!.address}:11211`);
            assert.equal(inForce['memcached.sess_lock_expire'], '3');
        }
    }

    function names(layer: 'application' | 'store'): string[] {
        return nodesOf(environment, layer).map(({ name }) => name.replace(`${environment.name}-`, ''));
    }

    function facts(number: number) {
        return readApplicationFacts(engine, application(environment, number), AbortSignal.timeout(120_000));
    }

    /** By store. */
    function keysOfSessions(): Promise<Set<string>[]> {
        return Promise.all(nodesOf(environment, 'store').map(({ containerId }) => sessionKeys(engine, containerId)));
    }

    it('adds an Apache node that is configured as the others, by a user’s edits too', async () => {
        const first = application(environment, 1);
        const before = await facts(1);
        const edit = 'echo "memory_limit = 77M" >> "$1"; echo "precision = 9" > "$2/99-own.ini"; rm "$2/20-posix.ini"';
        const [directory] = before.scanDirectories;
        await engine.exec(first.containerId, ['sh', '-c', edit, 'edit', mainIniPath(before), directory!], {
            user: '0',
        });
        await restartNode(engine, environment, first, {}, quietContext());

        const { nodes } = await scale({ application: 3 });
        assert.deepEqual(names('application'), ['application-1', 'application-2', 'application-3']);
        assert.ok(nodes.has(`${environment.name}-application-3`), 'it got no requests');
        const added = await facts(3);
        assert.equal(added.settings.memory_limit, '77M');
        assert.equal(added.settings.precision, '9');
        assert.ok(before.extensions.includes('posix') && !added.extensions.includes('posix'));
        assert.ok(added.extensions.includes('memcached'));
    });

    it('removes the one with the highest number', async () => {
        await scale({ application: 2 });
        assert.deepEqual(names('application'), ['application-1', 'application-2']);
    });

    it('removes new Apache nodes again when it is cancelled, or the balancer cannot be told', async () => {
        const context = cancelAt(/^Checking/);
        await unnoticed(() =>
            refuses(
                'cancelled',
                /was cancelled\. The new Apache nodes were removed/,
                scaleEnvironment(engine, environment, { application: 3 }, context),
            ),
        );
        assert.deepEqual(names('application'), ['application-1', 'application-2']);
        const faulty = faultyEngine(engine, { method: 'exec', matching: /nginx -t/, afterwards: true });
        await unnoticed(() =>
            refuses(
                'failed',
                /injected.*The new Apache nodes were removed/,
                scaleEnvironment(faulty.engine, environment, { application: 3 }, quietContext()),
            ),
        );
        assert.ok(faulty.struck());
        assert.deepEqual(names('application'), ['application-1', 'application-2']);
    });

    it('refuses while a node that has to know does not run, and names it', async () => {
        const node = application(environment, 2);
        await engine.pauseContainer(node.containerId);
        try {
            await refuses(
                'failed',
                /application-2 is paused.*Nothing was changed/,
                scaleEnvironment(engine, environment, { store: 2 }, quietContext()),
            );
        } finally {
            await engine.unpauseContainer(node.containerId);
            await awaitHealthy(engine, [node.containerId], quietContext(), { recovering: true });
        }
    });

    it('keeps the one store as it was when the second is cancelled while it joins', async () => {
        await unnoticed(() =>
            refuses(
                'cancelled',
                /was cancelled\. The second store did not join, and sessions are kept as they were before/,
                scaleEnvironment(engine, environment, { store: 2 }, cancelAt(/joins the stores/)),
            ),
        );
        assert.deepEqual(names('store'), ['store-1']);
    });

    it('goes from one store to two, which have every session each', async () => {
        await scale({ store: 2 });
        assert.equal(environment.topology?.store.replicate, true);
        const [first, second] = await keysOfSessions();
        assert.ok(first!.size >= 24);
        assert.deepEqual(second, first);
    });

    it('keeps both when a node cannot be told that the second leaves', async () => {
        const faulty = faultyEngine(engine, { method: 'exec', matching: /leave:/, from: 2, afterwards: true });
        await unnoticed(() =>
            refuses(
                'failed',
                /injected.*store-2 stays, and the stores are those of before/,
                scaleEnvironment(faulty.engine, environment, { store: 1 }, quietContext()),
            ),
        );
        assert.ok(faulty.struck());
        assert.deepEqual(names('store'), ['store-1', 'store-2']);
    });

    it('completes what somebody else’s death interrupted', async () => {
        const [first, second] = nodesOf(environment, 'store');
        const readers = readersOf(environment, [application(environment, 2)]);
        const joining = membersOf([first!, second!], ({ number }) => (number === 2 ? 'join' : 'keep'));
        await setStores(engine, readers, joining, quietContext());
        await scale({ store: 2 });
    });

    it('goes on to four stores, of which the last gets its share, and back to one that PHP writes to itself, without what has ended meanwhile', async () => {
        const sessions = await Promise.all(Array.from({ length: 16 }, () => newSession(environment.url!)));
        await scale({ store: 4 });
        assert.deepEqual(names('store'), ['store-1', 'store-2', 'store-3', 'store-4']);
        const fourth = (await keysOfSessions())[3]!;
        assert.ok(fourth.size > 0 && fourth.size < 24 + 16, `${fourth.size} of 40 sessions`);
        for (const session of sessions) {
            assert.equal(await visit(`${environment.url!}/?end`, session), 'ended');
        }
        await scale({ store: 1 });
        assert.equal(environment.topology?.store.replicate, false);
        // What says that they ended would be a session to PHP.
        const [left] = await keysOfSessions();
        const ended = sessions.map(cookie => `mg memc.sess.key.${cookie.split('=')[1]!}`);
        assert.deepEqual(
            ended.filter(key => left!.has(key)),
            [],
        );
        for (const session of sessions) {
            assert.match(await visit(environment.url!, session), /^1 /);
        }
        for (const { containerId } of nodesOf(environment, 'application')) {
            const left = await engine.exec(containerId, ['sh', '-c', 'pgrep memcached || ls /etc/session-cluster']);
            assert.equal(left.stdout.toString(), '');
        }
    });

    it('does what the topology file says, and says what it cannot', async () => {
        const topology = environment.topology!;
        const settings = { retryNonIdempotent: false, readTimeout: 7 };
        const wanted: Topology = { ...topology, balancer: { ...topology.balancer, ...settings } };
        const { changed, added } = await applyTopology(engine, wanted, quietContext());
        assert.deepEqual([changed, added], [['read_timeout'], []]);
        assert.deepEqual((await applyTopology(engine, wanted, quietContext())).changed, []);
        const larger = { ...wanted, store: { ...wanted.store, memory: 32 } };
        await refuses('unsupported', /\[store\] memory cannot change/, applyTopology(engine, larger, quietContext()));
    });

    it('refuses to touch the stores while the nodes keep their sessions in different places', async () => {
        const path = mainIniPath(await facts(2));
        const files = 'sed -i "s/^session.save_handler = .*/session.save_handler = files/" "$1"';
        const node = application(environment, 2);
        await engine.exec(node.containerId, ['sh', '-c', files, 'files', path], { user: '0' });
        await restartNode(engine, environment, node, {}, quietContext());
        await refuses(
            'failed',
            /application-2 keeps its sessions.*Nothing was changed.*Apply the session settings/,
            scaleEnvironment(engine, environment, { store: 2 }, quietContext()),
        );
    });
});

describe('scaling stores that are not replicated', () => {
    let engine: Engine;
    before(async () => {
        engine = await openEngine();
    });
    after(() => {
        engine.dispose();
    });

    it('is done while they keep no sessions, and refused when they do', async () => {
        const topology = testTopology('hashed', { nodes: 1 });
        const hashed = { ...topology, store: { ...topology.store, nodes: 2, replicate: false } };
        await withEnvironment(engine, hashed, async environment => {
            const { added, store } = await scaleEnvironment(engine, environment, { store: 3 }, quietContext());
            assert.deepEqual([added, store], [[`${environment.name}-store-3`], 3]);
            const { removed } = await scaleEnvironment(engine, environment, { store: 2 }, quietContext());
            assert.deepEqual(removed, added);
            await cluster(engine, await reread(engine, environment), 2);
            await refuses(
                'unsupported',
                /not replicated.*they are lost.*Nothing was changed/,
                scaleEnvironment(engine, environment, { store: 3 }, quietContext()),
            );
            const result = await scaleEnvironment(engine, environment, { application: 2 }, quietContext());
            assert.deepEqual(result.added, [`${environment.name}-application-2`]);
        });
    });
});
