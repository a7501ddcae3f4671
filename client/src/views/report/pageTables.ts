import * as vscode from 'vscode';
import type { FaultReport, TrafficGroup, TrafficTotals, VerificationReport } from '../../cluster/report/report.ts';
import { answeringNodes, shortNodeName } from '../../cluster/report/tables.ts';
import type { PageTable } from './pageModel.ts';
import type { PageWords } from './pageWords.ts';

export function figureHeadings(): string[] {
    return [
        vscode.l10n.t('Requests'),
        vscode.l10n.t('Errors'),
        vscode.l10n.t('Cut'),
        vscode.l10n.t('Lost'),
        vscode.l10n.t('Stale'),
        vscode.l10n.t('Replayed'),
        vscode.l10n.t('p99'),
        vscode.l10n.t('Slowest'),
    ];
}

/** In the order of figureHeadings(). */
export function figures(totals: TrafficTotals, words: PageWords): string[] {
    const { requests, errors, cut, lost, stale, replayed, p99Ms, slowestMs } = totals;
    return [
        ...[requests, errors, cut, lost, stale, replayed].map(figure => words.number(figure)),
        ...[p99Ms, slowestMs].map(time => words.time(time)),
    ];
}

export function sharesTable(report: VerificationReport, { shares }: FaultReport, words: PageWords): PageTable {
    return {
        caption: vscode.l10n.t('Share of the answers by node'),
        headings: [vscode.l10n.t('Node'), ...phaseNames()],
        rows: answeringNodes(report).map(node => [
            shortNodeName(report.environment, node),
            ...[shares.before, shares.during, shares.after].map(share => words.percent(share[node])),
        ]),
    };
}

export function phasesTable({ phases }: FaultReport, words: PageWords): PageTable {
    const [before = '', during = '', after = ''] = phaseNames();
    return {
        caption: vscode.l10n.t('What happened when'),
        headings: [vscode.l10n.t('Phase'), ...figureHeadings()],
        rows: [
            [before, ...figures(phases.before, words)],
            [during, ...figures(phases.during, words)],
            [after, ...figures(phases.after, words)],
        ],
    };
}

export function groupsTable({ groups }: FaultReport, words: PageWords): PageTable {
    return {
        caption: vscode.l10n.t('What happened to which requests'),
        headings: [vscode.l10n.t('Sent'), ...figureHeadings()],
        rows: groups.map(group => [groupName(group), ...figures(group, words)]),
    };
}

function phaseNames(): string[] {
    return [vscode.l10n.t('Before'), vscode.l10n.t('While it lasted'), vscode.l10n.t('Afterwards')];
}

function groupName({ mode, method }: TrafficGroup): string {
    return mode === 'sequential'
        ? vscode.l10n.t('{0}, one at a time', method)
        : vscode.l10n.t('{0}, several at once', method);
}
