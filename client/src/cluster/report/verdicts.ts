import type { FaultReport, TrafficTotals } from './report.ts';

/** What must not happen in a failover. Requests that were cut are none of it: that is what the user chose. */
export const HARM = ['errors', 'lost', 'stale', 'foreign', 'empty'] as const satisfies readonly (keyof TrafficTotals)[];

/** Whether the sessions lived through it: the one measure of a verification and of each of its faults. */
export function isUnharmed(totals: TrafficTotals): boolean {
    return HARM.every(figure => totals[figure] === 0);
}

/** Of a fault that was tried, or of the whole verification. */
export function hasFailed({ verdict }: Pick<FaultReport, 'verdict'>): boolean {
    return verdict === 'fail';
}

/** False where the fault had no turn or cannot be brought about, so that none of its figures means anything. */
export function wasTried({ verdict }: Pick<FaultReport, 'verdict'>): boolean {
    return verdict === 'pass' || verdict === 'fail';
}

/** A verification that proved nothing has not passed. */
export function verdictOf(faults: readonly FaultReport[], totals: TrafficTotals): 'pass' | 'fail' {
    return faults.some(wasTried) && !faults.some(hasFailed) && isUnharmed(totals) ? 'pass' : 'fail';
}
