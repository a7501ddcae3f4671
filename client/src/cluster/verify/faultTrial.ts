import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import type { BalancerSettings } from '../balancer/nginxConfig.ts';
import { isOperationError, OperationError } from '../model/errors.ts';
import { FaultRecord, untried } from './faultRecord.ts';
import { FAULT_KINDS, type Fault } from './faults.ts';
import { awaitWell, heal } from './healing.ts';
import type { Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { allSettledOrThrow } from '../model/settled.ts';
import type { Subject, Target } from './subject.ts';
import { awaitHealthy } from '../node/readiness.ts';
import type { FaultReport } from '../report/report.ts';
import type { SessionTraffic } from './traffic.ts';
import type { VerificationRecord } from './record.ts';
import type { VerificationPlan } from './plan.ts';

/**
 * Requests of every session in each part of a fault: a GET and a POST, enough to see it move to another node and go on
 * there.
 */
const REQUESTS = 2;
/** Where sessions hang, a part does not wait for all of them. Milliseconds. */
const PART_LIMIT = 5000;
/** How much longer than the balancer's time-out a silent node is silent, and how long at most. Milliseconds. */
const SILENCE_MARGIN = 1500;
const SILENCE_LIMIT = 5000;
/**
 * NGINX tries a failed node again after some seconds (FAIL_TIMEOUT); its share of the traffic after that is what "back"
 * means. Milliseconds.
 */
const RETURN_LIMIT = 15_000;
/** How often it is asked whether a fault is over by itself. Milliseconds. */
const POLL_INTERVAL = 200;
/** A call that brings a fault about must not hang for ever; nor must putting a node back. Milliseconds. */
const INFLICT_LIMIT = 60_000;
const CLEAN_UP_LIMIT = 120_000;

/** What goes on from the first request to the last. */
export interface Verification {
    readonly engine: Engine;
    readonly environment: Environment;
    readonly plan: VerificationPlan;
    readonly record: VerificationRecord;
    readonly context: OperationContext;
}

/** One fault that is to be tried on one node, or on all stores, under traffic. */
export interface Trial extends Verification {
    /** How the balancer waits and repeats when the trial begins; undefined where nobody knows. */
    readonly balancer: BalancerSettings | undefined;
    readonly traffic: SessionTraffic;
    readonly target: Target;
    readonly fault: Fault;
    /** For progress messages: ` (3 of 21)`. */
    readonly place: string;
}

/** Before, during and after one fault. The node is put back whatever happens. */
export async function tryFault(trial: Trial): Promise<FaultReport> {
    const { traffic, record, balancer, target, fault } = trial;
    const absence = await findAbsence(trial);
    if (absence !== undefined) {
        return untried(target, fault, 'notRun', absence);
    }
    const faultRecord = record.open(
        new FaultRecord(target, fault, { repeatsPosts: balancer?.retryNonIdempotent ?? false }),
    );
    await traffic.ofEach(REQUESTS, PART_LIMIT);
    try {
        const lives = FAULT_KINDS[fault].endsWithContainer ? await livesOf(trial) : [];
        const refusal = await inflict(trial, faultRecord);
        if (refusal !== undefined) {
            await putBack(trial);
            // What was under way meanwhile is not the next fault's.
            faultRecord.mark('back');
            await traffic.settled(faultRecord.backAt);
            return untried(target, fault, 'impossible', refusal);
        }
        await lastOut(trial, lives);
        faultRecord.mark('healing');
        const difference = await recover(trial, faultRecord);
        await awaitReturn(trial);
        // A request that hangs since the fault is the fault's, however late it ends.
        await traffic.settled(faultRecord.backAt);
        faultRecord.mark('returned');
        await traffic.ofEach(REQUESTS, PART_LIMIT);
        return faultRecord.report(record.origin, difference);
    } catch (error) {
        await putBack(trial, error);
        throw error;
    }
}

/** Why the node can meet with nothing any more: what somebody else stopped or removed meanwhile is left alone. */
async function findAbsence({ engine, target, context }: Trial): Promise<string | undefined> {
    for (const { node } of target.subjects) {
        try {
            const { state } = await engine.inspectContainer(node.containerId, context.signal);
            if (state !== 'running') {
                return l10n.t('Somebody stopped it meanwhile: it is {0}', state);
            }
        } catch (error) {
            if (!isEngineError(error, 'notFound')) {
                throw error;
            }
            return l10n.t('Somebody removed it meanwhile');
        }
    }
    return undefined;
}

/** @returns why the engine would not do it */
async function inflict(trial: Trial, faultRecord: FaultRecord): Promise<string | undefined> {
    const { engine, plan, traffic, context, target, fault } = trial;
    const { layer, name, subjects } = target;
    context.signal.throwIfAborted();
    context.report(`${FAULT_KINDS[fault].doing(name)}${trial.place}`);
    faultRecord.strike(layer === 'application' ? traffic.servedBy(name) : new Set(Array(plan.sessions).keys()));
    try {
        // A signal of its own: a stop that was cancelled half-way would strike after the node was put back.
        const signal = AbortSignal.timeout(INFLICT_LIMIT);
        await allSettledOrThrow(subjects.map(subject => FAULT_KINDS[fault].inflict(engine, subject, signal)));
    } catch (error) {
        if (isOperationError(error) || isEngineError(error, 'notFound', 'conflict', 'failed')) {
            return error.parts.what;
        }
        throw error;
    }
    faultRecord.mark('down');
    return undefined;
}

/** For as long as this kind of fault lasts. */
async function lastOut(trial: Trial, lives: readonly string[]): Promise<void> {
    const { balancer, traffic, fault } = trial;
    const { lasts, endsWithContainer } = FAULT_KINDS[fault];
    if (lasts === 'moment') {
        return;
    }
    const begun = performance.now();
    if (typeof lasts === 'number') {
        const left = () => begun + lasts - performance.now();
        while (left() > 0 && !(endsWithContainer && (await livesOf(trial)).join() !== lives.join())) {
            await traffic.until(() => false, Math.max(0, endsWithContainer ? Math.min(left(), POLL_INTERVAL) : left()));
        }
        return;
    }
    await traffic.ofEach(REQUESTS, PART_LIMIT);
    if (lasts === 'time-outs') {
        const silence = Math.min(1000 * (balancer?.readTimeout ?? Infinity) + SILENCE_MARGIN, SILENCE_LIMIT);
        await traffic.until(() => false, Math.max(0, begun + silence - performance.now()));
    }
}

/**
 * When each container was started; another answer means that the restart policy has started it anew, or is about to.
 */
async function livesOf({ engine, target, context }: Trial): Promise<string[]> {
    const details = target.subjects.map(({ node }) => engine.inspectContainer(node.containerId, context.signal));
    return (await Promise.all(details)).map(({ state, startedAt }) => `${state} ${startedAt}`);
}

/** @returns what could not be brought back */
async function recover(trial: Trial, faultRecord: FaultRecord): Promise<string | undefined> {
    const { engine, context, target, fault } = trial;
    const { signal } = context;
    context.report(l10n.t('Bringing {0} back', target.name));
    const differences = await allSettledOrThrow(target.subjects.map(subject => heal(engine, subject, fault, signal)));
    faultRecord.mark('healed');
    await allSettledOrThrow(target.subjects.map(subject => awaitWell(engine, subject, signal)));
    faultRecord.mark('back');
    // The engine looks less often than we do; what it shows of the node is to be right again before the next fault.
    const quiet = { signal, report: () => undefined };
    const ids = target.subjects.map(({ node }) => node.containerId);
    await awaitHealthy(engine, ids, quiet, { recovering: true });
    return differences.find(difference => difference !== undefined);
}

/** The balancer finds out by itself that the node is back; where it never does, the shares afterwards show that. */
async function awaitReturn({ traffic, record, target }: Trial): Promise<void> {
    if (target.layer === 'application') {
        const since = performance.now();
        await traffic.until(() => record.lastAnswerOf(target.name) > since, RETURN_LIMIT);
    }
}

/**
 * With a signal of its own: the caller's may be what ended the fault. What somebody removed meanwhile stays removed.
 * @param cause what the trial ended by, where it failed
 */
async function putBack({ engine, target, fault }: Trial, cause?: unknown): Promise<void> {
    const signal = AbortSignal.timeout(CLEAN_UP_LIMIT);
    // Where one cannot be put back, the others are.
    await allSettledOrThrow(target.subjects.map(subject => putOneBack(engine, subject, fault, signal, cause)));
}

async function putOneBack(
    engine: Engine,
    subject: Subject,
    fault: Fault,
    signal: AbortSignal,
    cause: unknown,
): Promise<void> {
    try {
        await heal(engine, subject, fault, signal);
        await awaitWell(engine, subject, signal);
    } catch (error) {
        if (!isEngineError(error, 'notFound')) {
            throw new OperationError('failed', {
                node: subject.node.name,
                what: l10n.t(
                    'Node {0} could not be put back after {1}: {2}',
                    subject.node.name,
                    fault,
                    messageOf(error),
                ),
                next: l10n.t('Start it, and see that it is in its networks'),
                cause: cause ?? error,
            });
        }
    }
}
