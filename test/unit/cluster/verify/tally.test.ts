import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Tally, type RecordedVisit } from '../../../../client/src/cluster/verify/tally.ts';
import { TimelineRecorder } from '../../../../client/src/cluster/verify/timeline.ts';

function visit(
    outcome: RecordedVisit['outcome'],
    startedAt: number,
    ms: number,
    node?: string,
    changes: Partial<RecordedVisit> = {},
): RecordedVisit {
    const endedAt = startedAt + ms;
    const common = { session: 0, mode: 'sequential', method: 'GET', brokeOff: false } as const;
    return { ...common, startedAt, endedAt, outcome, ...(node !== undefined && { node }), ...changes };
}

describe('Tally', () => {
    it('adds up', () => {
        const tally = new Tally();
        const cut = { detail: 'HTTP 502' };
        const failed = { detail: 'HTTP 500' };
        const visits = [
            visit('ok', 0, 1, 'a'),
            visit('ok', 0, 2, 'b'),
            visit('ok', 0, 9.6, 'b'),
            visit('cut', 0, 5, undefined, cut),
            visit('error', 0, 5, undefined, failed),
            visit('lost', 0, 1, 'b'),
            visit('stale', 0, 1, 'b'),
            visit('foreign', 0, 1, 'a'),
            visit('empty', 0, 1, 'b'),
            visit('replayed', 0, 1, 'a'),
        ];
        for (const one of visits) {
            tally.add(one);
        }
        assert.deepEqual(tally.totals(), {
            requests: 10,
            errors: 1,
            cut: 1,
            lost: 1,
            stale: 1,
            foreign: 1,
            empty: 1,
            replayed: 1,
            slowestMs: 10,
            p99Ms: 10,
        });
        assert.deepEqual(tally.shares(), { a: 0.375, b: 0.625 });
        assert.equal(tally.firstError, 'HTTP 500');
    });

    it('says what 99 of 100 took at most', () => {
        const tally = new Tally();
        for (let ms = 1; ms <= 200; ms++) {
            tally.add(visit('ok', 0, ms, 'a'));
        }
        assert.equal(tally.totals().p99Ms, 198);
        assert.equal(tally.totals().slowestMs, 200);
    });

    it('is zero, and nobody has a share, where nothing happened', () => {
        const { slowestMs, p99Ms, requests } = new Tally().totals();
        assert.deepEqual([slowestMs, p99Ms, requests], [0, 0, 0]);
        assert.deepEqual(new Tally().shares(), {});
    });
});

describe('TimelineRecorder', () => {
    it('tells in each piece of time what ended in it', () => {
        const recorder = new TimelineRecorder(1000);
        recorder.add(visit('ok', 1000, 50, 'a'));
        recorder.add(visit('ok', 1000, 70, 'b'));
        recorder.add(visit('ok', 1010, 80, 'b'));
        recorder.add(visit('error', 1000, 250));
        recorder.add(visit('cut', 1000, 230));
        recorder.add(visit('stale', 1000, 220, 'a'));
        const { sliceMs, slices } = recorder.timeline(1399);
        const none = {
            answers: {},
            errors: 0,
            cut: 0,
            lost: 0,
            stale: 0,
            foreign: 0,
            empty: 0,
            replayed: 0,
            medianMs: 0,
            slowestMs: 0,
        };
        assert.equal(sliceMs, 100);
        assert.deepEqual(slices, [
            { ...none, answers: { a: 1, b: 2 }, medianMs: 70, slowestMs: 80 },
            none,
            { ...none, answers: { a: 1 }, errors: 1, cut: 1, stale: 1, medianMs: 230, slowestMs: 250 },
            none,
        ]);
    });

    it('has longer pieces, and never too many, the longer it goes on; nothing is lost by that', () => {
        const recorder = new TimelineRecorder(0, 8);
        for (let time = 0; time < 10_000; time += 50) {
            recorder.add(visit('ok', time, 10, 'a'));
        }
        const { sliceMs, slices } = recorder.timeline(9999);
        assert.equal(sliceMs, 1600);
        assert.equal(slices.length, 7);
        assert.equal(
            slices.reduce((sum, { answers }) => sum + (answers.a ?? 0), 0),
            200,
        );
        assert.deepEqual(
            slices.slice(0, 6).map(({ answers }) => answers.a),
            Array(6).fill(32),
        );
    });
});
