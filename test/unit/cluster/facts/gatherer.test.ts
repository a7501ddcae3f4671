import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { FactsGatherer } from '../../../../client/src/cluster/facts/gatherer.ts';
import type {
    EnvironmentStore,
    StoreChange,
    StoreSnapshot,
} from '../../../../client/src/cluster/environments/environmentStore.ts';
import type { ClusterNode, Environment } from '../../../../client/src/cluster/model/model.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';
import type { Engine } from '../../../../client/src/engine/engine.ts';
import type { ClusterFacts, PhpFacts } from '../../../../server/src/phpIni/protocol.ts';

const engine = {} as Engine;
const php: PhpFacts = { version: '8.4.1', scannedFiles: [], scanDirectories: [], extensions: [], settings: {} };

function node(number: number, changes: Partial<ClusterNode> = {}): ClusterNode {
    return {
        id: `shop/application/${number}`,
        environment: 'shop',
        layer: 'application',
        software: OWN_SOFTWARE.application,
        number,
        name: `shop-application-${number}`,
        containerId: `c${number}`,
        image: 'php:8.4-apache',
        state: 'running',
        health: 'healthy',
        status: 'healthy',
        statusText: 'Up',
        address: `172.18.0.${31 + number}`,
        port: 80,
        ...changes,
    };
}

function shop(...nodes: ClusterNode[]): Environment {
    return { name: 'shop', kind: 'managed', nodes };
}

/** A store whose snapshots the test makes. */
class ScriptedStore implements Pick<EnvironmentStore, 'snapshot' | 'onDidChange'> {
    snapshot: StoreSnapshot;
    #listener: ((change: StoreChange) => void) | undefined;

    constructor(environment: Environment) {
        this.snapshot = { state: 'ready', engine, environments: [environment] };
    }

    onDidChange(listener: (change: StoreChange) => void) {
        this.#listener = listener;
        return {
            dispose: () => {
                this.#listener = undefined;
            },
        };
    }

    change(environment: Environment, changedNodes: readonly string[]): void {
        this.snapshot = { ...this.snapshot, environments: [environment] };
        this.#listener?.({
            snapshot: this.snapshot,
            structure: false,
            changedNodes,
            changedLayers: [],
            changedEnvironments: ['shop'],
        });
    }
}

interface Reading {
    readonly id: string;
    readonly signal: AbortSignal;
    readonly answer: (php: PhpFacts) => void;
    readonly fail: (error: Error) => void;
}

