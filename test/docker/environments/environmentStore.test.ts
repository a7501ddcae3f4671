import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import {
    EnvironmentStore,
    type StoreChange,
    type StoreSnapshot,
} from '../../../client/src/cluster/environments/environmentStore.ts';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { connect } from '../../../client/src/engine/connect.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, openEngine, testTopology } from '../../support/engine/environments.ts';
import { Gate } from '../../support/engine/gate.ts';
import { quietContext } from '../../support/engine/quietContext.ts';

describe('the environment store', () => {
    let engine: Engine;
    let environment: Environment;
    let store: EnvironmentStore | undefined;
    // The suite limits each test; a time-out here would count from when its files are loaded, long before these tests
    // begin.
    const { signal } = new AbortController();

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('store'), quietContext());
    });

    afterEach(() => {
        store?.dispose();
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function ready(open: () => Promise<Engine> = openEngine): Promise<EnvironmentStore> {
        store = new EnvironmentStore(open);
        store.start();
        await store.when(({ state }) => state === 'ready', signal);
        return store;
    }

    function statusIs(number: number, status: string): (snapshot: StoreSnapshot) => boolean {
        return ({ environments }) => {
            const found = environments.find(({ name }) => name === environment.name);
            return found !== undefined && application(found, number).status === status;
        };
    }

    it('asks nothing before it is started', () => {
        let opened = 0;
        store = new EnvironmentStore(() => {
            opened++;
            return openEngine();
        });
        assert.equal(store.snapshot.state, 'idle');
        assert.equal(opened, 0);
    });

    it('tells of the one node that was killed, and of its return, under the same id', async () => {
        const followed = await ready();
        const changes: StoreChange[] = [];
        const mine = ({ id }: { id: string }) => id.startsWith(`${environment.name}/`);
        followed.onDidChange(change => changes.push(change));
        const node = application(environment, 2);
        await engine.killContainer(node.containerId, 'SIGKILL');
        await followed.when(statusIs(2, 'stopped'), signal);
        await engine.startContainer(node.containerId);
        await followed.when(statusIs(2, 'healthy'), signal);
        const touched = new Set(changes.flatMap(({ changedNodes }) => changedNodes).filter(id => mine({ id })));
        assert.deepEqual([...touched], [node.id]);
        assert.ok(
            changes.every(
                ({ structure, changedEnvironments }) => !structure || !changedEnvironments.includes(environment.name),
            ),
        );
    });

    it('tells of an environment that comes and goes', async () => {
        const followed = await ready();
        const other = await createEnvironment(engine, testTopology('comes'), quietContext());
        try {
            await followed.when(({ environments }) => environments.some(({ name }) => name === other.name), signal);
        } finally {
            await deleteEnvironment(engine, other, {}, quietContext());
        }
        await followed.when(({ environments }) => !environments.some(({ name }) => name === other.name), signal);
    });

    it('says that the engine is gone, keeps what it knew, and finds it again', async () => {
        const gate = new Gate();
        await gate.open();
        try {
            const followed = await ready(() => connect(gate.endpoint));
            await gate.close();
            const lost = await followed.when(({ state }) => state === 'failed', signal);
            assert.ok(lost.error?.message.includes(gate.path), lost.error?.message);
            assert.ok(lost.environments.some(({ name }) => name === environment.name));
            await gate.open();
            const found = await followed.when(({ state }) => state === 'ready', signal);
            assert.ok(found.environments.some(({ name }) => name === environment.name));
        } finally {
            await gate.close();
        }
    });

    it('tries at once when it is refreshed', async () => {
        const gate = new Gate();
        store = new EnvironmentStore(() => connect(gate.endpoint));
        store.start();
        await store.when(({ state }) => state === 'failed', signal);
        await gate.open();
        try {
            await store.refresh();
            assert.equal(store.snapshot.state, 'ready');
        } finally {
            await gate.close();
        }
    });
});
