import type { Engine } from '../engine/engine.ts';
import { askFacts } from './applicationFacts.ts';
import { OperationError } from './errors.ts';
import { awaitHealthy } from './readiness.ts';
import { GRACE_SECONDS } from './lifecycle.ts';
import type { ClusterNode, Environment } from './model.ts';
import type { OperationContext } from './operation.ts';
import { runningApplications, withProbe, type Probe } from './probe.ts';
import type { FaultReport, VerificationReport } from './report.ts';
import { SessionTraffic, sharesOf, totalsOf, type Visit } from './traffic.ts';

/** `kill`: SIGKILL, as when a machine dies. `stop`: the container's stop signal. */
export const FAULTS = ['kill', 'stop'] as const;
export type Fault = (typeof FAULTS)[number];

export interface VerifyOptions {
    /** 50 unless told. */
    readonly sessions?: number;
    /** `kill` unless told. */
    readonly fault?: Fault;
}

export const MAX_SESSIONS = 1000;
const DEFAULT_SESSIONS = 50;
const CONCURRENCY = 16;
/** Visits of every session in each part of a fault: enough to see each of them move to another node and go on there. */
const ROUNDS = 2;
/** NGINX tries a failed node again after 2 s (fail_timeout); its share of the traffic after that is what "back" means. Milliseconds. */
const RETURN_LIMIT = 15_000;
/** Putting all nodes back must not take for ever either. Milliseconds. */
const CLEAN_UP_LIMIT = 120_000;

/**
 * Proves, or disproves, that sessions survive the death of Apache nodes: many sessions visit a page through the balancer while one node after another is
 * killed or stopped, and started again. The environment is left as it was found, also on failure and cancellation.
 */
export async function verifyFailover(
    engine: Engine,
    environment: Environment,
    options: VerifyOptions,
    context: OperationContext,
): Promise<VerificationReport> {
    const { url, nodes, sessions } = checkVerification(environment, options);
    const startedAt = new Date().toISOString();
    return withProbe(engine, nodes, context.signal, async probe => {
        const names = await hostNames(probe, nodes, context.signal);
        const traffic = new SessionTraffic({
            url,
            probe,
            sessions,
            concurrency: CONCURRENCY,
            nodeOf: hostname => names.get(hostname) ?? hostname,
            signal: context.signal,
        });
        const faults: FaultReport[] = [];
        try {
            traffic.start();
            context.report(`Opening ${sessions} sessions`);
            await rounds(traffic, sessions, 0);
            assertBaseline(environment, traffic.visits);
            for (const node of nodes) {
                faults.push(await tryFault(engine, node, options.fault ?? 'kill', traffic, sessions, context));
            }
        } finally {
            await traffic.stop();
            try {
                await startStopped(engine, nodes, context);
            } finally {
                await traffic.endSessions();
            }
        }
        return makeReport(environment, startedAt, sessions, traffic.visits, faults);
    });
}

function checkVerification(environment: Environment, options: VerifyOptions) {
    const sessions = options.sessions ?? DEFAULT_SESSIONS;
    if (!Number.isInteger(sessions) || sessions < 1 || sessions > MAX_SESSIONS) {
        throw new OperationError('invalid', {
            what: `The number of sessions must be a whole number from 1 to ${MAX_SESSIONS}, not ${sessions}`,
            kept: 'Nothing was stopped',
        });
    }
    if (environment.url === undefined) {
        throw new OperationError('unsupported', {
            what: `Environment ${environment.name} has no running balancer with a published port, so no traffic can be sent`,
            kept: 'Nothing was stopped',
            next: 'Start its balancer, or publish its port',
        });
    }
    const nodes = runningApplications(environment);
    if (nodes.length < 2) {
        throw new OperationError('unsupported', {
            what: `Environment ${environment.name} has ${nodes.length} running Apache nodes; a failover needs two`,
            kept: 'Nothing was stopped',
            next: 'Start or add another one',
        });
    }
    return { url: environment.url, nodes, sessions };
}

/** Host names as PHP sees them, to node names. */
async function hostNames(
    probe: Probe,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const node of nodes) {
        names.set((await askFacts(probe, node, signal)).hostname, node.name);
    }
    return names;
}

/** Waits until, counted from visit `from`, every session has had its rounds. */
async function rounds(traffic: SessionTraffic, sessions: number, from: number): Promise<void> {
    await traffic.until(visits => visits.length >= from + ROUNDS * sessions);
}

