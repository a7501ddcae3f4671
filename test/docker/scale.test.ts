import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { applyPlan } from '../../client/src/cluster/apply.ts';
import { mainIniPath, readApplicationFacts } from '../../client/src/cluster/applicationFacts.ts';
import { isOperationError } from '../../client/src/cluster/errors.ts';
import { nodesOf, type Environment } from '../../client/src/cluster/model.ts';
import { quietContext } from '../../client/src/cluster/operation.ts';
import { createEnvironment } from '../../client/src/cluster/provision.ts';
import { deleteEnvironment } from '../../client/src/cluster/remove.ts';
import { restartNode } from '../../client/src/cluster/restart.ts';
import { PROXY_SOCKET, STORES_PATH } from '../../client/src/cluster/replication.ts';
import { scaleEnvironment } from '../../client/src/cluster/scale.ts';
import type { NodeCounts } from '../../client/src/cluster/scalePlan.ts';
import { planSessionSettings } from '../../client/src/cluster/settings.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { application, openEngine, reread, testTopology } from '../support/environments.ts';
import { newSession, visit, Visitors, withCountingPage, type Visits } from '../support/sessionClients.ts';

const LIST_KEYS =
    "exec 3<>/dev/tcp/127.0.0.1/11211; printf 'lru_crawler mgdump all\\r\\nquit\\r\\n' >&3; tr -d '\\r' <&3";

describe('scaling under traffic', () => {
    let engine: Engine;
    let environment: Environment;
    let visitors: Visitors;
    let ended: () => void;
    let served: Promise<void>;

    before(async () => {
        engine = await openEngine();
        const ready = Promise.withResolvers<string>();
        served = withCountingPage(folder => {
            ready.resolve(folder);
            return new Promise(resolve => (ended = resolve));
        });
        environment = await createEnvironment(
            engine,
            testTopology('scale', { documentRoot: await ready.promise }),
            quietContext(),
        );
        const plan = await planSessionSettings(engine, environment, quietContext(), { lockExpire: 3 });
        await applyPlan(engine, environment, plan, quietContext());
        visitors = new Visitors(environment.url!, 24);
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        ended();
        await served;
        engine.dispose();
    });

    async function scale(counts: NodeCounts): Promise<Visits> {
        const visits = await visitors.during(() => scaleEnvironment(engine, environment, counts, quietContext()));
        environment = await reread(engine, environment);
        assert.deepEqual(visits.problems, []);
        assert.ok(visits.requests >= 100, `only ${visits.requests} requests`);
        assert.ok(environment.nodes.every(({ status }) => status === 'healthy'));
        return visits;
    }

    function names(layer: 'application' | 'store'): string[] {
        return nodesOf(environment, layer).map(({ name }) => name.replace(`${environment.name}-`, ''));
    }

    async function settings(number: number): Promise<Readonly<Record<string, string>>> {
        const facts = await readApplicationFacts(engine, application(environment, number), AbortSignal.timeout(30_000));
        return facts.settings;
    }

    /** Of the visitors' sessions, by store. */
    async function sessionKeys(): Promise<Set<string>[]> {
        return Promise.all(
            nodesOf(environment, 'store').map(async ({ containerId }) => {
                const { stdout } = await engine.exec(containerId, ['bash', '-c', LIST_KEYS]);
                return new Set(stdout.toString().match(/^mg memc\.sess\.key\.(?!lock)\S+/gm));
            }),
        );
    }

    it('adds an Apache node that is configured as the others, by a user’s edits too', async () => {
        const first = application(environment, 1);
        const facts = await readApplicationFacts(engine, first, AbortSignal.timeout(30_000));
        const edit = 'echo "memory_limit = 77M" >> "$1"; echo "precision = 9" > "$2/99-own.ini"; rm "$2/20-posix.ini"';
        const [directory] = facts.scanDirectories;
        await engine.exec(first.containerId, ['sh', '-c', edit, 'edit', mainIniPath(facts), directory!], { user: '0' });
        await restartNode(engine, first, {}, quietContext());

        const { nodes } = await scale({ application: 3 });
        assert.deepEqual(names('application'), ['application-1', 'application-2', 'application-3']);
        assert.ok(nodes.has(`${environment.name}-application-3`), 'it got no requests');
        const added = await readApplicationFacts(engine, application(environment, 3), AbortSignal.timeout(30_000));
        assert.equal(added.settings['session.save_path'], facts.settings['session.save_path']);
        assert.equal(added.settings['memcached.sess_lock_expire'], '3');
        assert.equal(added.settings['memory_limit'], '77M');
        assert.equal(added.settings['precision'], '9');
        assert.ok(facts.extensions.includes('posix') && !added.extensions.includes('posix'));
        assert.ok(added.extensions.includes('memcached'));
    });

    it('removes the one with the highest number', async () => {
        await scale({ application: 2 });
        assert.deepEqual(names('application'), ['application-1', 'application-2']);
    });

    it('goes from one store to two', async () => {
        await scale({ store: 2 });
        assert.equal(environment.topology?.store.replicate, true);
        for (const number of [1, 2]) {
            const inForce = await settings(number);
            assert.equal(inForce['session.save_path'], PROXY_SOCKET);
            assert.equal(inForce['memcached.sess_lock_expire'], '3');
        }
        const [first, second] = await sessionKeys();
        assert.ok(first!.size >= 24);
        assert.deepEqual(second, first);
    });

    it('goes on to four stores, of which each has its share, and does not bring back a session that has ended', async () => {
        const sessions = await Promise.all(Array.from({ length: 16 }, () => newSession(environment.url!)));
        await scale({ store: 4 });
        assert.deepEqual(names('store'), ['store-1', 'store-2', 'store-3', 'store-4']);
        for (const session of sessions) {
            assert.equal(await visit(`${environment.url!}/?end`, session), 'ended');
        }
        await scale({ store: 3 });
        for (const session of sessions) {
            assert.match(await visit(environment.url!, session), /^1 /);
        }
    });

    it('goes back to one store, which PHP writes to itself', async () => {
        await scale({ store: 1 });
        assert.equal(environment.topology?.store.replicate, false);
        const [store] = nodesOf(environment, 'store');
        for (const number of [1, 2]) {
            assert.equal((await settings(number))['session.save_path'], `${store!.address}:11211`);
            const { containerId } = application(environment, number);
            const left = await engine.exec(containerId, ['sh', '-c', 'pgrep memcached || ls /etc/session-cluster']);
            assert.equal(left.stdout.toString(), '');
        }
    });
});
