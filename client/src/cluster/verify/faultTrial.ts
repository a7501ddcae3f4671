import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import type { BalancerSettings } from '../balancer/nginxConfig.ts';
import { isOperationError, OperationError } from '../model/errors.ts';
import { FaultRecord, untried } from './faultRecord.ts';
import { awaitWell, FAULT_KINDS, heal, type Fault, type Subject } from './faults.ts';
import type { OperationContext } from '../model/operation.ts';
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
/** A call that brings a fault about must not hang for ever; nor must putting a node back. Milliseconds. */
const INFLICT_LIMIT = 60_000;
const CLEAN_UP_LIMIT = 120_000;

/** What goes on from the first request to the last. */
export interface Verification {
    readonly engine: Engine;
    readonly plan: VerificationPlan;
    /** How the balancer waits and repeats when it begins; undefined where nobody knows. */
    readonly balancer: BalancerSettings | undefined;
    readonly record: VerificationRecord;
    readonly context: OperationContext;
}

/** One fault that is to be tried on one node, under traffic. */
export interface Trial extends Verification {
    readonly traffic: SessionTraffic;
    readonly subject: Subject;
    readonly fault: Fault;
    /** For progress messages: ` (3 of 21)`. */
    readonly place: string;
}

/** Before, during and after one fault. The node is put back whatever happens. */
export async function tryFault(trial: Trial): Promise<FaultReport> {
    const { traffic, record, balancer, subject, fault } = trial;
    const absence = await findAbsence(trial);
    if (absence !== undefined) {
        return untried(subject.node, fault, 'notRun', absence);
    }
    const faultRecord = record.open(
        new FaultRecord(subject.node, fault, { repeatsPosts: balancer?.retryNonIdempotent ?? false }),
    );
    await traffic.ofEach(REQUESTS, PART_LIMIT);
    try {
        const refusal = await inflict(trial, faultRecord);
        if (refusal !== undefined) {
            await putBack(trial);
            // What was under way meanwhile is not the next fault's.
            faultRecord.mark('back');
            await traffic.settled(faultRecord.backAt);
            return untried(subject.node, fault, 'impossible', refusal);
        }
        await lastOut(trial);
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
async function findAbsence({ engine, subject: { node }, context }: Trial): Promise<string | undefined> {
    try {
        const { state } = await engine.inspectContainer(node.containerId, context.signal);
        return state === 'running' ? undefined : l10n.t('Somebody stopped it meanwhile: it is {0}', state);
    } catch (error) {
        if (!isEngineError(error, 'notFound')) {
            throw error;
        }
        return l10n.t('Somebody removed it meanwhile');
    }
}

/** @returns why the engine would not do it */
async function inflict(trial: Trial, faultRecord: FaultRecord): Promise<string | undefined> {
    const { engine, plan, traffic, context, subject, fault } = trial;
    const { layer, name } = subject.node;
    context.signal.throwIfAborted();
    context.report(`${FAULT_KINDS[fault].doing(name)}${trial.place}`);
    faultRecord.strike(layer === 'application' ? traffic.servedBy(name) : new Set(Array(plan.sessions).keys()));
    try {
        // A signal of its own: a stop that was cancelled half-way would strike after the node was put back.
        await FAULT_KINDS[fault].inflict(engine, subject, AbortSignal.timeout(INFLICT_LIMIT));
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
async function lastOut({ balancer, traffic, fault }: Trial): Promise<void> {
    const { lasts } = FAULT_KINDS[fault];
    if (lasts === 'moment') {
        return;
    }
    const begun = performance.now();
    await traffic.ofEach(REQUESTS, PART_LIMIT);
    if (lasts === 'time-outs') {
        const silence = Math.min(1000 * (balancer?.readTimeout ?? Infinity) + SILENCE_MARGIN, SILENCE_LIMIT);
        await traffic.until(() => false, Math.max(0, begun + silence - performance.now()));
    }
}

/** @returns what could not be brought back */
async function recover(trial: Trial, faultRecord: FaultRecord): Promise<string | undefined> {
    const { engine, context, subject, fault } = trial;
    context.report(l10n.t('Bringing {0} back', subject.node.name));
    const difference = await heal(engine, subject, fault, context.signal);
    faultRecord.mark('healed');
    await awaitWell(engine, subject, context.signal);
    faultRecord.mark('back');
    // The engine looks less often than we do; what it shows of the node is to be right again before the next fault.
    const quiet = { signal: context.signal, report: () => undefined };
    await awaitHealthy(engine, [subject.node.containerId], quiet, { recovering: true });
    return difference;
}

/** The balancer finds out by itself that the node is back; where it never does, the shares afterwards show that. */
async function awaitReturn({ traffic, record, subject: { node } }: Trial): Promise<void> {
    if (node.layer === 'application') {
        const since = performance.now();
        await traffic.until(() => record.lastAnswerOf(node.name) > since, RETURN_LIMIT);
    }
}

/**
 * With a signal of its own: the caller's may be what ended the fault. What somebody removed meanwhile stays removed.
 * @param cause what the trial ended by, where it failed
 */
async function putBack({ engine, subject, fault }: Trial, cause?: unknown): Promise<void> {
    const signal = AbortSignal.timeout(CLEAN_UP_LIMIT);
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
