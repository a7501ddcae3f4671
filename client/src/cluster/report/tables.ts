import * as l10n from '@vscode/l10n';
import type { ByPhase, FaultReport, Shares, TrafficTotals, VerificationReport } from './report.ts';
import type { Style } from './style.ts';
import { wasTried } from './verdicts.ts';
import { figureWords, groupName, phaseNames, recoveryWords } from './words.ts';

/** A report's figures as cells of text, for a terminal, for Markdown and for a page alike. */
export interface Table {
    readonly caption: string;
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** So many columns at the start hold words; the others hold figures. */
    readonly words: number;
}

/** In the order of their columns. */
export const FIGURES = [
    ...(['requests', 'errors', 'cut', 'lost', 'stale', 'foreign', 'empty', 'replayed'] as const),
    ...(['p99Ms', 'slowestMs'] as const),
] as const;

/** One row a fault. */
export function faultsTable(report: VerificationReport, style: Style): Table {
    const headings = figureHeadings(style).concat(style.timeHeading(recoveryWords().name));
    return {
        caption: l10n.t('Faults'),
        headings: [l10n.t('Fault'), l10n.t('Node'), l10n.t('Verdict'), ...headings],
        words: 3,
        rows: report.faults.map(fault => [
            style.fault(fault.fault),
            shortNodeName(report.environment, fault.node),
            style.verdict(fault.verdict),
            ...(wasTried(fault)
                ? [...figures(fault, style), style.time(fault.recoveryMs)]
                : headings.map(() => style.nothing)),
        ]),
    };
}

/** The same with one more row, for every request of the verification. */
export function faultsAndTotalsTable(report: VerificationReport, style: Style): Table {
    const table = faultsTable(report, style);
    const totals = [l10n.t('all requests'), '', report.verdict, ...figures(report.totals, style), ''];
    return { ...table, rows: [...table.rows, totals] };
}

/**
 * One row a fault that was tried, one column a node that answered; a cell is its share of the answers before, during
 * and after the fault.
 */
export function allSharesTable(report: VerificationReport, style: Style): Table {
    const nodes = answeringNodes(report);
    return {
        caption: l10n.t('Share of the answers by node in percent: before → while the fault lasted → afterwards'),
        headings: [l10n.t('Fault'), l10n.t('Node'), ...nodes.map(node => shortNodeName(report.environment, node))],
        words: 2,
        rows: report.faults
            .filter(wasTried)
            .map(({ fault, node, shares }) => [
                style.fault(fault),
                shortNodeName(report.environment, node),
                ...nodes.map(answering => inPhases(shares, answering, style).join(' → ')),
            ]),
    };
}

/** Of one fault: one row a node that answered. */
export function sharesTable(report: VerificationReport, { shares }: FaultReport, style: Style): Table {
    return {
        caption: l10n.t('Share of the answers by node'),
        headings: [l10n.t('Node'), ...Object.values(phaseNames())],
        words: 1,
        rows: answeringNodes(report).map(node => [
            shortNodeName(report.environment, node),
            ...inPhases(shares, node, style),
        ]),
    };
}

/** What happened in the faults by how the requests were sent. A p99 cannot be added up: the worst of all faults. */
export function groupsTable(faults: readonly FaultReport[], style: Style): Table {
    const groups = Map.groupBy(
        faults.filter(wasTried).flatMap(fault => fault.groups),
        groupName,
    );
    return {
        caption:
            faults.length === 1
                ? l10n.t('What happened to which requests')
                : l10n.t('What happened to which requests, in all faults (p99: the worst)'),
        headings: [l10n.t('Sent'), ...figureHeadings(style)],
        words: 1,
        rows: [...groups].map(([name, totals]) => [name, ...figures(sum(totals), style)]),
    };
}

/** When in the fault it happened. */
export function phasesTable({ phases }: FaultReport, style: Style): Table {
    const { before, during, after } = phaseNames();
    return {
        caption: l10n.t('What happened when'),
        headings: [l10n.t('Phase'), ...figureHeadings(style)],
        words: 1,
        rows: [
            [before, ...figures(phases.before, style)],
            [during, ...figures(phases.during, style)],
            [after, ...figures(phases.after, style)],
        ],
    };
}

/** Every node that gave an answer, in the order of the report. */
export function answeringNodes({ shares, faults }: VerificationReport): string[] {
    const all = [shares, ...faults.flatMap(fault => [fault.shares.before, fault.shares.during, fault.shares.after])];
    return [...new Set(all.flatMap(Object.keys))];
}

/** Names of containers without that of their environment: `application-2`; of all stores, `store-1, store-2`. */
export function shortNodeName(environment: string, nodes: string): string {
    return nodes
        .split(', ')
        .map(node => shortName(environment, node))
        .join(', ');
}

function shortName(environment: string, node: string): string {
    const rest = node.startsWith(environment) ? node.slice(environment.length).replace(/^[-_]/, '') : node;
    return rest === '' ? node : rest;
}

function inPhases({ before, during, after }: ByPhase<Shares>, node: string, style: Style): string[] {
    return [before, during, after].map(shares => style.percent(shares[node]));
}

function figureHeadings(style: Style): string[] {
    const words = figureWords();
    return FIGURES.map(figure => {
        const { name, kind } = words[figure];
        return kind === 'time' ? style.timeHeading(name) : name;
    });
}

/** In the order of the headings. */
function figures(totals: TrafficTotals, style: Style): string[] {
    return FIGURES.map(figure => figureInWords(totals, figure, style));
}

export function figureInWords(totals: TrafficTotals, figure: keyof TrafficTotals, style: Style): string {
    return figureWords()[figure].kind === 'time' ? style.time(totals[figure]) : style.number(totals[figure]);
}

function sum(totals: readonly TrafficTotals[]): TrafficTotals {
    const add = (key: keyof TrafficTotals) => totals.reduce((all, one) => all + one[key], 0);
    const worst = (key: keyof TrafficTotals) => Math.max(...totals.map(one => one[key]));
    return {
        requests: add('requests'),
        errors: add('errors'),
        cut: add('cut'),
        lost: add('lost'),
        stale: add('stale'),
        foreign: add('foreign'),
        empty: add('empty'),
        replayed: add('replayed'),
        p99Ms: worst('p99Ms'),
        slowestMs: worst('slowestMs'),
    };
}