describe('gathering facts', () => {
    let gatherer: FactsGatherer | undefined;

    afterEach(() => {
        gatherer?.dispose();
    });

    function gather(environment: Environment) {
        const store = new ScriptedStore(environment);
        const readings: Reading[] = [];
        const told: ClusterFacts[] = [];
        const failures: string[] = [];
        const state = { mayAsk: true, moved: (): void => undefined };
        const made = new FactsGatherer({
            store,
            uriOf: ({ id }) => `php-node://${id}`,
            mayInspect: () => state.mayAsk,
            publish: facts => {
                told.push(facts);
                state.moved();
            },
            fail: (failed, error) => {
                failures.push(`${failed.name}: ${String(error)}`);
                state.moved();
            },
            read: (_, { id }, signal) =>
                new Promise((answer, fail) => {
                    readings.push({ id, signal, answer, fail });
                    state.moved();
                }),
            secondTryMs: 0,
        });
        gatherer = made;
        const until = (holds: () => boolean): Promise<void> =>
            new Promise(resolve => {
                state.moved = () => {
                    if (holds()) {
                        resolve();
                    }
                };
                state.moved();
            });
        const versions = () => told.at(-1)?.environments[0]?.applications.map(one => one.php?.version);
        return { store, readings, told, failures, state, gatherer: made, until, versions };
    }

    it('tells what the snapshot says at once, and asks nobody', () => {
        const { told, readings } = gather(shop(node(1)));
        assert.equal(told.length, 1);
        assert.deepEqual(told[0]?.environments[0]?.applications, [
            { node: 'shop-application-1', uri: 'php-node://shop/application/1', running: true },
        ]);
        assert.equal(readings.length, 0);
    });

    it('asks once more, however often it is named while it asks', async () => {
        const { gatherer: asked, readings, until, versions } = gather(shop(node(1)));
        asked.inspect('shop');
        await until(() => readings.length === 1);
        for (let i = 0; i < 5; i++) {
            asked.inspect('shop');
        }
        assert.equal(readings.length, 1);
        readings[0]?.answer(php);
        await until(() => readings.length === 2);
        readings[1]?.answer({ ...php, version: '8.4.2' });
        await until(() => versions()?.[0] === '8.4.2');
        assert.equal(readings.length, 2);
    });

    it('asks nobody where that is not wanted, and no node that does not run or is starting', async () => {
        const {
            gatherer: asked,
            readings,
            state,
            until,
        } = gather(shop(node(1), node(2, { state: 'exited', status: 'stopped' }), node(3, { status: 'starting' })));
        state.mayAsk = false;
        asked.inspect('shop');
        await new Promise(resolve => setImmediate(resolve));
        assert.equal(readings.length, 0);
        state.mayAsk = true;
        asked.inspect('shop');
        await until(() => readings.length === 1);
        assert.equal(readings[0]?.id, 'shop/application/1');
    });

    it('tries a node twice, says once why it has no answer, and keeps the answers of the others', async () => {
        const { gatherer: asked, readings, failures, until, versions } = gather(shop(node(1), node(2)));
        const failAll = async (count: number) => {
            await until(() => readings.length === count);
            readings
                .slice(0, count)
                .filter(({ id }) => id.endsWith('1'))
                .forEach(({ fail }) => {
                    fail(new Error('no PHP'));
                });
        };
        asked.inspect('shop');
        await until(() => readings.length === 2);
        readings[1]?.answer(php);
        await failAll(2);
        await failAll(3);
        await until(() => versions()?.[1] === '8.4.1');
        assert.deepEqual(versions(), [undefined, '8.4.1']);
        asked.inspect('shop');
        await until(() => readings.length === 5);
        readings.find(({ id }, index) => index > 2 && id.endsWith('2'))?.answer({ ...php, version: '8.4.3' });
        await failAll(5);
        await failAll(6);
        await until(() => versions()?.[1] === '8.4.3');
        assert.deepEqual(failures, ['shop-application-1: Error: no PHP']);
    });

    it('forgets what a node said when its container stops or is another one, and asks when it runs again', async () => {
        const { gatherer: asked, store, readings, until, versions } = gather(shop(node(1)));
        asked.inspect('shop');
        await until(() => readings.length === 1);
        readings[0]?.answer(php);
        await until(() => versions()?.[0] === '8.4.1');
        store.change(shop(node(1, { state: 'exited', status: 'stopped' })), ['shop/application/1']);
        assert.deepEqual(versions(), [undefined]);
        store.change(shop(node(1)), ['shop/application/1']);
        assert.deepEqual(versions(), [undefined], 'it may have another PHP now');
        store.change(shop(node(1, { containerId: 'other' })), ['shop/application/1']);
        await until(() => readings.length === 2);
        readings[1]?.answer({ ...php, version: '8.5.0' });
        await until(() => versions()?.[0] === '8.5.0');
        asked.forget('shop');
        assert.deepEqual(versions(), [undefined]);
    });

    it('ends what it began when it is disposed, and tells nothing more', async () => {
        const { gatherer: asked, readings, told, failures, until } = gather(shop(node(1)));
        asked.inspect('shop');
        await until(() => readings.length === 1);
        asked.dispose();
        assert.equal(readings[0]?.signal.aborted, true);
        readings[0].fail(new Error('aborted'));
        await new Promise(resolve => setImmediate(resolve));
        assert.deepEqual([told.length, failures], [1, []]);
    });
});
