import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import type { ClusterNode, Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import { planScale } from '../../../../client/src/cluster/scale/plan.ts';
import { resumedMembers } from '../../../../client/src/cluster/scale/stores.ts';
import { planTopologyChange } from '../../../../client/src/cluster/scale/topologyChange.ts';
import { defaultTopology, withNodes } from '../../../../client/src/cluster/model/topologyFile.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer, number: number, changes: Partial<ClusterNode> = {}): ClusterNode {
    const name = `shop-${layer}-${number}`;
    return {
        id: `shop/${layer}/${number}`,
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number,
        name,
        containerId: name,
        image: layer,
        state: 'running',
        health: 'healthy',
        status: 'healthy',
        statusText: 'Up',
        address: `10.0.0.${number}`,
        port: 80,
        ...changes,
    };
}

function shop(applications: readonly number[], stores: readonly number[]): Environment {
    const nodes = [
        node('balancer', 1),
        ...applications.map(number => node('application', number)),
        ...stores.map(number => node('store', number)),
    ];
    const counts = { application: applications.length, store: stores.length };
    const topology = withNodes(defaultTopology('shop'), counts);
    return { name: 'shop', kind: 'managed', nodes, topology, url: 'http://localhost:8080' };
}

function refuses(code: 'invalid' | 'unsupported', text: RegExp, work: () => unknown): void {
    assert.throws(work, error => {
        assert.ok(isOperationError(error, code), String(error));
        assert.match(error.message, text);
        assert.match(error.message, /Nothing was changed/);
        return true;
    });
}

describe('a plan to scale', () => {
    it('takes the smallest numbers that are free, and removes the highest first', () => {
        const up = planScale(shop([2, 4], [1]), { application: 5, store: 2 });
        assert.deepEqual(
            up.add.map(({ name }) => name),
            ['shop-application-1', 'shop-application-3', 'shop-application-5', 'shop-store-2'],
        );
        assert.deepEqual(up.remove, []);
        const down = planScale(shop([1, 2, 3, 7], [1, 2, 3]), { application: 2, store: 1 });
        assert.deepEqual(
            down.remove.map(({ name }) => name),
            ['shop-application-7', 'shop-application-3', 'shop-store-3', 'shop-store-2'],
        );
        assert.deepEqual(down.add, []);
    });

    it('leaves a layer alone of which nothing is said, and replicates from two stores on', () => {
        const { target, add } = planScale(shop([1, 2], [1]), { store: 3 });
        assert.deepEqual([target.application.nodes, target.store.nodes, target.store.replicate], [2, 3, true]);
        assert.ok(add.every(({ layer }) => layer === 'store'));
        assert.equal(planScale(shop([1, 2], [1, 2]), { store: 1 }).target.store.replicate, false);
    });

    it('keeps what was chosen: stores that are not replicated', () => {
        const environment = shop([1], [1, 2]);
        const topology = environment.topology!;
        const chosen = { ...environment, topology: { ...topology, store: { ...topology.store, replicate: false } } };
        assert.equal(planScale(chosen, { store: 3 }).target.store.replicate, false);
    });

    for (const counts of [{ application: 0 }, { application: 33 }, { application: 1.5 }, { store: 0 }, { store: 9 }]) {
        it(`refuses ${JSON.stringify(counts)}`, () => {
            refuses('invalid', /must be a whole number from 1 to/, () => planScale(shop([1], [1]), counts));
        });
    }

    it('refuses a Compose project, and says by which command it is scaled', () => {
        const { nodes } = shop([1], [1]);
        const adopted: Environment = {
            name: 'shop',
            kind: 'adopted',
            nodes: nodes.map(each => (each.layer === 'application' ? { ...each, service: 'php' } : each)),
        };
        refuses('unsupported', /docker compose up --detach --scale php=NUMBER/, () =>
            planScale(adopted, { application: 2 }),
        );
    });
});

describe('a topology file of an environment that is there', () => {
    const inForce = { retryNonIdempotent: false, readTimeout: 60 };
    const environment = shop([1, 2], [1]);
    const recorded = environment.topology!;
    const topology = { ...recorded, balancer: { ...recorded.balancer, ...inForce } };

    it('changes numbers of nodes, and how the balancer repeats and waits', () => {
        const wanted = withNodes(
            { ...topology, balancer: { ...topology.balancer, retryNonIdempotent: true, readTimeout: 5 } },
            { application: 3, store: 2 },
        );
        assert.deepEqual(planTopologyChange(environment, inForce, wanted), {
            counts: { application: 3, store: 2 },
            balancer: { retryNonIdempotent: true, readTimeout: 5 },
            changedKeys: ['retry_non_idempotent', 'read_timeout'],
        });
    });

    it('is compared with what is in force, not with what the environment was created with', () => {
        const { changedKeys, balancer } = planTopologyChange(environment, { ...inForce, readTimeout: 5 }, topology);
        assert.deepEqual([changedKeys, balancer?.readTimeout], [['read_timeout'], 60]);
    });

    it('may say any port, or the one that the engine chose', () => {
        const any = { ...environment, topology: { ...topology, balancer: { ...topology.balancer, port: 0 } } };
        for (const port of [0, 8080]) {
            const wanted = { ...topology, balancer: { ...topology.balancer, port } };
            assert.deepEqual(planTopologyChange(any, inForce, wanted).changedKeys, []);
        }
    });

    it('is refused for all else, by the names of the keys', () => {
        const wanted = {
            ...topology,
            balancer: { ...topology.balancer, port: 81, address: '0.0.0.0' },
            application: { ...topology.application, image: 'my/apache', documentRoot: '/srv' },
            store: { ...topology.store, memory: 8, replicate: true },
        };
        refuses(
            'unsupported',
            /^\[balancer\] port, \[balancer\] address, \[application\] image, \[application\] document_root, \[store\] memory, \[store\] replicate cannot/,
            () => planTopologyChange(environment, inForce, wanted),
        );
    });
});

describe('the file of the stores', () => {
    const stores = [1, 2, 3].map(number => node('store', number));
    const file = (...fates: string[]) =>
        fates.map((fate, index) => `${fate} 10.0.0.${index + 1} 11211 shop-store-${index + 1} ${index + 1}\n`).join('');
    const resumed = (...files: (string | undefined)[]) =>
        resumedMembers(stores, files)
            .map(({ fate }) => fate)
            .join(' ');

    it('is gone on with where a change of it was interrupted', () => {
        assert.equal(resumed(file('keep', 'keep', 'keep')), 'keep keep keep');
        // While the third joined; while it became one of them; while it left, and was not asked any more by some.
        assert.equal(resumed(file('keep', 'keep', 'join'), file('keep', 'keep')), 'keep keep join');
        assert.equal(resumed(file('keep', 'keep', 'keep'), file('keep', 'keep', 'join')), 'keep keep join');
        assert.equal(resumed(file('keep', 'keep', 'leave'), file('keep', 'keep')), 'keep keep join');
        assert.equal(resumed(undefined, undefined), 'keep keep keep');
    });
});
