import { writeFile } from 'node:fs/promises';
import { OperationError } from '../cluster/model/errors.ts';
import type { Fault } from '../cluster/verify/faults.ts';
import type { Environment } from '../cluster/model/model.ts';
import { findDocumentRoot } from '../cluster/node/probe.ts';
import type { VerificationReport } from '../cluster/report/report.ts';
import { renderReportJunit } from '../cluster/report/junit.ts';
import { verifyFailover } from '../cluster/verify/verify.ts';
import type { Session } from './session.ts';

export interface VerifyVerbOptions {
    readonly faults?: readonly Fault[];
    readonly nodes?: readonly string[];
    readonly sessions?: number;
    /** Seconds. */
    readonly duration?: number;
    readonly random?: boolean;
    readonly seed?: number;
    readonly documentRoot?: string;
    readonly yes?: boolean;
    readonly junit?: string;
    readonly markdown?: boolean;
}

/** Verifies as the command line says. */
export async function runVerification(
    { engine, context }: Session,
    environment: Environment,
    options: VerifyVerbOptions,
): Promise<VerificationReport> {
    const { duration, random, seed, documentRoot, yes } = options;
    if (environment.kind === 'adopted' && documentRoot === undefined && !yes) {
        const found = await findDocumentRoot(engine, environment, context.signal);
        throw new OperationError('failed', {
            what: `A verification puts a page of its own into the document root of ${environment.name}, and takes it away again: ${found}`,
            kept: 'Nothing was changed',
            next: `Agree to that with --yes, or name another folder that Apache serves with --document-root`,
        });
    }
    return verifyFailover(
        engine,
        environment,
        {
            ...(options.faults && { faults: options.faults }),
            ...(options.nodes && { nodes: options.nodes }),
            ...(options.sessions !== undefined && { sessions: options.sessions }),
            ...(duration !== undefined && { durationMs: 1000 * duration }),
            ...(random && { random: seed === undefined ? {} : { seed } }),
            ...(documentRoot !== undefined && { documentRoot }),
        },
        context,
    );
}

export async function writeJunit(path: string, report: VerificationReport): Promise<void> {
    try {
        await writeFile(path, renderReportJunit(report));
    } catch (error) {
        throw new OperationError('failed', {
            what: `The report could not be written to ${path}`,
            kept: `The verification of ${report.environment} was done: ${report.verdict}`,
            next: 'See that the folder is there and can be written to',
            cause: error,
        });
    }
}
