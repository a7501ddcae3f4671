import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClusterNode, Layer } from '../../../../client/src/cluster/model/model.ts';
import { FaultRecord } from '../../../../client/src/cluster/verify/faultRecord.ts';
import { VerificationRecord } from '../../../../client/src/cluster/verify/record.ts';
import type { Visit } from '../../../../client/src/cluster/verify/traffic.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer): ClusterNode {
    return {
        ...{
            id: `shop/${layer}/1`,
            environment: 'shop',
            layer,
            software: OWN_SOFTWARE[layer],
            number: 1,
            name: `${layer}-1`,
            containerId: layer,
        },
        ...{ image: '', state: 'running', health: 'none', status: 'running', statusText: '', address: '', port: 80 },
    };
}

/** A POST that nobody answered. */
function broken(startedAt: number, endedAt: number, brokeOff = true): Visit {
    return { session: 0, mode: 'sequential', method: 'POST', startedAt, endedAt, outcome: 'error', brokeOff };
}

/** Of requests while a fault is there, struck at 1000 and over at 2000: what becomes of them in all. */
function totalsOf(visits: readonly Visit[], layer: Layer = 'application', repeatsPosts = false) {
    const record = new VerificationRecord();
    const fault = record.open(new FaultRecord(node(layer), 'kill', { repeatsPosts }));
    fault.strike(new Set(), 1000);
    fault.mark('back', 2000);
    for (const visit of visits) {
        record.add(visit);
    }
    const { errors, cut } = record.totals.totals();
    return { errors, cut };
}

/** A GET whose write the node refused. */
function refused(startedAt: number, endedAt: number, refusedBy: string): Visit {
    return { ...broken(startedAt, endedAt, false), method: 'GET', refusedBy };
}

describe('a request whose write was refused', () => {
    it('was cut where the node of the fault refused it meanwhile, whatever the balancer repeats', () => {
        const visits = [refused(900, 1000, 'application-1'), refused(1200, 3000, 'application-1')];
        assert.deepEqual(totalsOf(visits), { errors: 0, cut: 2 });
        assert.deepEqual(totalsOf(visits, 'application', true), { errors: 0, cut: 2 });
    });

    it('is an error before and after that, on another node, and where a store was away', () => {
        const others = [refused(2000, 2100, 'application-1'), refused(1200, 1300, 'application-2')];
        assert.deepEqual(totalsOf([...others, refused(800, 999, 'application-1')]), { errors: 3, cut: 0 });
        assert.deepEqual(totalsOf([refused(1200, 1300, 'application-1')], 'store'), { errors: 1, cut: 0 });
    });
});

describe('a request that broke off', () => {
    it('was cut where it was under way while an Apache node was away', () => {
        const overlapping = [broken(900, 1000), broken(1200, 1300), broken(900, 2500), broken(1999, 3000)];
        assert.deepEqual(totalsOf(overlapping), { errors: 0, cut: 4 });
    });

    it('is an error before and after that, however late it is told', () => {
        assert.deepEqual(totalsOf([broken(2000, 2100), broken(800, 999)]), { errors: 2, cut: 0 });
    });

    it('is an error where the balancer would have repeated it', () => {
        assert.deepEqual(totalsOf([broken(1200, 1300)], 'application', true), { errors: 1, cut: 0 });
    });

    it('is an error where a store was away', () => {
        assert.deepEqual(totalsOf([broken(1200, 1300)], 'store'), { errors: 1, cut: 0 });
    });

    it('is an error where it failed otherwise, and before there was any fault', () => {
        assert.deepEqual(totalsOf([broken(1200, 1300, false)]), { errors: 1, cut: 0 });
        const record = new VerificationRecord();
        record.add(broken(1200, 1300));
        assert.equal(record.totals.totals().cut, 0);
    });
});
