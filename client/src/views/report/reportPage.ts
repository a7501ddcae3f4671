import * as vscode from 'vscode';
import type { FaultReport, TrafficTotals, VerificationReport } from '../../cluster/report/report.ts';
import { answeringNodes, shortNodeName, wasTried } from '../../cluster/report/tables.ts';
import { isFailure } from '../../cluster/report/words.ts';
import type { FaultRow, ReportPage, Total } from './pageModel.ts';
import { figureHeadings, figures, groupsTable, phasesTable, sharesTable } from './pageTables.ts';
import { pageTexts } from './pageTexts.ts';
import { PageWords } from './pageWords.ts';
import { faultDetail, faultName, verdictName } from './reportNames.ts';

/** `language`: a language tag, for figures and times. */
export function makeReportPage(report: VerificationReport, language: string): ReportPage {
    const words = new PageWords(language);
    const nodes = answeringNodes(report).map(name => ({ name, label: shortNodeName(report.environment, name) }));
    return {
        report,
        title: vscode.l10n.t('Verification of {0}', report.environment),
        verdict: {
            word: report.verdict === 'pass' ? vscode.l10n.t('Passed') : vscode.l10n.t('Failed'),
            sentences: verdictSentences(report, words),
        },
        about: aboutLine(report, words),
        totals: totalTiles(report.totals, words),
        faults: report.faults.map(fault => faultRow(report, fault, words)),
        faultHeadings: [
            vscode.l10n.t('Fault'),
            vscode.l10n.t('Node'),
            vscode.l10n.t('Verdict'),
            ...figureHeadings(),
            vscode.l10n.t('Recovery'),
        ],
        nodes,
        weaknesses: report.weaknesses,
        meanings: meanings(report),
        texts: pageTexts(report, words),
    };
}

function verdictSentences(report: VerificationReport, words: PageWords): string[] {
    const { totals, faults } = report;
    const all = words.number(faults.length);
    const notRun = faults.filter(({ verdict }) => verdict === 'notRun').length;
    const impossible = faults.filter(({ verdict }) => verdict === 'impossible').length;
    const sentences = report.verdict === 'pass' ? wellSentences(report, words) : harmSentences(report, words);
    if (totals.cut > 0) {
        const told = vscode.l10n.t(
            'POST requests that were cut: {0}. They were under way on a node that failed, and were not run again elsewhere, for they might then run twice.',
            words.number(totals.cut),
        );
        sentences.push(told);
    }
    if (notRun > 0) {
        sentences.push(vscode.l10n.t('{0} of {1} faults had no turn: the time was up.', words.number(notRun), all));
    }
    if (impossible > 0) {
        sentences.push(vscode.l10n.t('{0} of {1} faults cannot be brought about here.', words.number(impossible), all));
    }
    return sentences;
}

function wellSentences({ totals, faults }: VerificationReport, words: PageWords): string[] {
    return [
        totals.cut > 0
            ? vscode.l10n.t('No session was lost. Only requests that the balancer is told not to repeat failed.')
            : vscode.l10n.t('No session was lost, and no request failed.'),
        vscode.l10n.t('Faults tried: {0}.', words.number(faults.filter(wasTried).length)),
    ];
}

function harmSentences({ totals, faults }: VerificationReport, words: PageWords): string[] {
    const harm = [totals.errors - totals.cut, totals.lost, totals.stale].map(figure => words.number(figure));
    const failed = words.number(faults.filter(isFailure).length);
    const tried = words.number(faults.filter(wasTried).length);
    return [
        vscode.l10n.t('Errors: {0}, lost: {1}, stale: {2}.', ...harm),
        vscode.l10n.t('Faults that failed: {0} of {1}.', failed, tried),
    ];
}

function aboutLine({ startedAt, sessions, seed, timeline }: VerificationReport, words: PageWords): string {
    return [
        words.date(startedAt),
        words.duration(timeline.sliceMs * timeline.slices.length),
        vscode.l10n.t('{0} sessions', words.number(sessions)),
        ...(seed === undefined ? [] : [vscode.l10n.t('faults drawn at random, seed {0}', String(seed))]),
    ].join(' · ');
}

function totalTiles(totals: TrafficTotals, words: PageWords): Total[] {
    const { errors, cut, lost, stale } = totals;
    // In the order of the headings: requests, errors, cut, lost, stale.
    const harm = [0, errors - cut, 0, lost, stale];
    const values = figures(totals, words);
    return figureHeadings().map((label, index) => ({
        label,
        value: values[index] ?? '',
        isHarm: (harm[index] ?? 0) > 0,
    }));
}

function faultRow(report: VerificationReport, fault: FaultReport, words: PageWords): FaultRow {
    const node = shortNodeName(report.environment, fault.node);
    const verdict = verdictName(fault.verdict);
    const name = faultName(fault.fault);
    const tried = wasTried(fault);
    return {
        label: `${name} ${node}`,
        cells: [
            name,
            node,
            verdict,
            ...(tried
                ? [...figures(fault, words), words.time(fault.recoveryMs)]
                : figureHeadings()
                      .concat('')
                      .map(() => '–')),
        ],
        announcement: tried
            ? vscode.l10n.t(
                  '{0} {1}: {2}. Errors {3}, lost {4}, stale {5}, slowest {6}, recovery {7}.',
                  ...[name, node, verdict],
                  ...[fault.errors, fault.lost, fault.stale].map(figure => words.number(figure)),
                  ...[words.time(fault.slowestMs), words.time(fault.recoveryMs)],
              )
            : `${name} ${node}: ${verdict}.`,
        ...(fault.reason === undefined ? {} : { reason: asSentence(fault.reason) }),
        tables: tried ? [sharesTable(report, fault, words), phasesTable(fault, words), groupsTable(fault, words)] : [],
    };
}

function asSentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}

function meanings({ faults }: VerificationReport): (readonly [string, string])[] {
    const tried = [...new Set(faults.map(({ fault }) => fault))];
    return [
        [vscode.l10n.t('Errors'), vscode.l10n.t('any answer but the expected one, and none at all')],
        [
            vscode.l10n.t('Cut'),
            vscode.l10n.t(
                'of the errors: POST requests under way on the node when it failed, which the balancer is told not to repeat',
            ),
        ],
        [
            vscode.l10n.t('Lost'),
            vscode.l10n.t('the counter in the session restarted, or the id of the session changed'),
        ],
        [vscode.l10n.t('Stale'), vscode.l10n.t('the counter went back, or two requests saw the same one')],
        [vscode.l10n.t('Replayed'), vscode.l10n.t('one request ran twice: the balancer repeated it on another node')],
        [vscode.l10n.t('p99'), vscode.l10n.t('99 of 100 requests took at most this long')],
        [
            vscode.l10n.t('Recovery'),
            vscode.l10n.t(
                'the longest that a session of the node waited for an answer, from its first request that met with the fault',
            ),
        ],
        ...tried.map(fault => [faultName(fault), faultDetail(fault)] as const),
    ];
}
