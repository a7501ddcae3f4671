import * as vscode from 'vscode';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { answeringNodes, wasTried } from '../../cluster/report/tables.ts';
import type { PageTexts } from './pageModel.ts';
import type { PageWords } from './pageWords.ts';

/** The headings, buttons and captions of the page, and what a screen reader says of its charts. */
export function pageTexts(report: VerificationReport, words: PageWords): PageTexts {
    return {
        save: vscode.l10n.t('Save the report'),
        saveMarkdown: vscode.l10n.t('Save as Markdown'),
        saveJson: vscode.l10n.t('Save as JSON'),
        saveJunit: vscode.l10n.t('Save as JUnit XML'),
        totals: vscode.l10n.t('Totals'),
        timeline: vscode.l10n.t('Requests over time'),
        timelineSummary: timelineSummary(report, words),
        zoomIn: vscode.l10n.t('Zoom In'),
        zoomOut: vscode.l10n.t('Zoom Out'),
        keys: vscode.l10n.t(
            'Drag to zoom in. Keys, with the focus on the charts: + and - zoom, ← and → move, Escape shows everything.',
        ),
        range: vscode.l10n.t('The timeline shows {0} to {1}.'),
        wholeRange: vscode.l10n.t('The timeline shows the whole verification.'),
        time: vscode.l10n.t('Time'),
        median: vscode.l10n.t('median'),
        slowest: vscode.l10n.t('slowest'),
        errors: vscode.l10n.t('errors'),
        lost: vscode.l10n.t('lost'),
        stale: vscode.l10n.t('stale'),
        replayed: vscode.l10n.t('replayed'),
        faultLasts: vscode.l10n.t('fault lasts'),
        nodeReturns: vscode.l10n.t('node comes back'),
        shares: vscode.l10n.t('Share of the answers by node over time'),
        sharesSummary: sharesSummary(report, words),
        faults: vscode.l10n.t('Faults'),
        faultsCaption: vscode.l10n.t(
            'Each fault of each node. Enter shows one closely, here and in the timeline; ↑ and ↓ go from one to the next.',
        ),
        weaknesses: vscode.l10n.t('Weaknesses of the set-up'),
        weaknessesLink: vscode.l10n.t('Weaknesses of the set-up: {0}', words.number(report.weaknesses.length)),
        noWeaknesses: vscode.l10n.t('None was found.'),
        meanings: vscode.l10n.t('What the words mean'),
    };
}

/** What is to be seen in the chart of the requests, for those who do not see it. */
function timelineSummary({ timeline, totals, faults }: VerificationReport, words: PageWords): string {
    const medians = timeline.slices.map(({ medianMs }) => medianMs).filter(median => median > 0);
    return vscode.l10n.t(
        'Chart of median and slowest answers in {0} with {1} faults. Median from {2} to {3}, slowest {4}. Errors {5}, lost {6}, stale {7}, replayed {8}. The table of faults has the figures.',
        words.duration(timeline.sliceMs * timeline.slices.length),
        words.number(faults.filter(wasTried).length),
        words.time(Math.min(...medians, Infinity) === Infinity ? 0 : Math.min(...medians)),
        words.time(Math.max(0, ...medians)),
        words.time(totals.slowestMs),
        ...[totals.errors, totals.lost, totals.stale, totals.replayed].map(figure => words.number(figure)),
    );
}

function sharesSummary(report: VerificationReport, words: PageWords): string {
    const shares = answeringNodes(report).map(node => `${node} ${words.percent(report.shares[node])}`);
    return vscode.l10n.t('Chart of the share of each node in the answers. Of all answers: {0}.', shares.join(', '));
}
