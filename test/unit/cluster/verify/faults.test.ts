import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClusterNode, Layer } from '../../../../client/src/cluster/model/model.ts';
import { FAULT_KINDS, FAULTS, faultsOf, faultsOfAllStores } from '../../../../client/src/cluster/verify/faults.ts';
import { targetOf, type Subject } from '../../../../client/src/cluster/verify/subject.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

const PROXY = { pid: 7, uid: 33, name: 'memcached' };

function subject(layer: Layer, number = 1, changes: Partial<Subject> = {}): Subject {
    const node: ClusterNode = {
        ...{
            id: `shop/${layer}/${number}`,
            environment: 'shop',
            layer,
            software: OWN_SOFTWARE[layer],
            number,
            name: `shop-${layer}-${number}`,
        },
        ...{ containerId: layer, image: '', state: 'running', health: 'none', status: 'running', statusText: '' },
        ...{ address: '', port: 80 },
    };
    return { node, networks: [], hasHealthProgram: true, hasBash: true, stores: ['10.0.0.9'], ...changes };
}

describe('the faults of a node', () => {
    it('are those of its layer; what strikes all stores at once is nobody’s alone', () => {
        const of = (layer: Layer, changes?: Partial<Subject>) => faultsOf(subject(layer, 1, changes));
        assert.deepEqual(
            of('application', { proxy: PROXY }),
            FAULTS.filter(fault => fault !== 'stall' && fault !== 'evict'),
        );
        assert.deepEqual(
            FAULTS.filter(fault => !of('application').includes(fault)),
            ['stall', 'proxy-kill', 'evict', 'skew'],
        );
        assert.deepEqual(
            of('store'),
            FAULTS.filter(fault => !['stall', 'isolate', 'proxy-kill', 'skew'].includes(fault)),
        );
        assert.deepEqual(faultsOfAllStores(), ['stall']);
    });

    it('are of those that were chosen, with the proxy’s also where it was not found', () => {
        const chosen = ['proxy-kill', 'stall', 'evict', 'pause'] as const;
        assert.deepEqual(faultsOf(subject('application'), chosen), ['proxy-kill', 'pause']);
        assert.deepEqual(faultsOf(subject('store'), chosen), ['evict', 'pause']);
        assert.deepEqual(faultsOfAllStores(chosen), ['stall']);
        assert.deepEqual(faultsOfAllStores(['pause']), []);
    });

    it('cannot be brought about without what they need', () => {
        const { isolate, evict } = FAULT_KINDS;
        const withImage = subject('application', 1, { helperImage: 'image' });
        assert.equal(isolate.obstacle?.(withImage), undefined);
        assert.match(isolate.obstacle?.(subject('application')) ?? '', /has no image/);
        assert.match(isolate.obstacle?.({ ...withImage, stores: [] }) ?? '', /No address/);
        assert.match(evict.obstacle?.(subject('store', 1, { hasBash: false })) ?? '', /no bash/);
    });
});

describe('what a fault strikes', () => {
    it('is a node, or all stores by their names', () => {
        assert.equal(targetOf(subject('store')).name, 'shop-store-1');
        const { name, layer } = targetOf(subject('store', 1), subject('store', 2));
        assert.deepEqual([name, layer], ['shop-store-1, shop-store-2', 'store']);
    });
});
