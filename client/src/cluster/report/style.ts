import type { FaultVerdict } from './report.ts';

/** How a report's figures and the names of its faults are written. */
export interface Style {
    number(figure: number): string;
    /** Of milliseconds. */
    time(milliseconds: number): string;
    /** Of a part of 1; undefined is none. */
    percent(share: number | undefined): string;
    /** Above a column of times. */
    timeHeading(name: string): string;
    fault(fault: string): string;
    verdict(verdict: FaultVerdict): string;
    /** Stands where there was nothing to measure. */
    readonly nothing: string;
}

/**
 * For a terminal and for documents: plain figures with their unit in the heading; faults and verdicts as the command
 * line takes and prints them.
 */
export const plainStyle: Style = {
    number: whole,
    time: whole,
    percent: share => whole(100 * (share ?? 0)),
    timeHeading: name => `${name} ms`,
    fault: fault => fault,
    verdict: verdict => (verdict === 'notRun' ? 'not run' : verdict),
    nothing: '-',
};

function whole(figure: number): string {
    return String(Math.round(figure));
}
