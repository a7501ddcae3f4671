import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type { ContainerDetails, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { OperationError } from '../model/errors.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { findProcess } from '../node/processes.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { FAULT_KINDS, type Fault } from './faults.ts';
import { PROXY_NAMES, type Subject } from './subject.ts';

/**
 * Seconds are enough for a supervisor inside the container, or for the restart policy, to bring back what was killed.
 * Milliseconds.
 */
const RETURN_LIMIT = 10_000;
const POLL_INTERVAL = 100;
const WELL_LIMIT = 90_000;

/**
 * Takes a fault away, whatever state the node is in, and may be called again: thaws, connects, starts.
 * @returns what could not be brought back, in one sentence; undefined where all is as it was found
 * @throws EngineError `notFound` where somebody removed the container meanwhile
 */
export async function heal(
    engine: Engine,
    subject: Subject,
    fault: Fault,
    signal: AbortSignal,
): Promise<string | undefined> {
    const { containerId } = subject.node;
    const { process, undo } = FAULT_KINDS[fault];
    const details = await engine.inspectContainer(containerId, signal);
    await undo?.(engine, subject, signal);
    if (details.state === 'paused') {
        await engine.unpauseContainer(containerId, signal);
    }
    await reconnect(engine, subject, details, signal);
    // Where the restart policy was faster, nothing happens.
    await engine.startContainer(containerId, signal);
    if (process) {
        await awaitProcess(engine, subject, process, signal);
    }
    return findDifference(subject, await engine.inspectContainer(containerId, signal));
}

async function reconnect(
    engine: Engine,
    { node, networks }: Subject,
    details: ContainerDetails,
    signal: AbortSignal,
): Promise<void> {
    const connected = new Set(details.networks.map(({ networkId }) => networkId));
    for (const { networkId, address, isFixed, aliases } of networks.filter(one => !connected.has(one.networkId))) {
        const options = {
            // An address that the engine chose can be asked for in some networks only, and would be fixed from then on.
            ...(isFixed && { address }),
            // The engine gives each container its short id as an alias by itself.
            aliases: aliases.filter(alias => !node.containerId.startsWith(alias)),
        };
        try {
            await engine.connectNetwork(networkId, node.containerId, options, signal);
        } catch (error) {
            // The network itself is gone: somebody else removed it.
            if (!isEngineError(error, 'notFound')) {
                throw error;
            }
        }
    }
}

function findDifference({ node, networks }: Subject, now: ContainerDetails): string | undefined {
    for (const { networkId, name, address } of networks) {
        const found = now.networks.find(network => network.networkId === networkId);
        if (found && found.address !== '' && found.address !== address) {
            return l10n.t(
                'The engine gave {0} the address {1} in network {2}, where it had {3}: what remembers the old one must be restarted',
                node.name,
                found.address,
                name,
                address,
            );
        }
    }
    return undefined;
}

/** Whatever brings the process back; where nothing does, the container is restarted, which does. */
async function awaitProcess(
    engine: Engine,
    { node }: Subject,
    process: 'service' | 'proxy',
    signal: AbortSignal,
): Promise<void> {
    const names = process === 'service' ? node.software.processes : PROXY_NAMES;
    const deadline = Date.now() + RETURN_LIMIT;
    while (Date.now() < deadline) {
        const isBack = await unlessNotReady(false, async () => {
            return (await findProcess(engine, node, names, signal)) !== undefined;
        });
        if (isBack) {
            return;
        }
        await delay(POLL_INTERVAL, undefined, { signal });
    }
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
    await engine.startContainer(node.containerId, signal);
}

/**
 * Waits until a node that a fault was taken away from serves again, by its own word where it has one, and by the
 * engine's.
 */
export async function awaitWell(
    engine: Engine,
    { node, hasHealthProgram }: Subject,
    signal: AbortSignal,
): Promise<void> {
    if (!hasHealthProgram) {
        await awaitHealthy(engine, [node.containerId], { signal, report: () => undefined }, { recovering: true });
        return;
    }
    const deadline = Date.now() + WELL_LIMIT;
    for (;;) {
        const obstacle = await unlessNotReady(l10n.t('it does not run'), async () => {
            const health = await engine.exec(node.containerId, ['session-cluster-health'], {}, signal);
            const words = `${health.stdout.toString()}${health.stderr.toString()}`.trim();
            return health.exitCode === 0 ? undefined : words || l10n.t('exit status {0}', health.exitCode);
        });
        if (obstacle === undefined) {
            return;
        }
        if (Date.now() > deadline) {
            throw new OperationError('notHealthy', {
                node: node.name,
                what: l10n.t('Node {0} is not well {1} s after its fault: {2}', node.name, WELL_LIMIT / 1000, obstacle),
                next: l10n.t('See its log'),
            });
        }
        await delay(POLL_INTERVAL, undefined, { signal });
    }
}

/** Between two lives of a container, nothing can be run in it. */
async function unlessNotReady<Result>(otherwise: Result, work: () => Promise<Result>): Promise<Result> {
    try {
        return await work();
    } catch (error) {
        if (!isEngineError(error, 'conflict')) {
            throw error;
        }
        return otherwise;
    }
}
