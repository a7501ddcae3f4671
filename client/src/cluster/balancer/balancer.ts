import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { Engine, ExecResult } from '../../engine/engine.ts';
import { messageOf } from '../../failure.ts';
import {
    BALANCER_CONFIG_PATH,
    CLOSING_MARK,
    drainedMark,
    parseSettings,
    parseUpstreams,
    renderBalancerConfig,
    type BalancerConfig,
    type BalancerSettings,
    type Upstream,
} from './nginxConfig.ts';
import { rereadManaged } from '../environments/discovery.ts';
import { isOperationError, OperationError } from '../model/errors.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment, isWell } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { scriptCommand } from '../node/resources.ts';

/** For the requests on a node that is taken out. Seconds. */
const DRAIN_LIMIT = 30;
/** A change of the balancer is never left half done, so nothing but this ends it. Milliseconds. */
const CHANGE_LIMIT = 90_000;
/** To let a node in again after its restart, or after a failure. Milliseconds. */
const LET_IN_LIMIT = 120_000;
/** How often a change is begun again where somebody else changed the file meanwhile. */
const ATTEMPTS = 5;

/** Of Apache on the nodes that are created here. */
const APACHE_PORT = 80;

/** Exit statuses of reload.sh and await-quiet.sh. */
const FILE_CHANGED = 65;
const REFUSED = 66;
const NOT_TAKEN_OVER = 67;
const STILL_BUSY = 68;

/** The balancer that is ours to change; that of an adopted environment is not. */
function ownBalancer(environment: Environment): ClusterNode | undefined {
    return environment.kind === 'managed' ? nodesOf(environment, 'balancer')[0] : undefined;
}

/**
 * How NGINX of an environment waits and repeats, from the file that it goes by: the one place that knows. Undefined
 * where the balancer is not ours, which tells nobody, and where there is none.
 */
export async function readBalancerSettings(
    engine: Engine,
    environment: Environment,
    signal: AbortSignal,
): Promise<BalancerSettings | undefined> {
    const balancer = ownBalancer(environment);
    if (!balancer) {
        return undefined;
    }
    const { bytes } = await engine.readFile(balancer.containerId, BALANCER_CONFIG_PATH, signal);
    return parseSettings(bytes.toString());
}

/**
 * Changes which nodes the balancer of a managed environment sends requests to, and how. Resolves when all new requests
 * go by that, and nodes that are not among them any more have answered what they had (30 s at most). No request is lost
 * by it. NGINX tests the new configuration first: one that it refuses is never put in place. Where the balancer does
 * not run, it starts with the change. Cancelling is heeded before the change begins, and not in the middle of it.
 * @throws OperationError `unsupported` where the balancer is not ours; `failed` with what NGINX says
 */
