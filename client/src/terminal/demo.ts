import { createInterface } from 'node:readline/promises';
import { applyPlan } from '../cluster/apply/apply.ts';
import { isOperationError, OperationError } from '../cluster/model/errors.ts';
import { createEnvironment } from '../cluster/provision/provision.ts';
import { deleteEnvironment } from '../cluster/provision/remove.ts';
import type { VerificationReport } from '../cluster/report/report.ts';
import { planSessionSettings } from '../cluster/apply/settings.ts';
import { defaultTopology, withNodes } from '../cluster/model/topologyFile.ts';
import type { Topology } from '../cluster/model/topology.ts';
import { verifyFailover } from '../cluster/verify/verify.ts';
import { ensureEngine } from './engineSetup.ts';
import type { Session } from './session.ts';

export interface DemoOptions {
    readonly yes?: boolean;
    readonly keep?: boolean;
    readonly port?: number;
}

/**
 * The whole main job on one machine: engine, images, environment `demo`, session settings, failover under traffic. Removes the environment afterwards,
 * unless it is to be kept.
 */
export async function runDemo({ engine, context }: Session, options: DemoOptions): Promise<VerificationReport> {
    await ensureEngine({
        endpoint: engine.endpoint,
        assumeYes: options.yes === true || process.env.CI === 'true',
        confirm,
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

/** On the port asked for; else on the usual one, or on any other where that is taken. */
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

async function confirm(question: string): Promise<boolean> {
    if (!process.stdin.isTTY) {
        throw new OperationError('failed', {
            what: `There is nobody to ask: ${question}`,
            kept: 'Nothing was changed',
            next: 'Say so beforehand with --yes',
        });
    }
    const prompt = createInterface({ input: process.stdin, output: process.stderr });
    try {
        return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
    } finally {
        prompt.close();
    }
}
