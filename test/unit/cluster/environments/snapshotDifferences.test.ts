import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { differencesOf } from '../../../../client/src/cluster/environments/snapshotDifferences.ts';
import type { ClusterNode, Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer, number: number, changes: Partial<ClusterNode> = {}): ClusterNode {
    return {
        ...{
            id: `shop/${layer}/${number}`,
            environment: 'shop',
            layer,
            software: OWN_SOFTWARE[layer],
            number,
            name: `shop-${layer}-${number}`,
        },
        ...{ containerId: `${layer}${number}`, image: 'image', address: '10.0.0.1', port: 80 },
        ...{ state: 'running', health: 'healthy', status: 'healthy', statusText: 'Up 1 minute' },
        ...changes,
    };
}

function shop(...changes: [Layer, number, Partial<ClusterNode>][]): Environment {
    const places: [Layer, number][] = [['balancer', 1], ['application', 1], ['application', 2], ['store', 1]]; // prettier-ignore
    const nodes = places.map(([layer, number]) => {
        const [, , own = {}] = changes.find(([of, at]) => of === layer && at === number) ?? [];
        return node(layer, number, own);
    });
    return { name: 'shop', kind: 'managed', nodes };
}

const starting = { health: 'starting', status: 'starting' } as const;

describe('the differences between two readings of the engine', () => {
    it('are none where only the time goes on', () => {
        const later = shop(['application', 1, { statusText: 'Up 2 minutes' }]);
        const none = { structure: false, changedNodes: [], changedLayers: [], changedEnvironments: [] };
        assert.deepEqual(differencesOf([shop()], [later]), none);
    });

    it('are one node, its layer and its environment where its state changes, and nothing beside it', () => {
        assert.deepEqual(differencesOf([shop()], [shop(['application', 2, starting])]), {
            structure: false,
            changedNodes: ['shop/application/2'],
            changedLayers: [{ environment: 'shop', layer: 'application' }],
            changedEnvironments: ['shop'],
        });
    });

    it('are one node alone where its state stays', () => {
        const { changedNodes, changedLayers } = differencesOf([shop()], [shop(['store', 1, { address: '10.0.0.9' }])]);
        assert.deepEqual([changedNodes, changedLayers], [['shop/store/1'], []]);
    });

    it('are two nodes and no layer where they change places', () => {
        const [one, other] = [shop(['application', 1, starting]), shop(['application', 2, starting])];
        const { changedNodes, changedLayers } = differencesOf([one], [other]);
        assert.deepEqual([changedNodes, changedLayers], [['shop/application/1', 'shop/application/2'], []]);
    });

    it('are every layer where the environment itself differs', () => {
        const published = { ...shop(), url: 'http://localhost:8080' };
        const { changedNodes, changedLayers } = differencesOf([shop()], [published]);
        assert.deepEqual(
            [changedNodes, changedLayers.map(({ layer }) => layer)],
            [[], ['balancer', 'application', 'store']],
        );
    });

    it('are the structure where an environment or a node comes or goes', () => {
        const smaller = { ...shop(), nodes: shop().nodes.slice(0, 3) };
        for (const [before, after] of [
            [[shop()], [smaller]],
            [[smaller], [shop()]],
            [[], [shop()]],
            [[shop()], []],
        ] as const) {
            assert.equal(differencesOf(before, after).structure, true);
        }
    });
});