export async function changeBalancer(
    engine: Engine,
    environment: Environment,
    change: (config: BalancerConfig) => BalancerConfig,
    context: OperationContext,
): Promise<void> {
    context.signal.throwIfAborted();
    const signal = AbortSignal.timeout(CHANGE_LIMIT);
    const now = environment.kind === 'managed' ? await rereadManaged(engine, environment.name, signal) : environment;
    const balancer = ownBalancer(now);
    if (!balancer) {
        throw new OperationError('unsupported', {
            what: l10n.t('Environment {0} has no balancer that was created here', environment.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Change its configuration with the tool that made it'),
        });
    }
    for (let attempt = 1; ; attempt++) {
        const { bytes } = await engine.readFile(balancer.containerId, BALANCER_CONFIG_PATH, signal);
        const text = bytes.toString();
        const before = { settings: parseSettings(text), upstreams: parseUpstreams(text) ?? upstreamsOf(now) };
        const after = change(before);
        try {
            await putConfig(engine, balancer, bytes, renderBalancerConfig(after.upstreams, after.settings), signal);
            await awaitQuiet(engine, balancer, without(before.upstreams, after.upstreams), context);
            return;
        } catch (error) {
            if (attempt === ATTEMPTS || !isOperationError(error, 'fileChanged')) {
                throw error;
            }
        }
    }
}

function upstreamsOf(environment: Environment): Upstream[] {
    return nodesOf(environment, 'application').map(({ name, address }) => ({ name, address, port: APACHE_PORT }));
}

function without(upstreams: readonly Upstream[], others: readonly Upstream[]): Upstream[] {
    const left = new Set(others.map(procAddress));
    return upstreams.filter(upstream => !left.has(procAddress(upstream)));
}

async function putConfig(
    engine: Engine,
    balancer: ClusterNode,
    before: Buffer,
    text: string,
    signal: AbortSignal,
): Promise<void> {
    const bytes = Buffer.from(text);
    if (!isRunning(balancer)) {
        const file = { path: BALANCER_CONFIG_PATH, bytes, mode: 0o644, uid: 0, gid: 0 };
        await engine.putFiles(balancer.containerId, [file], signal);
        return;
    }
    const hash = createHash('sha256').update(before).digest('hex');
    const argv = await scriptCommand('balancer/reload.sh', BALANCER_CONFIG_PATH, CLOSING_MARK, hash);
    const result = await engine.exec(balancer.containerId, argv, { stdin: bytes, timeoutMs: CHANGE_LIMIT }, signal);
    check(balancer, result, l10n.t('the new configuration'));
}

/**
 * Restarts NGINX without losing a request, and with its configuration tested first; what it remembers of failed nodes
 * is forgotten.
 */
export async function reloadBalancer(engine: Engine, balancer: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Restarting NGINX on {0}', balancer.name));
    const argv = await scriptCommand('balancer/reload.sh', BALANCER_CONFIG_PATH, CLOSING_MARK);
    const result = await engine.exec(balancer.containerId, argv, { timeoutMs: CHANGE_LIMIT }, context.signal);
    check(balancer, result, l10n.t('its configuration'));
}

function check(balancer: ClusterNode, { exitCode, stderr, stdout }: ExecResult, subject: string): void {
    if (exitCode === 0) {
        return;
    }
    const node = balancer.name;
    const kept = l10n.t('It goes on with the configuration that it has');
    const output = `${stderr.toString()}${stdout.toString()}`.trim() || l10n.t('exit status {0}', exitCode);
    switch (exitCode) {
        case FILE_CHANGED:
            throw new OperationError('fileChanged', {
                node,
                what: l10n.t('The configuration of NGINX on {0} has changed since it was read', node),
                kept,
                next: l10n.t('Try again'),
            });
        case REFUSED:
            throw new OperationError('failed', {
                node,
                what: l10n.t('NGINX on {0} refuses {1}: {2}', node, subject, output),
                kept,
                next: l10n.t('Correct what it complains about'),
            });
        case NOT_TAKEN_OVER:
            throw new OperationError('failed', {
                node,
                what: l10n.t('NGINX on {0} did not take {1} over within 20 s', node, subject),
                kept,
                next: l10n.t('See its log'),
            });
        default:
            throw new OperationError('failed', {
                node,
                what: l10n.t('NGINX on {0} could not be given {1}: {2}', node, subject, output),
                kept,
                next: l10n.t('See its log'),
            });
    }
}

/**
 * Takes an Apache node out of the balancer for `work`: it gets no new requests, and those that it has are answered
 * first (30 s at most). Afterwards, whatever happened, it is let in again as soon as it is healthy; where it does not
 * run, NGINX finds that out by itself. Nothing is taken out where nobody else could answer, or where the balancer is
 * not ours.
 */
export async function withDrained<Result>(
    engine: Engine,
    environment: Environment,
    node: ClusterNode,
    context: OperationContext,
    work: () => Promise<Result>,
): Promise<Result> {
    if (node.layer !== 'application' || !ownBalancer(environment)) {
        return work();
    }
    const now = await rereadManaged(engine, environment.name, context.signal);
    const balancer = ownBalancer(now);
    if (!balancer || !canDrain(now, balancer, node)) {
        return work();
    }
    let result: Result;
    try {
        await drain(engine, balancer, node, context);
        result = await work();
    } catch (error) {
        try {
            await letIn(engine, balancer, node, context);
        } catch (problem) {
            // The first error is the one to throw.
            context.report(l10n.t('{0} gets no requests for up to 10 minutes: {1}', node.name, messageOf(problem)));
        }
        throw error;
    }
    await letIn(engine, balancer, node, context);
    return result;
}

function canDrain(environment: Environment, balancer: ClusterNode, node: ClusterNode): boolean {
    const nodes = nodesOf(environment, 'application');
    return (
        isRunning(balancer) &&
        nodes.some(current => current.id === node.id && isRunning(current)) &&
        nodes.some(other => other.id !== node.id && isWell(other))
    );
}

async function drain(
    engine: Engine,
    balancer: ClusterNode,
    node: ClusterNode,
    context: OperationContext,
): Promise<void> {
    context.report(l10n.t('Taking {0} out of the balancer', node.name));
    const address = procAddress({ address: node.address, port: APACHE_PORT });
    const result = await awaitNoConnection(
        engine,
        balancer,
        [address, String(DRAIN_LIMIT), drainedMark(node.name)],
        context,
    );
    checkQuiet(balancer, node, result, context);
}

async function awaitQuiet(
    engine: Engine,
    balancer: ClusterNode,
    upstreams: readonly Upstream[],
    context: OperationContext,
): Promise<void> {
    for (const upstream of isRunning(balancer) ? upstreams : []) {
        const result = await awaitNoConnection(engine, balancer, [procAddress(upstream), String(DRAIN_LIMIT)], context);
        checkQuiet(balancer, upstream, result, context);
    }
}

/** Arguments: of await-quiet.sh. */
async function awaitNoConnection(
    engine: Engine,
    balancer: ClusterNode,
    args: readonly string[],
    { signal }: OperationContext,
): Promise<ExecResult> {
    const options = { timeoutMs: (DRAIN_LIMIT + 30) * 1000 };
    const argv = await scriptCommand('balancer/await-quiet.sh', ...args);
    return engine.exec(balancer.containerId, argv, options, signal);
}

function checkQuiet(
    balancer: ClusterNode,
    { name }: { readonly name: string },
    result: ExecResult,
    context: OperationContext,
): void {
    if (result.exitCode === STILL_BUSY) {
        context.report(l10n.t('Going on, though {0} has requests that take longer than {1} s', name, DRAIN_LIMIT));
    } else {
        check(balancer, result, l10n.t('word that {0} is out', name));
    }
}

/** `172.18.0.32:80` as /proc/net/tcp has it: `200012AC:0050`. */
export function procAddress({ address, port }: { readonly address: string; readonly port: number }): string {
    const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
    const bytes = address.split('.').map(byte => hex(Number(byte), 2));
    return `${bytes.reverse().join('')}:${hex(port, 4)}`;
}

/** With a signal of its own: the caller's may be what ended the work. */
async function letIn(
    engine: Engine,
    balancer: ClusterNode,
    node: ClusterNode,
    { report }: OperationContext,
): Promise<void> {
    const signal = AbortSignal.timeout(LET_IN_LIMIT);
    const { state } = await engine.inspectContainer(node.containerId, signal);
    if (state === 'running') {
        // `unhealthy` may be what is left of its restart.
        await awaitHealthy(engine, [node.containerId], { signal, report: () => undefined }, { recovering: true });
        report(l10n.t('Letting {0} into the balancer again', node.name));
    }
    if ((await engine.inspectContainer(balancer.containerId, signal)).state !== 'running') {
        // It begins without marks.
        return;
    }
    const argv = ['rm', '-f', '--', drainedMark(node.name)];
    check(
        balancer,
        await engine.exec(balancer.containerId, argv, {}, signal),
        l10n.t('word that {0} is in again', node.name),
    );
}
