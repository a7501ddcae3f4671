import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FaultVerdict, VerificationReport } from '../../../../client/src/cluster/report/report.ts';
import { renderReportMarkdown, renderReportText, renderVerdict } from '../../../../client/src/cluster/report/text.ts';
import { NO_HARM, reportFixture } from '../../../support/sessions/reports.ts';

/** One fault has the verdict, all others pass. */
function withOne(verdict: FaultVerdict, changes: Partial<VerificationReport> = {}): VerificationReport {
    const verdictOf = (fault: string, node: string) =>
        fault === 'pause' && node === 'shop-store-2' ? verdict : ('pass' as const);
    return reportFixture({ verdictOf, changes });
}

/** The rows of the first Markdown table below a line, cell by cell. */
function tableBelow(markdown: string, line: string): string[][] {
    const below = markdown.slice(markdown.indexOf(line) + line.length).split('\n');
    const start = below.findIndex(text => text.startsWith('|'));
    const end = below.findIndex((text, index) => index > start && !text.startsWith('|'));
    return below.slice(start, end).map(text =>
        text
            .slice(1, -1)
            .split('|')
            .map(cell => cell.trim()),
    );
}

describe('the verdict of a report in words', () => {
    it('of a pass says what was tried', () => {
        assert.equal(
            renderVerdict(reportFixture()),
            'PASS: No session was lost, and no request failed. Faults tried: 35, sessions: 50, requests: 14000.',
        );
    });

    it('of a pass with requests that were cut on purpose says how many, and why', () => {
        const verdict = renderVerdict(reportFixture({ changes: { totals: { ...NO_HARM, cut: 12 } } }));
        assert.match(verdict, /^PASS: No session was lost, and no request failed but those that were cut\./);
        assert.match(
            verdict,
            /Requests that were cut: 12\. They were under way on a node with Apache that failed: a POST does not run again/,
        );
    });

    it('says which faults were not tried, also when the others pass', () => {
        const notRun = renderVerdict(withOne('notRun'));
        assert.match(notRun, /^PASS: .* Faults tried: 34, /);
        assert.match(notRun, /1 of 35 faults had no turn: the time was up\./);
        assert.match(renderVerdict(withOne('impossible')), /1 of 35 faults cannot be brought about here\./);
    });

    it('of a failure counts what went wrong, without what was cut on purpose', () => {
        const totals = { ...NO_HARM, errors: 1, cut: 4, lost: 12, stale: 2, foreign: 3, empty: 4 };
        const verdict = renderVerdict(withOne('fail', { totals }));
        assert.match(
            verdict,
            /^FAIL: Errors: 1, lost: 12, stale: 2, foreign: 3, empty: 4\. Faults that failed: 1\. Faults tried: 35, /,
        );
        assert.match(verdict, /Requests that were cut: 4\./);
    });

    it('of a failure between the faults says so', () => {
        const verdict = renderVerdict(
            reportFixture({ changes: { verdict: 'fail', totals: { ...NO_HARM, stale: 1 } } }),
        );
        assert.match(
            verdict,
            /^FAIL: Errors: 0, lost: 0, stale: 1, foreign: 0, empty: 0\. It happened outside the faults\./,
        );
    });
});

describe('a report in a terminal', () => {
    it('has a row of aligned columns for each of 35 faults, none wider than 140 characters', () => {
        const lines = renderReportText(reportFixture()).split('\n');
        const rows = lines.slice(0, 37);
        const [headings = ''] = rows;
        assert.deepEqual(
            rows.filter(row => row.length > 140),
            [],
        );
        assert.match(rows[1] ?? '', /^kill +application-1 +pass +400 /);
        const end = headings.indexOf('Requests') + 'Requests'.length;
        for (const row of rows.slice(1)) {
            assert.match(row.slice(0, end), /\d$/, row);
        }
    });

    it('shows nothing measured for a fault that was not tried, and the reason below', () => {
        const text = renderReportText(withOne('notRun'));
        assert.match(text, /^pause +store-2 +not run( +-){11}$/m);
        assert.match(text, /^pause shop-store-2: The time was up before its turn$/m);
    });

    it('has the share of each node before, during and after a fault', () => {
        const text = renderReportText(reportFixture());
        assert.match(text, /^kill +application-2 +33 → 50 → 33 +33 → 0 → 33 +33 → 50 → 33$/m);
    });

    it('names the seed, and ends with the verdict', () => {
        const lines = renderReportText(reportFixture({ changes: { seed: 4711 } })).split('\n');
        assert.match(lines.at(-2) ?? '', /seed 4711/);
        assert.match(lines.at(-1) ?? '', /^PASS/);
    });
});

describe('a report as Markdown', () => {
    it('has tables with as many cells in each row as in the headings', () => {
        const markdown = renderReportMarkdown(withOne('fail'));
        const faults = tableBelow(markdown, '## Faults');
        assert.equal(faults.length, 2 + 35 + 1);
        for (const line of ['## Faults', '### pause shop-store-2', '## Requests', 'Share of the answers']) {
            const [headings = [], ...rows] = tableBelow(markdown, line);
            assert.ok(rows.length > 1, line);
            assert.deepEqual(
                rows.filter(cells => cells.length !== headings.length),
                [],
            );
        }
    });

    it('shows a fault that failed by phase and by how requests were sent', () => {
        const markdown = renderReportMarkdown(withOne('fail'));
        const phases = tableBelow(markdown, '### pause shop-store-2');
        assert.deepEqual(phases[3]?.slice(0, 5), ['While it lasted', '400', '3', '0', '12']);
        const groups = tableBelow(markdown, '| Afterwards');
        assert.deepEqual(groups.at(-1)?.slice(0, 5), ['POST, several at once', '100', '3', '0', '12']);
    });

    it('adds up the requests of all faults, but takes the worst p99 of them', () => {
        const rows = tableBelow(renderReportMarkdown(reportFixture()), '## Requests');
        assert.deepEqual(rows[2]?.slice(0, 2), ['GET, one at a time', '3500']);
        assert.equal(rows[2][9], '21');
    });

    it('lists what is weak in the set-up, and what to do', () => {
        const weakness = {
            code: 'single-store',
            what: 'One memcached holds all | sessions.',
            next: 'Add a second one.',
        };
        const markdown = renderReportMarkdown(reportFixture({ changes: { weaknesses: [weakness] } }));
        assert.ok(markdown.includes('- One memcached holds all \\| sessions. Add a second one.'), markdown);
        assert.match(renderReportMarkdown(reportFixture()), /set-up\n\n- None was found\./);
    });

    it('explains every figure, and the faults that were tried', () => {
        const markdown = renderReportMarkdown(reportFixture());
        for (const word of [
            'Errors',
            'Cut',
            'Lost',
            'Stale',
            'Foreign',
            'Empty',
            'Replayed',
            'p99',
            'Recovery',
            'not run',
            'graceful-stop',
        ]) {
            assert.ok(markdown.includes(`- **${word}**: `), word);
        }
        assert.ok(!markdown.includes('**proxy-kill**'));
    });

    it('says what was cut on purpose where it passes', () => {
        const report = reportFixture({ changes: { totals: { ...NO_HARM, cut: 12 } } });
        assert.match(renderReportMarkdown(report), /Requests that were cut: 12\./);
    });
});
