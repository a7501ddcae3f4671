import { constants } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { OperationError } from '../../cluster/model/errors.ts';
import type { Environment } from '../../cluster/model/model.ts';
import { findDocumentRoot } from '../../cluster/node/probe.ts';
import { renderReportJunit } from '../../cluster/report/junit.ts';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { renderReportMarkdown, renderReportText } from '../../cluster/report/text.ts';
import { serverTitleOf } from '../../cluster/software/table.ts';
import { FAULTS, type Fault } from '../../cluster/verify/faults.ts';
import { MAX_DURATION_MS, MAX_SEED, MAX_SESSIONS } from '../../cluster/verify/plan.ts';
import { verifyFailover } from '../../cluster/verify/verify.ts';
import { integerBetween, nameList } from '../optionValues.ts';
import type { Outcome } from '../output.ts';
import type { GlobalOptions, Program } from '../program.ts';
import type { Session } from '../session.ts';

interface VerifyOptions extends GlobalOptions {
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

export function declareVerify(program: Program): void {
    program
        .verb(
            'verify',
            'Send traffic with sessions while one node after another fails in every way, and report what the sessions lived through.',
        )
        .argument('<environment>')
        .option('--faults <faults>', `with commas between them: ${FAULTS.join(', ')} (all)`, faultList)
        .option('--nodes <nodes>', 'their names with commas between them (every application node and store)', nameList)
        .option('--sessions <number>', 'how many (50)', integerBetween({ from: 1, to: MAX_SESSIONS }))
        .option(
            '--duration <seconds>',
            'begin no fault after that',
            integerBetween({ from: 1, to: MAX_DURATION_MS / 1000 }),
        )
        .option('--random', 'faults of any node, one after another, for the duration (60)')
        .option(
            '--seed <number>',
            'the same one has the same random faults again',
            integerBetween({ from: 0, to: MAX_SEED }),
        )
        .option(
            '--document-root <path>',
            'where pages are served from, as the application nodes see it: a page is put there meanwhile',
        )
        .option(
            '--yes',
            'put the page where the document root was found, also in an environment that was not created here',
        )
        .option('--junit <file>', 'write the report as JUnit XML, too')
        .addOption(new Option('--markdown', 'print the report as Markdown').conflicts('json'))
        .action(async (name: string, options: VerifyOptions, command: Command) => {
            if (options.seed !== undefined && !options.random) {
                command.error('error: --seed is of random faults: give --random, too');
            }
            if (options.junit !== undefined) {
                await checkWritable(options.junit);
            }
            await program.workOn(name, options, async (environment, session) => {
                const report = await runVerification(session, environment, options);
                if (options.junit !== undefined) {
                    await writeJunit(options.junit, report);
                }
                return reportOutcome(report, options.markdown ? renderReportMarkdown : renderReportText);
            });
        });
}

function faultList(text: string): readonly Fault[] {
    return nameList(text).map(name => {
        const fault = FAULTS.find(candidate => candidate === name);
        if (!fault) {
            throw new InvalidArgumentError(`There is no fault ${name}.`);
        }
        return fault;
    });
}

/** A report is printed whatever its verdict; one that is not `pass` is told by the exit status. */
export function reportOutcome(
    report: VerificationReport,
    toText: (report: VerificationReport) => string = renderReportText,
): Outcome {
    return { document: report, text: toText(report), failed: report.verdict !== 'pass' };
}

/** Verifies as the command line says. */
export async function runVerification(
    { engine, context }: Session,
    environment: Environment,
    options: VerifyOptions,
): Promise<VerificationReport> {
    const { duration, random, seed, documentRoot, yes } = options;
    if (environment.kind === 'adopted' && documentRoot === undefined && !yes) {
        const found = await findDocumentRoot(engine, environment, context.signal);
        throw new OperationError('failed', {
            what: `A verification puts a page of its own into the document root of ${environment.name}, and takes it away again: ${found}`,
            kept: 'Nothing was changed',
            next: `Agree to that with --yes, or name another folder that ${serverTitleOf(environment, 'application')} serves with --document-root`,
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

/** Before the minutes that a verification takes. */
async function checkWritable(path: string): Promise<void> {
    try {
        await access(path, constants.W_OK).catch((error: unknown) => {
            if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
                throw error;
            }
            return access(dirname(path), constants.W_OK);
        });
    } catch (error) {
        throw junitError(path, 'Nothing was verified', error);
    }
}

async function writeJunit(path: string, report: VerificationReport): Promise<void> {
    try {
        await writeFile(path, renderReportJunit(report));
    } catch (error) {
        throw junitError(path, `The verification of ${report.environment} was done: ${report.verdict}`, error);
    }
}

function junitError(path: string, kept: string, cause: unknown): OperationError {
    return new OperationError('failed', {
        what: `The report cannot be written to ${path}`,
        kept,
        next: 'See that the folder is there and can be written to',
        cause,
    });
}
