import { textOf } from '../../../../server/src/phpIni/sessionKnowledge/weakness.ts';
import type { FaultReport, VerificationReport } from './report.ts';
import { faultsTable, groupsTable, phasesTable, sharesTable, type Table } from './tables.ts';
import { isFailure, meanings, renderVerdict } from './words.ts';

export { renderVerdict };

const SHARES_TITLE = 'Share of the answers by node in percent: before → while the fault lasted → afterwards';
const GROUPS_TITLE = 'By how the requests were sent, in all faults (p99: the worst)';
const WEAKNESSES_TITLE = 'Weaknesses of the set-up';

/** For a terminal: tables of aligned columns, and the verdict at the end, where the eye is. */
export function renderReportText(report: VerificationReport): string {
    const blocks = [
        alignedTable(faultsTable(report)),
        reasons(report),
        [GROUPS_TITLE, ...alignedTable(groupsTable(report.faults))],
        [SHARES_TITLE, ...alignedTable(sharesTable(report))],
        [WEAKNESSES_TITLE, ...weaknesses(report).map(weakness => `- ${weakness}`)],
        [...seedLine(report), renderVerdict(report)],
    ];
    return blocks
        .filter(lines => lines.length > 0)
        .map(lines => lines.join('\n'))
        .join('\n\n');
}

/** For a document: the editor, or a page of a repository, renders it. */
export function renderReportMarkdown(report: VerificationReport): string {
    return [
        `# Verification of ${report.environment}`,
        `**${renderVerdict(report)}**`,
        [`Started ${report.startedAt}.`, ...seedLine(report)].join(' '),
        '## Faults',
        markdownTable(faultsTable(report)),
        ...bullets(reasons(report)),
        ...report.faults.filter(isFailure).flatMap(failedFault),
        `## Requests\n\n${GROUPS_TITLE}:`,
        markdownTable(groupsTable(report.faults)),
        `${SHARES_TITLE}:`,
        markdownTable(sharesTable(report)),
        `## ${WEAKNESSES_TITLE}`,
        ...bullets(weaknesses(report)),
        '## What the words mean',
        meanings(report)
            .map(([word, meaning]) => `- **${word}**: ${meaning}`)
            .join('\n'),
        '',
    ].join('\n\n');
}

function bullets(texts: readonly string[]): string[] {
    return texts.length === 0 ? [] : [texts.map(text => `- ${inMarkdown(text)}`).join('\n')];
}

/** Where a fault did harm: when, and to which requests. */
function failedFault(fault: FaultReport): string[] {
    return [`### ${fault.fault} ${fault.node}`, markdownTable(phasesTable(fault)), markdownTable(groupsTable([fault]))];
}

/** Why a fault has the verdict that it has; the same reason once, with all its faults. */
function reasons({ faults }: VerificationReport): string[] {
    const withReason = faults.filter(({ reason }) => reason !== undefined);
    return [...Map.groupBy(withReason, ({ verdict, reason }) => `${verdict} ${reason ?? ''}`).values()].map(same => {
        const names = same.map(({ fault, node }) => `${fault} ${node}`).join(', ');
        return `${names}: ${same[0]?.reason ?? ''}`;
    });
}

function weaknesses(report: VerificationReport): string[] {
    return report.weaknesses.length === 0 ? ['None was found.'] : report.weaknesses.map(textOf);
}

function seedLine({ seed }: VerificationReport): string[] {
    return seed === undefined ? [] : [`The faults were drawn at random with seed ${seed}.`];
}

function alignedTable({ headings, rows, words }: Table): string[] {
    const lines = [headings, ...rows];
    const widths = headings.map((_, column) => Math.max(...lines.map(cells => cells[column]?.length ?? 0)));
    return lines.map(cells =>
        cells
            .map((cell, column) =>
                column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
            )
            .join('  ')
            .trimEnd(),
    );
}

function markdownTable({ headings, rows, words }: Table): string {
    const row = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`;
    const alignment = headings.map((_, column) => (column < words ? '---' : '---:'));
    return [row(headings), `| ${alignment.join(' | ')} |`, ...rows.map(row)].join('\n');
}

/** On one line, and without a character that would end a cell or begin something else. */
function inMarkdown(text: string): string {
    return text.replace(/\s+/g, ' ').replace(/[\\|<*_`[\]]/g, '\\$&');
}
