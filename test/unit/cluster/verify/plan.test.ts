import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import type { ClusterNode, Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import { defaultTopology } from '../../../../client/src/cluster/model/topologyFile.ts';
import { draws, planVerification, type VerifyOptions } from '../../../../client/src/cluster/verify/plan.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer, number: number, state: 'running' | 'exited' = 'running'): ClusterNode {
    const name = `shop-${layer}-${number}`;
    return {
        id: `shop/${layer}/${number}`,
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number,
        name,
        containerId: name,
        image: 'image',
        state,
        health: 'none',
        status: state === 'running' ? 'running' : 'stopped',
        statusText: '',
        address: '',
        port: 80,
    };
}

const shop: Environment = {
    name: 'shop',
    kind: 'managed',
    nodes: [node('balancer', 1), node('application', 1), node('application', 2), node('store', 1)],
    topology: defaultTopology('shop'),
    url: 'http://localhost:8080',
};

describe('planning a verification', () => {
    it('takes every Apache node and store that runs, and nobody else', () => {
        const environment = { ...shop, nodes: [...shop.nodes, node('application', 3, 'exited'), node('store', 2)] };
        const { nodes, applications, sessions, durationMs, seed } = planVerification(environment, {});
        assert.deepEqual(
            nodes.map(({ name }) => name),
            ['shop-application-1', 'shop-application-2', 'shop-store-1', 'shop-store-2'],
        );
        assert.equal(applications.length, 2);
        assert.deepEqual([sessions, durationMs, seed], [50, 3_000_000, undefined]);
    });

    it('draws a seed where none is told, and has a minute for random faults', () => {
        const { seed, durationMs } = planVerification(shop, { random: {} });
        assert.ok(Number.isInteger(seed));
        assert.equal(durationMs, 60_000);
        assert.equal(planVerification(shop, { random: { seed: 7 }, durationMs: 5 }).seed, 7);
    });

    it('needs two Apache nodes for their faults, and one for those of stores', () => {
        const one = { ...shop, nodes: shop.nodes.filter(({ number }) => number === 1) };
        assert.throws(() => planVerification(one, {}), /1 running Apache nodes; a failover needs two/);
        assert.deepEqual(
            planVerification(one, { nodes: ['shop-store-1'] }).nodes.map(({ name }) => name),
            ['shop-store-1'],
        );
        const none = { ...shop, nodes: shop.nodes.filter(({ layer }) => layer !== 'application') };
        assert.throws(() => planVerification(none, { nodes: ['shop-store-1'] }), /0 running Apache nodes/);
    });

    const { url: _, ...withoutUrl } = shop;
    const stopped = { ...shop, nodes: [...shop.nodes, node('store', 2, 'exited')] };
    const refusals: [string, Environment, VerifyOptions, string, RegExp][] = [
        ['sessions', shop, { sessions: 0 }, 'invalid', /number of sessions .* from 1 to 1000, not 0/],
        ['sessions', shop, { sessions: 1.5 }, 'invalid', /not 1.5/],
        ['duration', shop, { durationMs: 0 }, 'invalid', /duration/],
        ['duration', shop, { durationMs: 3_600_000 }, 'invalid', /duration/],
        ['seed', shop, { random: { seed: -1 } }, 'invalid', /seed/],
        ['seed', shop, { random: { seed: 2 ** 32 } }, 'invalid', /seed/],
        ['no faults', shop, { faults: [] }, 'invalid', /no fault to try.*The faults are kill, stop/],
        ['another fault', shop, { faults: ['flood' as 'kill'] }, 'invalid', /no fault flood/],
        ['a relative document root', shop, { documentRoot: 'public' }, 'invalid', /public is no absolute path/],
        ['another node', shop, { nodes: ['shop-store-9'] }, 'notFound', /shop-store-9.*shop-application-1/],
        ['the balancer', shop, { nodes: ['shop-balancer-1'] }, 'notFound', /shop-balancer-1/],
        ['a stopped node', stopped, { nodes: ['shop-store-2'] }, 'unsupported', /shop-store-2 is stopped/],
        ['no balancer', withoutUrl, {}, 'unsupported', /no running balancer with a published port/],
    ];
    for (const [what, environment, options, code, words] of refusals) {
        it(`refuses before anything is stopped: ${what} ${JSON.stringify(options)}`, () => {
            assert.throws(
                () => planVerification(environment, options),
                error => {
                    assert.ok(isOperationError(error) && error.code === code);
                    assert.match(error.message, words);
                    assert.match(error.message, /Nothing was stopped/);
                    return true;
                },
            );
        });
    }
});

describe('draws', () => {
    function take<Item>(items: readonly Item[], seed: number, count: number): Item[] {
        const drawn = draws(items, seed);
        return Array.from({ length: count }, () => drawn.next().value);
    }

    it('draws the same with the same seed, and something else with another', () => {
        const items = ['a', 'b', 'c', 'd', 'e'];
        assert.deepEqual(take(items, 42, 100), take(items, 42, 100));
        assert.notDeepEqual(take(items, 42, 100), take(items, 43, 100));
        assert.deepEqual(take(items, 42, 8), ['d', 'c', 'e', 'd', 'a', 'c', 'b', 'd']);
    });

    it('draws each as often as the others', () => {
        const items = [0, 1, 2, 3, 4, 5, 6];
        const counts = Map.groupBy(take(items, 1, 70_000), item => item);
        for (const item of items) {
            const count = counts.get(item)?.length ?? 0;
            assert.ok(Math.abs(count - 10_000) < 500, `${item}: ${count}`);
        }
    });
});
