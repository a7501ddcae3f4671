import * as l10n from '@vscode/l10n';
import type { FaultReport, VerificationReport } from './report.ts';
import { plainStyle } from './style.ts';
import { allSharesTable, faultsAndTotalsTable, groupsTable, phasesTable, type Table } from './tables.ts';
import { hasFailed } from './verdicts.ts';
import { meanings, meaningsTitle, noWeakness, reportTitle, verdictSentences, weaknessesTitle } from './words.ts';

/** The verdict and what it leaves out or puts up with, on one line. */
export function renderVerdict(report: VerificationReport): string {
    return `${report.verdict.toUpperCase()}: ${verdictSentences(report, plainStyle).join(' ')}`;
}

/** For a terminal: tables of aligned columns, and the verdict at the end, where the eye is. */
export function renderReportText(report: VerificationReport): string {
    const blocks = [
        alignedTable(faultsAndTotalsTable(report, plainStyle)),
        reasons(report),
        captioned(groupsTable(report.faults, plainStyle)),
        captioned(allSharesTable(report, plainStyle)),
        [weaknessesTitle(), ...weaknesses(report).map(weakness => `- ${weakness}`)],
        [...seedLine(report), renderVerdict(report)],
    ];
    return blocks
        .filter(lines => lines.length > 0)
        .map(lines => lines.join('\n'))
        .join('\n\n');
}

/** For a document: the editor, or a page of a repository, renders it. */
export function renderReportMarkdown(report: VerificationReport): string {
    const faults = faultsAndTotalsTable(report, plainStyle);
    return [
        `# ${reportTitle(report)}`,
        `**${renderVerdict(report)}**`,
        [l10n.t('Started {0}.', report.startedAt), ...seedLine(report)].join(' '),
        `## ${faults.caption}`,
        markdownTable(faults),
        ...bullets(reasons(report)),
        ...report.faults.filter(hasFailed).flatMap(failedFault),
        `## ${l10n.t('Requests')}`,
        ...captionedMarkdown(groupsTable(report.faults, plainStyle)),
        ...captionedMarkdown(allSharesTable(report, plainStyle)),
        `## ${weaknessesTitle()}`,
        ...bullets(weaknesses(report)),
        `## ${meaningsTitle()}`,
        meanings(report, plainStyle)
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
    return [
        `### ${fault.fault} ${fault.node}`,
        ...captionedMarkdown(phasesTable(fault, plainStyle)),
        ...captionedMarkdown(groupsTable([fault], plainStyle)),
    ];
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
    return report.weaknesses.length === 0
        ? [noWeakness()]
        : report.weaknesses.map(({ what, next }) => `${what} ${next}`);
}

function seedLine({ seed }: VerificationReport): string[] {
    return seed === undefined ? [] : [l10n.t('The faults were drawn at random with seed {0}.', String(seed))];
}

function captioned(table: Table): string[] {
    return [table.caption, ...alignedTable(table)];
}

function captionedMarkdown(table: Table): string[] {
    return [`${table.caption}:`, markdownTable(table)];
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
