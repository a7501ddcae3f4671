import type { ByPhase, FaultReport, Shares, TrafficTotals, VerificationReport } from './report.ts';

/** A report's figures as cells of text, for a terminal and for Markdown alike. */
export interface Table {
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** So many columns at the start hold words; the others hold figures. */
    readonly words: number;
}

/** What stands where there was nothing to measure. */
const NOTHING = '-';

const FIGURES = ['Requests', 'Errors', 'Cut', 'Lost', 'Stale', 'Replayed', 'p99 ms', 'Slowest ms'];

/** One row a fault, and one for every request of the verification. */
export function faultsTable(report: VerificationReport): Table {
    return {
        headings: ['Fault', 'Node', 'Verdict', ...FIGURES, 'Recovery ms'],
        words: 3,
        rows: [
            ...report.faults.map(fault => [
                fault.fault,
                shortNodeName(report.environment, fault.node),
                verdictWord(fault),
                ...(wasTried(fault) ? [...figures(fault), whole(fault.recoveryMs)] : FIGURES.concat('').map(nothing)),
            ]),
            ['all requests', '', report.verdict, ...figures(report.totals), ''],
        ],
    };
}

/** One column a node that answered; a cell is its share of the answers before, during and after the fault, in percent. */
export function sharesTable(report: VerificationReport): Table {
    const nodes = answeringNodes(report);
    return {
        headings: ['Fault', 'Node', ...nodes.map(node => shortNodeName(report.environment, node))],
        words: 2,
        rows: report.faults
            .filter(wasTried)
            .map(({ fault, node, shares }) => [
                fault,
                shortNodeName(report.environment, node),
                ...nodes.map(answering => sharesCell(shares, answering)),
            ]),
    };
}

/** What happened in the faults by how the requests were sent. A p99 cannot be added up: the worst of all faults. */
export function groupsTable(faults: readonly FaultReport[]): Table {
    const groups = Map.groupBy(
        faults.filter(wasTried).flatMap(fault => fault.groups),
        ({ mode, method }) => `${mode} ${method}`,
    );
    return {
        headings: ['Requests sent', ...FIGURES],
        words: 1,
        rows: [...groups].map(([name, totals]) => [name, ...figures(sum(totals))]),
    };
}

/** When in the fault it happened. */
export function phasesTable({ phases }: FaultReport): Table {
    return {
        headings: ['Phase', ...FIGURES],
        words: 1,
        rows: [
            ['before', ...figures(phases.before)],
            ['while it lasted', ...figures(phases.during)],
            ['afterwards', ...figures(phases.after)],
        ],
    };
}

/** False where the fault had no turn or cannot be brought about, so that none of its figures means anything. */
export function wasTried({ verdict }: FaultReport): boolean {
    return verdict === 'pass' || verdict === 'fail';
}

/** Every node that gave an answer, in the order of the report. */
export function answeringNodes({ shares, faults }: VerificationReport): string[] {
    const all = [shares, ...faults.flatMap(fault => [fault.shares.before, fault.shares.during, fault.shares.after])];
    return [...new Set(all.flatMap(Object.keys))];
}

/** The name of a container without that of its environment: `application-2`. */
export function shortNodeName(environment: string, node: string): string {
    const rest = node.startsWith(environment) ? node.slice(environment.length).replace(/^[-_]/, '') : node;
    return rest === '' ? node : rest;
}

/** In whole percent. */
function percent(share: number | undefined): string {
    return String(Math.round(100 * (share ?? 0)));
}

function sharesCell({ before, during, after }: ByPhase<Shares>, node: string): string {
    return [before, during, after].map(shares => percent(shares[node])).join(' → ');
}

function verdictWord({ verdict }: FaultReport): string {
    return verdict === 'notRun' ? 'not run' : verdict;
}

function figures(totals: TrafficTotals): string[] {
    const { requests, errors, cut, lost, stale, replayed, p99Ms, slowestMs } = totals;
    return [requests, errors, cut, lost, stale, replayed, p99Ms, slowestMs].map(whole);
}

function whole(figure: number): string {
    return String(Math.round(figure));
}

function nothing(): string {
    return NOTHING;
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
        replayed: add('replayed'),
        p99Ms: worst('p99Ms'),
        slowestMs: worst('slowestMs'),
    };
}