/** Where not one visit got an answer, stopping nodes would prove nothing. */
function assertBaseline(environment: Environment, visits: readonly Visit[]): void {
    if (visits.every(({ outcome }) => outcome === 'error')) {
        throw new OperationError('failed', {
            what: `Not one request through ${environment.url ?? 'the balancer'} was answered: ${visits[0]?.detail ?? 'no answer'}`,
            kept: 'Nothing was stopped',
            next: 'See that the application answers there, and that its document root is the one of the Apache nodes',
        });
    }
}

async function tryFault(
    engine: Engine,
    node: ClusterNode,
    fault: Fault,
    traffic: SessionTraffic,
    sessions: number,
    context: OperationContext,
): Promise<FaultReport> {
    const { visits } = traffic;
    const begin = visits.length;
    await rounds(traffic, sessions, begin);
    const before = visits.slice(begin);

    context.report(`${fault === 'kill' ? 'Killing' : 'Stopping'} ${node.name}`);
    const struck = visits.length;
    const struckAt = Date.now();
    const victims = servedBy(before, node.name);
    await inflict(engine, node, fault, context.signal);
    const down = visits.length;
    await rounds(traffic, sessions, down);
    const during = visits.slice(down);

    context.report(`Starting ${node.name} again`);
    await engine.startContainer(node.containerId, context.signal);
    await awaitHealthy(engine, [node.containerId], { ...context, report: () => undefined });
    await awaitReturn(traffic, node, visits.length);
    const back = visits.length;
    await rounds(traffic, sessions, back);

    const affected = visits.slice(struck);
    const totals = totalsOf(affected);
    return {
        ...totals,
        node: node.name,
        layer: node.layer,
        fault,
        verdict: passes(totals) ? 'pass' : 'fail',
        recoveryMs: recoveryOf(affected, victims, node.name, struckAt),
        shares: { before: sharesOf(before), during: sharesOf(during), after: sharesOf(visits.slice(back)) },
    };
}

async function inflict(engine: Engine, node: ClusterNode, fault: Fault, signal: AbortSignal): Promise<void> {
    if (fault === 'kill') {
        await engine.killContainer(node.containerId, 'SIGKILL', signal);
    } else {
        await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
    }
}

/** The balancer finds out by itself that the node is back; where it never does, the shares afterwards show that. */
async function awaitReturn(traffic: SessionTraffic, node: ClusterNode, from: number): Promise<void> {
    const deadline = Date.now() + RETURN_LIMIT;
    // Looked at after every visit: the last one is enough.
    await traffic.until(visits => Date.now() > deadline || (visits.length > from && visits.at(-1)?.node === node.name));
}

/** The sessions whose last answer came from the node. */
function servedBy(visits: readonly Visit[], node: string): Set<number> {
    const last = new Map(visits.map(visit => [visit.session, visit.node]));
    return new Set([...last].filter(([, server]) => server === node).map(([session]) => session));
}

/** From the fault until every session of the node had an answer elsewhere, milliseconds; 0 where it served none. */
function recoveryOf(visits: readonly Visit[], victims: ReadonlySet<number>, node: string, struckAt: number): number {
    const waiting = new Set(victims);
    let recovered = 0;
    for (const visit of visits) {
        const isElsewhere = visit.node !== undefined && visit.node !== node;
        if (isElsewhere && visit.startedAt + visit.ms >= struckAt && waiting.delete(visit.session)) {
            recovered = Math.max(recovered, visit.startedAt + visit.ms - struckAt);
        }
    }
    return Math.round(recovered);
}

function passes({ errors, lost, stale }: { errors: number; lost: number; stale: number }): boolean {
    return errors === 0 && lost === 0 && stale === 0;
}

/** Starts what the verification stopped, and nothing that somebody else removed meanwhile. */
async function startStopped(engine: Engine, nodes: readonly ClusterNode[], context: OperationContext): Promise<void> {
    // A signal of its own: the caller's may be what ended the verification.
    const signal = AbortSignal.timeout(CLEAN_UP_LIMIT);
    for (const node of nodes) {
        const { state } = await engine.inspectContainer(node.containerId, signal);
        if (state !== 'running') {
            context.report(`Starting ${node.name} again`);
            await engine.startContainer(node.containerId, signal);
            await awaitHealthy(engine, [node.containerId], { signal, report: () => undefined });
        }
    }
}

function makeReport(
    environment: Environment,
    startedAt: string,
    sessions: number,
    visits: readonly Visit[],
    faults: readonly FaultReport[],
): VerificationReport {
    const totals = totalsOf(visits);
    return {
        verdict: passes(totals) && faults.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail',
        environment: environment.name,
        startedAt,
        sessions,
        totals,
        shares: sharesOf(visits),
        faults,
    };
}
