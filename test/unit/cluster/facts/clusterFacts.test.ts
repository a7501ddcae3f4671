import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toClusterFacts } from '../../../../client/src/cluster/facts/clusterFacts.ts';
import type { ClusterNode, Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import type { Topology } from '../../../../client/src/cluster/model/topology.ts';
import { defaultTopology } from '../../../../client/src/cluster/model/topologyFile.ts';
import { withoutSecrets } from '../../../../client/src/cluster/facts/secrets.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';
import { MASKED_VALUE, type PhpFacts } from '../../../../server/src/phpIni/protocol.ts';

function node(layer: Layer, changes: Partial<ClusterNode> = {}): ClusterNode {
    return {
        id: `shop/${layer}/1`,
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number: 1,
        name: `shop-${layer}-1`,
        containerId: 'c',
        image: 'i',
        state: 'running',
        health: 'none',
        status: 'running',
        statusText: 'Up',
        address: '172.18.0.16',
        port: 11211,
        ...changes,
    };
}

function factsOf(kind: Environment['kind'], nodes: readonly ClusterNode[], phpOf = new Map<string, PhpFacts>()) {
    return toClusterFacts([{ name: 'shop', kind, nodes }], phpOf, ({ id }) => `php-node://${id}`).environments[0];
}

describe('facts from a snapshot', () => {
    it('name a store by its address, and by all that leads to it', () => {
        assert.deepEqual(factsOf('managed', [node('balancer'), node('store')])?.stores, [
            {
                node: 'shop-store-1',
                host: '172.18.0.16',
                aliases: ['shop-store-1', 'store-1'],
                port: 11211,
                running: true,
            },
        ]);
        const [adopted] = factsOf('adopted', [node('store', { service: 'cache', name: 'shop-cache-1' })])?.stores ?? [];
        assert.deepEqual(adopted?.aliases, ['shop-cache-1', 'cache']);
    });

    it('name a store without an address by its name', () => {
        const stopped = node('store', { address: '', port: 0, state: 'exited', status: 'stopped' });
        const [store] = factsOf('adopted', [stopped])?.stores ?? [];
        assert.deepEqual(store, {
            node: 'shop-store-1',
            host: 'shop-store-1',
            aliases: [],
            port: 11211,
            running: false,
        });
    });

    it('say whether the sessions are replicated, for which the topology speaks', () => {
        const factsWith = (store: Topology['store']) => {
            const topology = { ...defaultTopology('shop'), store };
            const environment: Environment = { name: 'shop', kind: 'managed', nodes: [node('store')], topology };
            return toClusterFacts([environment], new Map(), ({ id }) => id).environments[0];
        };
        assert.equal(factsWith({ nodes: 2, memory: 16, replicate: true })?.replicated, true);
        assert.equal(factsWith({ nodes: 2, memory: 16, replicate: false })?.replicated, undefined);
        assert.equal(factsOf('adopted', [node('store')])?.replicated, undefined);
    });

    it('have what PHP said only of a node that runs', () => {
        const php: PhpFacts = { version: '8.4.1', scannedFiles: [], scanDirectories: [], extensions: [], settings: {} };
        const phpOf = new Map([['shop/application/1', php]]);
        assert.equal(factsOf('managed', [node('application')], phpOf)?.applications[0]?.php, php);
        const paused = node('application', { state: 'paused', status: 'paused' });
        assert.deepEqual(factsOf('managed', [paused], phpOf)?.applications, [
            { node: 'shop-application-1', uri: 'php-node://shop/application/1', running: false },
        ]);
    });
});

describe('a php.ini without its passwords', () => {
    const cases: readonly (readonly [text: string, masked: string])[] = [
        ['mysqli.default_pw = "a;b" ; c\n', `mysqli.default_pw = ${MASKED_VALUE} ; c\n`],
        ['mysqli.default_pw = "a\nb"\nx = 1\n', `mysqli.default_pw = ${MASKED_VALUE}\nx = 1\n`],
        [';mysqli.default_pw = a\n', `;mysqli.default_pw = ${MASKED_VALUE}\n`],
        ['a = b=c\nmysqli.default_pw = d\n', `a = b=c\nmysqli.default_pw = ${MASKED_VALUE}\n`],
        ['x = "tcp://h:1?auth=a&b=c"\n', `x = "tcp://h:1?auth=${MASKED_VALUE}&b=c"\n`],
        ['mysqli.default_pw =\nsession.name = A\n', 'mysqli.default_pw =\nsession.name = A\n'],
    ];
    for (const [text, masked] of cases) {
        it(JSON.stringify(text), () => {
            assert.equal(withoutSecrets(text, '8.4.1'), masked);
            assert.equal(withoutSecrets(masked, '8.4.1'), masked);
        });
    }
});
