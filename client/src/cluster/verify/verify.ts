import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { readBalancerSettings } from '../balancer/balancer.ts';
import { requestFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { OperationError } from '../model/errors.ts';
import { untried } from './faultRecord.ts';
import { FAULT_KINDS, faultsOf, faultsOfAllStores, type Fault } from './faults.ts';
import { examine, readSurroundings, targetOf, type Subject, type Target } from './subject.ts';
import { tryFault, type Verification } from './faultTrial.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { withProbe, type Probe } from '../node/probe.ts';
import type { FaultReport, VerificationReport } from '../report/report.ts';
import { serverTitleOf } from '../software/table.ts';
import { reloadWeakness } from '../lifecycle/reloadWeakness.ts';
import { findWeaknesses } from './weaknesses.ts';
import type { Tally } from './tally.ts';
import { SessionTraffic } from './traffic.ts';
import { VerificationRecord } from './record.ts';
import { draws, planVerification, type VerificationPlan, type VerifyOptions } from './plan.ts';

export type { VerifyOptions } from './plan.ts';

const CONCURRENCY = 16;
/** A modest pace: the nodes are to fail by their faults, not by the load. */
const REQUESTS_PER_SECOND = 300;
/** Where nobody answers, that is known by then. Milliseconds. */
const OPENING_LIMIT = 10_000;

/** A fault that is to be tried on a node, or on all stores, or why it cannot be. */
interface Candidate {
    readonly target: Target;
    readonly fault: Fault;
    readonly obstacle?: string;
}

/**
 * Proves, or disproves, that sessions survive the failure of nodes: many sessions visit a page through the balancer
 * while one node after another meets with one fault after another. The environment is left as it was found, also on
 * failure and cancellation.
 *
 * In an adopted environment the page is written into the user's own document root: ask first (findDocumentRoot).
 */
export async function verifyFailover(
    engine: Engine,
    environment: Environment,
    options: VerifyOptions,
    context: OperationContext,
): Promise<VerificationReport> {
    const plan = planVerification(environment, options);
    const balancer = await readBalancerSettings(engine, environment, context.signal);
    const verification = { engine, environment, plan, record: new VerificationRecord(), context };
    const work = async (probe: Probe): Promise<VerificationReport> => {
        const facts = await readFacts(probe, plan.applications, context.signal);
        const hasty = await reloadWeakness(engine, plan.applications, context.signal);
        const candidates = await readCandidates(engine, environment, plan, context.signal);
        const faults = await underTraffic(verification, probe, facts, traffic =>
            tryAll(verification, candidates, traffic),
        );
        return {
            ...verification.record.summary(faults),
            environment: environment.name,
            sessions: plan.sessions,
            ...(plan.seed !== undefined && { seed: plan.seed }),
            software: {
                application: serverTitleOf(environment, 'application'),
                store: serverTitleOf(environment, 'store'),
            },
            faults,
            weaknesses: [...findWeaknesses(environment, facts, balancer?.readTimeout), ...(hasty ? [hasty] : [])],
        };
    };
    const { documentRoot } = plan;
    return withProbe(engine, plan.applications, context.signal, work, {
        through: environment,
        ...(documentRoot !== undefined && { documentRoot }),
    });
}

/** By the nodes' names. */
async function readFacts(
    probe: Probe,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<Map<string, ApplicationFacts>> {
    const facts = new Map<string, ApplicationFacts>();
    for (const node of nodes) {
        facts.set(node.name, await requestFacts(probe, node, signal));
    }
    return facts;
}

/** @throws OperationError where there is not one fault that can be brought about */
async function readCandidates(
    engine: Engine,
    environment: Environment,
    plan: VerificationPlan,
    signal: AbortSignal,
): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    const surroundings = await readSurroundings(engine, environment, signal);
    const examined = async (node: ClusterNode) => examine(engine, node, surroundings, signal);
    for (const node of plan.nodes) {
        const subject = await examined(node);
        for (const fault of faultsOf(subject, plan.faults)) {
            const obstacle = FAULT_KINDS[fault].obstacle?.(subject);
            candidates.push({ target: targetOf(subject), fault, ...(obstacle !== undefined && { obstacle }) });
        }
    }
    const ofAllStores = faultsOfAllStores(plan.faults);
    if (ofAllStores.length > 0 && plan.nodes.some(({ layer }) => layer === 'store')) {
        const stores: Subject[] = [];
        for (const store of nodesOf(environment, 'store').filter(isRunning)) {
            stores.push(await examined(store));
        }
        const [first, ...others] = stores;
        candidates.push(...(first ? ofAllStores.map(fault => ({ target: targetOf(first, ...others), fault })) : []));
    }
    if (candidates.every(({ obstacle }) => obstacle !== undefined)) {
        const obstacles = candidates.map(({ target, fault, obstacle }) =>
            l10n.t('{0} of {1}: {2}', fault, target.name, obstacle ?? ''),
        );
        throw new OperationError('unsupported', {
            what: l10n.t(
                'None of the faults can be brought about{0}',
                obstacles.length > 0 ? ` (${obstacles.join('; ')})` : '',
            ),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t('Choose others'),
        });
    }
    return candidates;
}

/** Sends traffic for as long as `work` takes, and ends its sessions afterwards. */
async function underTraffic<Result>(
    { plan, record, context }: Verification,
    probe: Probe,
    facts: ReadonlyMap<string, ApplicationFacts>,
    work: (traffic: SessionTraffic) => Promise<Result>,
): Promise<Result> {
    const names = new Map([...facts].map(([name, { hostname }]) => [hostname, name]));
    const traffic = new SessionTraffic({
        url: plan.url,
        probe,
        sessions: plan.sessions,
        concurrency: CONCURRENCY,
        requestsPerSecond: REQUESTS_PER_SECOND,
        nodeOf: hostname => names.get(hostname) ?? hostname,
        onVisit: visit => {
            record.add(visit);
        },
        signal: context.signal,
    });
    try {
        traffic.start();
        context.report(l10n.t('Opening {0} sessions', plan.sessions));
        await traffic.ofEach(1, OPENING_LIMIT);
        await traffic.until(() => record.totals.hasAnswers, OPENING_LIMIT);
        assertBaseline(plan.url, record.totals);
        return await work(traffic);
    } finally {
        await traffic.stop();
        await traffic.endSessions();
    }
}

/** Where not one request got an answer, stopping nodes would prove nothing. */
function assertBaseline(url: string, totals: Tally): void {
    if (!totals.hasAnswers) {
        throw new OperationError('failed', {
            what: l10n.t(
                'Not one request through {0} was answered: {1}',
                url,
                totals.firstError ?? l10n.t('no answer'),
            ),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t(
                'See that the application answers there, and that its document root is the one of the application nodes',
            ),
        });
    }
}

async function tryAll(
    verification: Verification,
    candidates: readonly Candidate[],
    traffic: SessionTraffic,
): Promise<FaultReport[]> {
    const { engine, environment, plan, record, context } = verification;
    const possible = candidates.filter(({ obstacle }) => obstacle === undefined);
    const impossible = candidates
        .filter(({ obstacle }) => obstacle !== undefined)
        .map(({ target, fault, obstacle = '' }) => untried(target, fault, 'impossible', obstacle));
    const { seed, durationMs } = plan;
    if (seed !== undefined) {
        context.report(l10n.t('Random faults with seed {0}', seed));
    }
    const faults: FaultReport[] = [];
    for (const { target, fault } of seed === undefined ? possible : draws(possible, seed)) {
        const isOver = faults.length > 0 && record.elapsedMs > durationMs;
        if (isOver && seed !== undefined) {
            break;
        }
        if (isOver) {
            faults.push(untried(target, fault, 'notRun', l10n.t('The time was up before its turn')));
        } else {
            const place = seed === undefined ? l10n.t(' ({0} of {1})', faults.length + 1, possible.length) : '';
            // They may have been changed since the fault before, by scale --from.
            const balancer = await readBalancerSettings(engine, environment, context.signal);
            faults.push(await tryFault({ ...verification, balancer, traffic, target, fault, place }));
        }
    }
    return [...faults, ...impossible];
}
