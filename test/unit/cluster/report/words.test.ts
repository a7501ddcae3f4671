import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LocalStyle } from '../../../../client/src/cluster/report/localStyle.ts';
import { plainStyle } from '../../../../client/src/cluster/report/style.ts';
import {
    faultsTable,
    groupsTable,
    phasesTable,
    sharesTable,
    shortNodeName,
} from '../../../../client/src/cluster/report/tables.ts';
import { isUnharmed, verdictOf } from '../../../../client/src/cluster/report/verdicts.ts';
import { faultMeaning, faultName, meanings } from '../../../../client/src/cluster/report/words.ts';
import { FAULTS } from '../../../../client/src/cluster/verify/faults.ts';
import { makeContent } from '../../../../client/src/views/report/makeContent.ts';
import { NO_HARM, reportFixture } from '../../../support/sessions/reports.ts';

describe('the words of a report', () => {
    it('say of every fault what it is called, and what it does', () => {
        for (const fault of FAULTS) {
            assert.notEqual(faultName(fault), fault);
            assert.match(faultMeaning(fault), /^[A-Z].*\.$/, fault);
        }
        assert.deepEqual(
            [faultName('of a later version'), faultMeaning('of a later version')],
            ['of a later version', ''],
        );
    });

    it('are the same in a terminal and in the view, but for the names of faults', () => {
        const report = reportFixture();
        const [plain, local] = [plainStyle, new LocalStyle('en')].map(style => meanings(report, style));
        assert.deepEqual(
            plain?.map(([, meaning]) => meaning),
            local?.map(([, meaning]) => meaning),
        );
    });
});

describe('the tables of a report', () => {
    const report = reportFixture({ verdictOf: fault => (fault === 'stop' ? 'notRun' : 'pass') });
    const [fault] = report.faults;
    assert.ok(fault);

    it('hold the same in each style, written as it has it', () => {
        const [plain, local] = [faultsTable(report, plainStyle), faultsTable(report, new LocalStyle('de'))];
        assert.deepEqual(plain.headings.slice(-3), ['p99 ms', 'Slowest ms', 'Recovery ms']);
        assert.deepEqual(local.headings.slice(-3), ['p99', 'Slowest', 'Recovery']);
        assert.deepEqual(plain.rows[1], ['stop', 'application-1', 'not run', ...Array<string>(11).fill('-')]);
        assert.deepEqual(local.rows[1], ['Stop', 'application-1', 'not run', ...Array<string>(11).fill('–')]);
        assert.equal(
            faultsTable({ ...report, faults: [{ ...fault, requests: 12_345 }] }, new LocalStyle('de')).rows[0]?.[3],
            '12.345',
        );
    });

    it('have as many cells in each row as headings', () => {
        for (const { caption, headings, rows } of [
            faultsTable(report, plainStyle),
            sharesTable(report, fault, plainStyle),
            phasesTable(fault, plainStyle),
            groupsTable([fault], plainStyle),
        ]) {
            assert.ok(rows.length > 0, caption);
            assert.deepEqual(new Set(rows.map(row => row.length)), new Set([headings.length]), caption);
        }
    });

    it('name all stores without their environment', () => {
        assert.equal(shortNodeName('shop', 'shop-store-1, shop-store-2'), 'store-1, store-2');
        assert.equal(shortNodeName('shop', 'shop, other_store-2'), 'shop, other_store-2');
    });

    it('are what the page shows', () => {
        const style = new LocalStyle('en');
        const page = makeContent(report, style);
        assert.deepEqual(page.faultsTable, faultsTable(report, style));
        assert.equal(page.faults.length, report.faults.length);
        assert.deepEqual(page.faults[0]?.tables, [
            sharesTable(report, fault, style),
            phasesTable(fault, style),
            groupsTable([fault], style),
        ]);
        assert.equal(page.bands.length, report.faults.filter(({ verdict }) => verdict === 'pass').length);
        assert.deepEqual(
            page.totals.filter(({ isHarm }) => isHarm),
            [],
        );
    });
});

describe('whether sessions lived through it', () => {
    it('goes by harm of each kind, and not by what was cut on purpose or ran twice', () => {
        assert.equal(isUnharmed({ ...NO_HARM, cut: 3, replayed: 2 }), true);
        for (const harm of [{ errors: 1 }, { lost: 1 }, { stale: 1 }, { foreign: 1 }, { empty: 1 }]) {
            assert.equal(isUnharmed({ ...NO_HARM, ...harm }), false, JSON.stringify(harm));
        }
    });

    it('is a pass of the whole where a fault was tried, none failed, and all is well in between', () => {
        const { faults } = reportFixture();
        const failed = reportFixture({ verdictOf: () => 'fail' }).faults;
        const notRun = reportFixture({ verdictOf: () => 'notRun' }).faults;
        assert.equal(verdictOf(faults, NO_HARM), 'pass');
        assert.equal(verdictOf([...notRun, ...faults.slice(0, 1)], NO_HARM), 'pass');
        assert.equal(verdictOf(notRun, NO_HARM), 'fail');
        assert.equal(verdictOf([], NO_HARM), 'fail');
        assert.equal(verdictOf([...faults, ...failed.slice(0, 1)], NO_HARM), 'fail');
        assert.equal(verdictOf(faults, { ...NO_HARM, lost: 1 }), 'fail');
    });
});
