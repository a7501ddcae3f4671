import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClusterNode, Environment } from '../../../../client/src/cluster/model/model.ts';
import { defaultTopology, withNodes } from '../../../../client/src/cluster/model/topologyFile.ts';
import { savePathOf, sessionSettings } from '../../../../client/src/cluster/apply/settings.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function store(number: number, address: string): ClusterNode {
    return {
        id: `shop/store/${number}`,
        environment: 'shop',
        layer: 'store',
        software: OWN_SOFTWARE.store,
        number,
        name: `shop-store-${number}`,
        containerId: `id${number}`,
        image: 'memcached',
        state: 'running',
        health: 'healthy',
        status: 'healthy',
        statusText: 'Up',
        address,
        port: 11211,
    };
}

function environment(...nodes: ClusterNode[]): Environment {
    return { name: 'shop', kind: 'managed', nodes };
}

describe('sessionSettings', () => {
    it("holds the tutorial's two lines", () => {
        const settings = sessionSettings('10.0.0.16:11211');
        assert.equal(settings['session.save_handler'], 'memcached');
        assert.equal(settings['session.save_path'], '10.0.0.16:11211');
    });

    for (const lockExpire of [1, 2, 10, 30, 120]) {
        it(`waits longer than a dead server's lock of ${lockExpire} s lasts`, () => {
            const settings = sessionSettings('h:11211', { lockExpire });
            assert.equal(settings['memcached.sess_lock_expire'], String(lockExpire));
            const waited =
                Number(settings['memcached.sess_lock_retries']) * Number(settings['memcached.sess_lock_wait_max']);
            assert.ok(waited >= 2000 * lockExpire);
        });
    }

    for (const lockExpire of [0, -1, 1.5, Number.NaN]) {
        it(`refuses a lock expiry of ${lockExpire}`, () => {
            assert.throws(() => sessionSettings('h:11211', { lockExpire }), /not a whole number of seconds/);
        });
    }
});

describe('savePathOf', () => {
    it('names every store in the form of memcached', () => {
        assert.equal(
            savePathOf(environment(store(1, '10.0.0.16'), store(2, '10.0.0.17'))),
            '10.0.0.16:11211,10.0.0.17:11211',
        );
    });

    it('is the proxy on the node itself where the sessions are replicated', () => {
        const topology = withNodes(defaultTopology('shop'), { store: 2 });
        const replicated = { ...environment(store(1, '10.0.0.16'), store(2, '')), topology };
        assert.equal(savePathOf(replicated), '/run/session-cluster/memcached.sock');
        const settings = sessionSettings(savePathOf(replicated));
        assert.equal(settings['memcached.sess_binary_protocol'], '0');
        assert.equal(settings['memcached.sess_persistent'], '1');
        assert.equal(sessionSettings('h:11211')['memcached.sess_persistent'], undefined);
    });

    it('refuses where there is no store, and where the address of one is unknown', () => {
        assert.throws(() => savePathOf(environment()), /shop has no memcached node/);
        assert.throws(() => savePathOf(environment(store(1, ''))), /address of shop-store-1 is not known/);
    });
});
