import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import type { ClusterNode, Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import { defaultTopology } from '../../../../client/src/cluster/model/topologyFile.ts';
import { assertSameProtocol } from '../../../../client/src/cluster/scale/sessions.ts';
import { PROTOCOL, protocolNote } from '../../../../client/src/cluster/stores/replication.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer, number: number, protocol?: number): ClusterNode {
    return {
        id: `shop/${layer}/${number}`,
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number,
        name: `shop-${layer}-${number}`,
        containerId: `${layer}${number}`,
        image: 'x',
        state: 'running',
        health: 'healthy',
        status: 'healthy',
        statusText: 'Up',
        address: '10.0.0.1',
        port: 80,
        ...(protocol !== undefined && { protocol }),
    };
}

function environment(replicate: boolean, ...nodes: ClusterNode[]): Environment {
    const topology = defaultTopology('shop');
    return { name: 'shop', kind: 'managed', nodes, topology: { ...topology, store: { ...topology.store, replicate } } };
}

function refusal(now: Environment): string | undefined {
    try {
        assertSameProtocol(
            now,
            now.nodes.filter(({ layer }) => layer === 'application'),
        );
        return undefined;
    } catch (error) {
        assert.ok(isOperationError(error, 'unsupported'), String(error));
        return error.message;
    }
}

describe('an environment of another protocol of replication', () => {
    const current = [node('balancer', 1), node('application', 1, PROTOCOL), node('store', 1, PROTOCOL)];

    it('is none where all Apache nodes and stores have the label of this one', () => {
        assert.equal(refusal(environment(true, ...current)), undefined);
        assert.equal(protocolNote(environment(true, ...current)), undefined);
    });

    for (const layer of ['application', 'store'] as const) {
        for (const protocol of [undefined, PROTOCOL + 1]) {
            it(`is told, and not scaled, where a node of ${layer} has ${protocol ?? 'none'}`, () => {
                const mixed = environment(true, ...current, node(layer, 2, protocol));
                const words = new RegExp(`shop-${layer}-2.* another way .*protocol ${protocol ?? 1}, now ${PROTOCOL}`);
                assert.match(refusal(mixed) ?? '', words);
                assert.match(protocolNote(mixed) ?? '', new RegExp(`shop-${layer}-2: protocol ${protocol ?? 1}`));
            });
        }
    }

    it('is nothing to tell of where nothing is replicated', () => {
        assert.equal(protocolNote(environment(false, ...current, node('store', 2))), undefined);
    });
});
