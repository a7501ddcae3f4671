import * as v from 'valibot';
import * as l10n from '@vscode/l10n';
import { byName, fields, figure, ForeignDataError, name, number, readJson, text } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import type { VerificationReport } from './report.ts';

/**
 * Reads a report that `verify --json` printed or the editor saved. Throws OperationError('invalid') that says what is
 * wrong, and where.
 */
export function parseReport(json: string): VerificationReport {
    try {
        return readJson(REPORT, json);
    } catch (error) {
        if (error instanceof ForeignDataError) {
            throw new OperationError('invalid', {
                what: l10n.t('This is not the report of a verification: {0}', error.message),
                next: l10n.t('Choose a file that was saved as JSON from a report, or printed by verify --json'),
                cause: error,
            });
        }
        throw error;
    }
}

/** A reason, or what is wrong with the set-up: some sentences. */
const sentences = text(10_000);

const totals = {
    requests: figure,
    errors: figure,
    cut: figure,
    lost: figure,
    stale: figure,
    foreign: figure,
    empty: figure,
    replayed: figure,
    slowestMs: figure,
    p99Ms: figure,
};

const shares = byName(figure);

const group = fields({
    ...totals,
    mode: v.picklist(['sequential', 'parallel']),
    method: v.picklist(['GET', 'POST']),
});

const fault = fields({
    ...totals,
    /** Or of all stores. */
    node: text(10_000),
    layer: name,
    fault: name,
    verdict: v.picklist(['pass', 'fail', 'notRun', 'impossible']),
    reason: v.exactOptional(sentences),
    recoveryMs: figure,
    struckAtMs: figure,
    healedAtMs: figure,
    backAtMs: figure,
    shares: byPhase(shares),
    phases: byPhase(fields(totals)),
    groups: v.array(group),
});

/** What happened in one piece of time; times in milliseconds. */
export const SLICE = fields({
    answers: byName(figure),
    errors: figure,
    cut: figure,
    lost: figure,
    stale: figure,
    foreign: figure,
    empty: figure,
    replayed: figure,
    medianMs: figure,
    slowestMs: figure,
});

export const REPORT = fields({
    verdict: v.picklist(['pass', 'fail']),
    environment: name,
    startedAt: name,
    sessions: figure,
    seed: v.exactOptional(number),
    software: v.exactOptional(fields({ application: name, store: name })),
    totals: fields(totals),
    shares,
    faults: v.array(fault),
    weaknesses: v.array(fields({ code: name, what: sentences, next: sentences })),
    timeline: fields({ sliceMs: v.pipe(number, v.minValue(1)), slices: v.array(SLICE) }),
});

function byPhase<const Phase extends v.GenericSchema>(phase: Phase) {
    return fields({ before: phase, during: phase, after: phase });
}
