import * as l10n from '@vscode/l10n';
import type { LocalStyle } from '../../cluster/report/localStyle.ts';
import type { FaultReport, TrafficTotals, VerificationReport } from '../../cluster/report/report.ts';
import {
    answeringNodes,
    faultsTable,
    figureInWords,
    FIGURES,
    groupsTable,
    phasesTable,
    sharesTable,
    shortNodeName,
} from '../../cluster/report/tables.ts';
import { HARM, hasFailed, wasTried } from '../../cluster/report/verdicts.ts';
import { figureWords, meanings, reportTitle, verdictSentences } from '../../cluster/report/words.ts';
import type { FaultBand, FaultDetails, PageContent, Total } from './content.ts';
import { pageTexts } from './texts.ts';

export function makeContent(report: VerificationReport, style: LocalStyle): PageContent {
    const { environment, faults, timeline, weaknesses } = report;
    return {
        title: reportTitle(report),
        passed: !hasFailed(report),
        verdict: {
            word: hasFailed(report) ? l10n.t('Failed') : l10n.t('Passed'),
            sentences: verdictSentences(report, style),
        },
        about: aboutLine(report, style),
        totals: totalTiles(report.totals, style),
        faultsTable: faultsTable(report, style),
        faults: faults.map(fault => faultDetails(report, fault, style)),
        bands: faults.flatMap((fault, index) => (wasTried(fault) ? [faultBand(report, fault, index, style)] : [])),
        timeline,
        nodes: answeringNodes(report).map(name => ({ name, label: shortNodeName(environment, name) })),
        weaknesses: weaknesses.map(({ what, next }) => ({ what, next })),
        meanings: meanings(report, style).map(([word, meaning]) => ({ word, meaning })),
        texts: pageTexts(report, style),
    };
}

function aboutLine({ startedAt, sessions, seed, timeline }: VerificationReport, style: LocalStyle): string {
    return [
        style.date(startedAt),
        style.duration(timeline.sliceMs * timeline.slices.length),
        l10n.t('{0} sessions', style.number(sessions)),
        ...(seed === undefined ? [] : [l10n.t('faults drawn at random, seed {0}', String(seed))]),
    ].join(' · ');
}

function totalTiles(totals: TrafficTotals, style: LocalStyle): Total[] {
    const words = figureWords();
    const harm: readonly string[] = HARM;
    return FIGURES.map(figure => ({
        label: words[figure].name,
        value: figureInWords(totals, figure, style),
        isHarm: harm.includes(figure) && totals[figure] > 0,
    }));
}

function faultDetails(report: VerificationReport, fault: FaultReport, style: LocalStyle): FaultDetails {
    const label = faultLabel(report, fault, style);
    const verdict = style.verdict(fault.verdict);
    const tried = wasTried(fault);
    return {
        verdict: fault.verdict,
        announcement: tried
            ? l10n.t(
                  '{0}: {1}. Errors {2}, lost {3}, stale {4}, foreign {5}, empty {6}, slowest {7}, recovery {8}.',
                  label,
                  verdict,
                  ...HARM.map(figure => style.number(fault[figure])),
                  ...[fault.slowestMs, fault.recoveryMs].map(time => style.time(time)),
              )
            : `${label}: ${verdict}.`,
        ...(fault.reason === undefined ? {} : { reason: asSentence(fault.reason) }),
        tables: tried
            ? [sharesTable(report, fault, style), phasesTable(fault, style), groupsTable([fault], style)]
            : [],
    };
}

function faultBand(report: VerificationReport, fault: FaultReport, index: number, style: LocalStyle): FaultBand {
    return {
        number: index + 1,
        label: faultLabel(report, fault, style),
        failed: hasFailed(fault),
        struck: fault.struckAtMs / 1000,
        healed: fault.healedAtMs / 1000,
        back: fault.backAtMs / 1000,
    };
}

function faultLabel({ environment }: VerificationReport, { fault, node }: FaultReport, style: LocalStyle): string {
    return `${style.fault(fault)} ${shortNodeName(environment, node)}`;
}

function asSentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
