import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { applyPlan } from '../../cluster/apply/apply.ts';
import { isOperationError, OperationError } from '../../cluster/model/errors.ts';
import { createEnvironment } from '../../cluster/provision/provision.ts';
import { deleteEnvironment } from '../../cluster/provision/remove.ts';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { planSessionSettings } from '../../cluster/apply/settings.ts';
import { defaultTopology, withNodes } from '../../cluster/model/topologyFile.ts';
import type { Topology } from '../../cluster/model/topology.ts';
import { verifyFailover } from '../../cluster/verify/verify.ts';
import { ensureEngine } from '../engineSetup.ts';
import { integer } from '../optionValues.ts';
import type { GlobalOptions, Program } from '../program.ts';
import type { Session } from '../session.ts';
import { reportOutcome } from './verify.ts';

interface DemoOptions extends GlobalOptions {
    readonly yes?: boolean;
    readonly keep?: boolean;
    readonly port?: number;
}

export function declareDemo(program: Program): void {
    program
        .verb(
            'demo',
            'Create environment "demo", cluster its sessions, kill each Apache node and store under traffic, report, and remove it.',
        )
        .option('--keep', 'leave the environment there')
        .option('--yes', 'install and start a Docker engine where none is, without asking')
        .option('--port <number>', 'the port of the balancer', integer)
        .action((options: DemoOptions) =>
            program.work(options, async session => reportOutcome(await runDemo(session, options))),
        );
}

/**
 * The whole main job on one machine: engine, images, environment `demo`, session settings, failover under traffic.
 * Removes the environment afterwards, unless it is to be kept.
 */
async function runDemo({ engine, context }: Session, options: DemoOptions): Promise<VerificationReport> {
    await ensureEngine({
        endpoint: engine.endpoint,
        assumeYes: options.yes === true || process.env.CI === 'true',
        confirm: question => confirm(question, context.signal),
        report: context.report,
        signal: context.signal,
    });
    const environment = await createDemo({ engine, context }, options);
    try {
        const plan = await planSessionSettings(engine, environment, context);
        await applyPlan(engine, environment, plan, context);
        const report = await verifyFailover(engine, environment, { faults: ['kill'] }, context);
        if (options.keep) {
            context.report(`Environment demo stays, at ${environment.url ?? 'its balancer'}`);
        }
        return report;
    } finally {
        if (!options.keep) {
            // A signal of its own: Ctrl+C must not leave the environment behind.
            await deleteEnvironment(engine, environment, {}, { ...context, signal: AbortSignal.timeout(60_000) });
        }
    }
}

/** Two stores, so that it may kill those as well. Its requests may run twice, so that the balancer may repeat them. */
function demoTopology(): Topology {
    const topology = withNodes(defaultTopology('demo'), { store: 2 });
    return { ...topology, balancer: { ...topology.balancer, retryNonIdempotent: true } };
}

/** On the port that was given; else on the usual one, or on any other where that is taken. */
async function createDemo({ engine, context }: Session, { port }: DemoOptions) {
    const topology = demoTopology();
    const at = (wanted: number): Topology => ({ ...topology, balancer: { ...topology.balancer, port: wanted } });
    if (port !== undefined) {
        return createEnvironment(engine, at(port), context);
    }
    try {
        return await createEnvironment(engine, topology, context);
    } catch (error) {
        if (isOperationError(error, 'portInUse')) {
            context.report(`Port ${topology.balancer.port} is in use: taking another`);
            return createEnvironment(engine, at(0), context);
        }
        throw error;
    }
}

/** Prompts a person. The end of the input, Ctrl+D, is a no. */
async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
    if (!process.stdin.isTTY) {
        throw new OperationError('failed', {
            what: `There is no terminal to confirm this at: ${question}`,
            kept: 'Nothing was changed',
            next: 'Say so beforehand with --yes',
        });
    }
    const prompt = createInterface({ input: process.stdin, output: process.stderr });
    try {
        const answer = prompt.question(`${question} [y/N] `, { signal });
        const closed = once(prompt, 'close').then(() => '');
        return /^y(es)?$/i.test((await Promise.race([answer, closed])).trim());
    } finally {
        prompt.close();
    }
}
