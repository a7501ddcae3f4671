import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FaultRecord } from '../../../../client/src/cluster/verify/faultRecord.ts';
import type { ClusterNode, Layer } from '../../../../client/src/cluster/model/model.ts';
import type { FaultReport } from '../../../../client/src/cluster/report/report.ts';
import type { RecordedVisit } from '../../../../client/src/cluster/verify/tally.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

function node(layer: Layer): ClusterNode {
    return {
        id: `shop/${layer}/1`,
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number: 1,
        name: `${layer}-1`,
        containerId: layer,
        image: '',
        state: 'running',
        health: 'none',
        status: 'running',
        statusText: '',
        address: '',
        port: 80,
    };
}

function visit(startedAt: number, endedAt: number, changes: Partial<RecordedVisit> = {}): RecordedVisit {
    const outcome = changes.outcome ?? 'ok';
    const answer = outcome === 'error' || outcome === 'cut' ? {} : { node: 'application-2' };
    return {
        session: 0,
        mode: 'sequential',
        method: 'GET',
        brokeOff: false,
        startedAt,
        endedAt,
        outcome,
        ...answer,
        ...changes,
    };
}

/**
 * A fault struck at 1000, there at 1100, healed from 2000 to 2100, the node well at 2200 and in use at 2300; the
 * verification began at 500.
 */
function reportOf(
    visits: readonly RecordedVisit[],
    victims: readonly number[] = [],
    layer: Layer = 'application',
): FaultReport {
    const record = new FaultRecord(node(layer), 'kill', { repeatsPosts: false });
    record.strike(new Set(victims), 1000);
    record.mark('down', 1100);
    record.mark('healing', 2000);
    record.mark('healed', 2100);
    record.mark('back', 2200);
    record.mark('returned', 2300);
    for (const one of visits) {
        record.add(one);
    }
    return record.report(500, undefined, 3000);
}

const error = { outcome: 'error', detail: 'HTTP 502' } as const;
const cut = { ...error, outcome: 'cut', brokeOff: true, method: 'POST' } as const;
const own = { node: 'application-1' };

describe('the record of a fault', () => {
    it('has what overlaps with the fault as during, by when requests began and ended', () => {
        const { phases, requests, struckAtMs, healedAtMs, backAtMs } = reportOf([
            visit(900, 999),
            visit(950, 1050, error),
            visit(1200, 1300),
            visit(2199, 2900),
            visit(2200, 2201),
        ]);
        assert.deepEqual(
            [phases.before, phases.during, phases.after].map(totals => totals.requests),
            [1, 3, 1],
        );
        assert.equal(requests, 4, 'what was before the fault is none of it');
        assert.equal(phases.during.errors, 1);
        assert.deepEqual([struckAtMs, healedAtMs, backAtMs], [500, 1600, 1700]);
    });

    it('shares the answers by node of when it was surely away, and surely in use', () => {
        const { shares } = reportOf([
            visit(900, 950, own),
            visit(900, 950),
            visit(1001, 1050, own),
            visit(1100, 1200),
            visit(1990, 2050, own),
            visit(2250, 2260),
            visit(2300, 2310, own),
        ]);
        assert.deepEqual(shares, {
            before: { 'application-1': 0.5, 'application-2': 0.5 },
            during: { 'application-2': 1 },
            after: { 'application-1': 1 },
        });
    });

    it('groups what happened since the fault by how it was sent', () => {
        const { groups } = reportOf([
            visit(900, 950),
            visit(1200, 1300),
            visit(1200, 1300, { mode: 'parallel', method: 'POST', outcome: 'stale' }),
        ]);
        assert.deepEqual(
            groups.map(({ mode, method, requests, stale }) => [mode, method, requests, stale]),
            [
                ['sequential', 'GET', 1, 0],
                ['sequential', 'POST', 0, 0],
                ['parallel', 'GET', 0, 0],
                ['parallel', 'POST', 1, 1],
            ],
        );
    });

    describe('fails', () => {
        const verdicts: [string, RecordedVisit, FaultReport['verdict'], string | undefined][] = [
            ['not with requests that ran twice', visit(1200, 1300, { outcome: 'replayed' }), 'pass', undefined],
            ['not with requests that were cut', visit(1200, 1300, cut), 'pass', undefined],
            ['not with an error before it', visit(900, 950, error), 'pass', undefined],
            ['with an error', visit(1200, 1300, error), 'fail', 'The first error was: HTTP 502'],
            ['with an error afterwards', visit(2500, 2600, error), 'fail', 'The first error was: HTTP 502'],
            [
                'with a lost session',
                visit(1200, 1300, { outcome: 'lost' }),
                'fail',
                'Sessions began anew, without their data',
            ],
            [
                'with a foreign one',
                visit(1200, 1300, { outcome: 'foreign' }),
                'fail',
                'Sessions got the data of another one',
            ],
            [
                'with an empty one',
                visit(1200, 1300, { outcome: 'empty' }),
                'fail',
                'Pages were served without any session',
            ],
            ['with a stale one', visit(1200, 1300, { outcome: 'stale' }), 'fail', 'Sessions went back to older data'],
        ];
        for (const [when, one, verdict, reason] of verdicts) {
            it(when, () => {
                const report = reportOf([one]);
                assert.deepEqual([report.verdict, report.reason], [verdict, reason]);
            });
        }

        it('where the node is not what it was', () => {
            const record = new FaultRecord(node('application'), 'disconnect', { repeatsPosts: false });
            const { verdict, reason } = record.report(0, 'It has another address');
            assert.deepEqual([verdict, reason], ['fail', 'It has another address']);
        });
    });

    describe('has as recovery how long a session waited', () => {
        it('from its first request that met with the fault, failed ones included', () => {
            assert.equal(
                reportOf([visit(1500, 1550, error), visit(1700, 1800, error), visit(1900, 1950)], [0]).recoveryMs,
                450,
            );
        });

        it('from the fault on, where the request was under way', () => {
            assert.equal(reportOf([visit(900, 1300)], [0]).recoveryMs, 300);
        });

        it('not counting the pause before a request that is answered at once', () => {
            assert.equal(reportOf([visit(1900, 1910)], [0]).recoveryMs, 10);
        });

        it('of the sessions that the node served, the longest', () => {
            const others = [
                visit(1000, 1900, { session: 3 }),
                visit(1000, 1040, { session: 1 }),
                visit(1000, 1070, { session: 2 }),
            ];
            assert.equal(reportOf(others, [1, 2]).recoveryMs, 70);
        });

        it('where the node itself still answered, from the next request on', () => {
            assert.equal(
                reportOf([visit(1005, 1010, own), visit(1020, 1080, error), visit(1100, 1120)], [0]).recoveryMs,
                100,
            );
        });

        it('until the node itself answers, healed', () => {
            assert.equal(reportOf([visit(1500, 2050, error), visit(2150, 2160, own)], [0]).recoveryMs, 660);
        });

        it('and is not over for one that got no answer at all', () => {
            assert.equal(reportOf([visit(1500, 1600, error)], [0]).recoveryMs, 1500);
        });

        it('0 where the node served nobody', () => {
            assert.equal(reportOf([visit(1000, 1900)]).recoveryMs, 0);
        });
    });
});
