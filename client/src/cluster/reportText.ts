import type { FaultReport, Shares, TrafficTotals, VerificationReport } from './report.ts';

/** The verdict in one sentence. */
export function renderVerdict(report: VerificationReport): string {
    const { totals, sessions, faults } = report;
    const what = `${sessions} sessions, ${totals.requests} requests, ${faults.length} failovers`;
    return report.verdict === 'pass'
        ? `PASS: no session was lost (${what})`
        : `FAIL: ${totals.errors} errors, ${totals.lost} lost, ${totals.stale} stale (${what})`;
}

/** For a document: the editor renders it. */
export function renderReportMarkdown(report: VerificationReport): string {
    return [
        `# Verification of ${report.environment}`,
        '',
        `**${renderVerdict(report)}**`,
        '',
        `Started ${report.startedAt}.`,
        '',
        '## Faults',
        '',
        ...markdownTable(report),
        '',
        '## Share of the answers by node',
        '',
        '| Fault | Before | While it lasted | Afterwards |',
        '| --- | --- | --- | --- |',
        ...report.faults.map(
            ({ node, fault, shares }) =>
                `| ${fault} ${node} | ${sharesText(shares.before)} | ${sharesText(shares.during)} | ${sharesText(shares.after)} |`,
        ),
        '',
        '## What the words mean',
        '',
        '- **errors**: any answer but the expected one, and none at all',
        '- **lost**: the counter in the session restarted, or the id of the session changed',
        '- **stale**: the counter went back',
        '- **replayed**: one request ran twice; the balancer repeats a request that is safe to repeat',
        '- **recovery**: from the fault until every session of the node had an answer elsewhere',
        '',
    ].join('\n');
}

/** For a terminal. */
export function renderReportText(report: VerificationReport): string {
    const rows = [HEADINGS, ...tableRows(report)];
    const widths = HEADINGS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    const lines = rows.map(row =>
        row
            .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
            .join('  '),
    );
    const shares = report.faults.map(
        ({ node, fault, shares }) =>
            `${fault} ${node}: ${sharesText(shares.before)}; meanwhile ${sharesText(shares.during)}; afterwards ${sharesText(shares.after)}`,
    );
    return [...lines, '', 'Share of the answers by node', ...shares, '', renderVerdict(report)].join('\n');
}

const HEADINGS = ['Fault', 'Verdict', 'Requests', 'Errors', 'Lost', 'Stale', 'Replayed', 'Slowest', 'Recovery'];

function tableRows(report: VerificationReport): string[][] {
    return [
        ...report.faults.map(fault => [`${fault.fault} ${fault.node}`, ...faultCells(fault)]),
        ['all', report.verdict, ...totalCells(report.totals), ''],
    ];
}

function faultCells(fault: FaultReport): string[] {
    return [fault.verdict, ...totalCells(fault), `${fault.recoveryMs} ms`];
}

function totalCells({ requests, errors, lost, stale, replayed, slowestMs }: TrafficTotals): string[] {
    return [...[requests, errors, lost, stale, replayed].map(String), `${slowestMs} ms`];
}

function markdownTable(report: VerificationReport): string[] {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const alignment = HEADINGS.map((_, column) => (column < 2 ? '---' : '---:'));
    return [row(HEADINGS), row(alignment), ...tableRows(report).map(row)];
}

function sharesText(shares: Shares): string {
    return (
        Object.entries(shares)
            .map(([node, share]) => `${node} ${Math.round(100 * share)} %`)
            .join(', ') || 'none'
    );
}
