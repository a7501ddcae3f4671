import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import { parseReport } from '../../../../client/src/cluster/report/file.ts';
import { reportFixture } from '../../../support/sessions/reports.ts';

/** A report of which one thing is otherwise. */
function changed(path: readonly (string | number)[], value: unknown): string {
    const report: unknown = JSON.parse(JSON.stringify(reportFixture({ applications: 1, stores: 0 })));
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], report);
    (holder as Record<string, unknown>)[path.at(-1)!] = value;
    return JSON.stringify(report);
}

function refusal(text: string): string {
    try {
        parseReport(text);
    } catch (error) {
        assert.ok(isOperationError(error, 'invalid'), String(error));
        return error.message;
    }
    return assert.fail(`taken for a report: ${text}`);
}

describe('a saved report', () => {
    it('is read as it was', () => {
        const report = reportFixture({
            verdictOf: fault => (fault === 'disconnect' ? 'notRun' : fault === 'kill' ? 'fail' : 'pass'),
            changes: { seed: -3, weaknesses: [{ code: 'x', what: 'What.', next: 'Next.' }] },
        });
        assert.deepEqual(parseReport(JSON.stringify(report)), report);
    });

    it('keeps nothing that does not belong there', () => {
        const report = { ...reportFixture(), extra: 'x', __proto__: undefined };
        assert.deepEqual(parseReport(JSON.stringify(report)), reportFixture());
    });

    it('is refused where it is none, with what is wrong and where', () => {
        assert.match(refusal('{'), /not the report of a verification: .*JSON.* Choose a file/s);
        assert.match(refusal('null'), /it is no object/);
        assert.match(refusal('[]'), /it is no object/);
        assert.match(refusal('{}'), /verdict is missing/);
        assert.match(refusal(changed(['verdict'], 'maybe')), /verdict is none of pass, fail/);
        assert.match(refusal(changed(['totals', 'cut'], -1)), /totals\.cut is below 0/);
        assert.match(refusal(changed(['faults', 2, 'verdict'], 'x')), /faults\[2\]\.verdict is none of/);
        assert.match(
            refusal(changed(['faults', 0, 'shares', 'during'], 3)),
            /faults\[0\]\.shares\.during is no object/,
        );
        assert.match(refusal(changed(['faults', 1, 'groups'], undefined)), /faults\[1\]\.groups is missing/);
        assert.match(refusal(changed(['timeline', 'sliceMs'], 0)), /timeline\.sliceMs is below 1/);
        assert.match(refusal(changed(['timeline', 'slices', 0, 'answers'], { a: '1' })), /answers\.a is no number/);
        assert.match(refusal(changed(['seed'], 'x')), /seed is no number/);
    });
});
