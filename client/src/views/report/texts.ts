import * as l10n from '@vscode/l10n';
import type { VerificationReport } from '../../cluster/report/report.ts';
import type { LocalStyle } from '../../cluster/report/localStyle.ts';
import { answeringNodes } from '../../cluster/report/tables.ts';
import { HARM, wasTried } from '../../cluster/report/verdicts.ts';
import { figureWords, meaningsTitle, noWeakness, weaknessesTitle } from '../../cluster/report/words.ts';
import type { PageTexts } from './content.ts';

/** The headings, buttons and captions of the page, and what a screen reader says of its charts. */
export function pageTexts(report: VerificationReport, style: LocalStyle): PageTexts {
    const { errors, cut, lost, stale, foreign, empty, replayed } = figureWords();
    return {
        save: l10n.t('Save the report'),
        saveMarkdown: l10n.t('Save as Markdown'),
        saveJson: l10n.t('Save as JSON'),
        saveJunit: l10n.t('Save as JUnit XML'),
        totals: l10n.t('Totals'),
        timeline: l10n.t('Requests over time'),
        timelineSummary: timelineSummary(report, style),
        zoomIn: l10n.t('Zoom In'),
        zoomOut: l10n.t('Zoom Out'),
        keys: l10n.t(
            'Drag to zoom in. Keys, with the focus on the charts: + and - zoom, ← and → move, Escape shows everything.',
        ),
        range: l10n.t('The timeline shows {0} to {1}.'),
        wholeRange: l10n.t('The timeline shows the whole verification.'),
        time: l10n.t('Time'),
        median: l10n.t('median'),
        slowest: l10n.t('slowest'),
        errors: errors.name,
        cut: cut.name,
        lost: lost.name,
        stale: stale.name,
        foreign: foreign.name,
        empty: empty.name,
        replayed: replayed.name,
        faultLasts: l10n.t('fault lasts'),
        nodeReturns: l10n.t('node comes back'),
        shares: l10n.t('Share of the answers by node over time'),
        sharesSummary: sharesSummary(report, style),
        faultsCaption: l10n.t(
            'Each fault of each node. Enter shows one closely, here and in the timeline; ↑ and ↓ go from one to the next.',
        ),
        weaknesses: weaknessesTitle(),
        weaknessesLink: l10n.t('Weaknesses of the set-up: {0}', style.number(report.weaknesses.length)),
        noWeaknesses: noWeakness(),
        meanings: meaningsTitle(),
    };
}

/** What is to be seen in the chart of the requests, for those who do not see it. */
function timelineSummary({ timeline, totals, faults }: VerificationReport, style: LocalStyle): string {
    const medians = timeline.slices.map(({ medianMs }) => medianMs).filter(median => median > 0);
    return l10n.t(
        'Chart of median and slowest answers in {0} with {1} faults. Median from {2} to {3}, slowest {4}. Errors {5}, lost {6}, stale {7}, foreign {8}, empty {9}, replayed {10}. The table of faults has the figures.',
        style.duration(timeline.sliceMs * timeline.slices.length),
        style.number(faults.filter(wasTried).length),
        style.time(Math.min(...medians, Infinity) === Infinity ? 0 : Math.min(...medians)),
        style.time(Math.max(0, ...medians)),
        style.time(totals.slowestMs),
        ...[...HARM, 'replayed' as const].map(figure => style.number(totals[figure])),
    );
}

function sharesSummary(report: VerificationReport, style: LocalStyle): string {
    const shares = answeringNodes(report).map(node => `${node} ${style.percent(report.shares[node])}`);
    return l10n.t('Chart of the share of each node in the answers. Of all answers: {0}.', shares.join(', '));
}
