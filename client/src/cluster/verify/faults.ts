import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type { ContainerDetails, ContainerNetwork, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { OperationError } from '../model/errors.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import type { ClusterNode } from '../model/model.ts';
import { findProcess, killProcess, type NodeProcess } from '../node/processes.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { scriptCommand } from '../node/resources.ts';

/** What each does to a node: in words for people in report/words.ts, in calls of the engine in FAULT_KINDS. */
export const FAULTS = [
    'kill',
    'stop',
    'graceful-stop',
    'pause',
    'disconnect',
    'restart',
    'process-kill',
    'proxy-kill',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A node as it was found before any fault: what it can meet with, and what it is brought back to. */
export interface Subject {
    readonly node: ClusterNode;
    readonly networks: readonly ContainerNetwork[];
    /** The image has the program that says whether the node is well; the product's own images do. */
    readonly hasHealthProgram: boolean;
    /** The main process of Apache or memcached; absent where none was found. */
    readonly service?: NodeProcess;
    /** The memcached proxy on an Apache node, where there is one. */
    readonly proxy?: NodeProcess;
}

interface FaultKind {
    /** For a progress message: `Killing shop-application-1`. */
    readonly doing: (node: string) => string;
    /** How long it lasts: until all sessions met with it; also as long as a time-out takes; no longer than it takes. */
    readonly lasts: 'rounds' | 'time-outs' | 'moment';
    readonly inflict: (engine: Engine, subject: Subject, signal: AbortSignal) => Promise<void>;
    /** Why it cannot be brought about, in one sentence without its full stop. */
    readonly obstacle?: (subject: Subject) => string | undefined;
    /** Where the container may go on running without what was killed in it. */
    readonly process?: 'service' | 'proxy';
}

export const FAULT_KINDS: Readonly<Record<Fault, FaultKind>> = {
    kill: {
        doing: node => l10n.t('Killing {0}', node),
        lasts: 'rounds',
        inflict: (engine, { node }, signal) => engine.killContainer(node.containerId, 'SIGKILL', signal),
    },
    stop: {
        doing: node => l10n.t('Stopping {0} (SIGTERM)', node),
        lasts: 'rounds',
        inflict: async (engine, { node }, signal) => {
            await engine.killContainer(node.containerId, 'SIGTERM', signal);
            // Where SIGTERM is not the image's stop signal, the restart policy would start the container again at once.
            await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
        },
    },
    'graceful-stop': {
        doing: node => l10n.t('Stopping {0} gracefully', node),
        lasts: 'rounds',
        inflict: stopGracefully,
    },
    pause: {
        doing: node => l10n.t('Pausing {0}', node),
        lasts: 'time-outs',
        inflict: (engine, { node }, signal) => engine.pauseContainer(node.containerId, signal),
    },
    disconnect: {
        doing: node => l10n.t('Disconnecting {0} from its networks', node),
        lasts: 'time-outs',
        inflict: async (engine, { node, networks }, signal) => {
            for (const { networkId } of networks) {
                await engine.disconnectNetwork(networkId, node.containerId, signal);
            }
        },
        obstacle: ({ networks }) =>
            networks.length === 0 || networks.some(({ name }) => name === 'host' || name === 'none')
                ? l10n.t('It has no network of its own that it could be disconnected from')
                : undefined,
    },
    restart: { doing: node => l10n.t('Restarting {0}', node), lasts: 'moment', inflict: stopGracefully },
    'process-kill': {
        doing: node => l10n.t('Killing the service in {0}', node),
        lasts: 'rounds',
        inflict: (engine, { node }, signal) => killFound(engine, node, serviceNames(node), signal),
        obstacle: ({ node, service }) => obstacleOfProcess(service, anyOf(serviceNames(node))),
        process: 'service',
    },
    'proxy-kill': {
        doing: node => l10n.t('Killing the proxy in {0}', node),
        lasts: 'rounds',
        inflict: (engine, { node }, signal) => killFound(engine, node, PROXY_NAMES, signal),
        obstacle: ({ proxy }) => obstacleOfProcess(proxy, l10n.t('the memcached proxy')),
        process: 'proxy',
    },
};

const PROXY_NAMES = ['memcached'];

/**
 * Seconds are enough for a supervisor inside the container, or for the restart policy, to bring back what was killed.
 * Milliseconds.
 */
const RETURN_LIMIT = 10_000;
const POLL_INTERVAL = 100;
const WELL_LIMIT = 90_000;

function serviceNames({ layer }: ClusterNode): readonly string[] {
    return layer === 'application' ? ['apache2', 'httpd'] : ['memcached'];
}

/**
 * Which of the faults a node meets with, of all unless told: of the proxy only Apache nodes, and where nobody asks for
 * it only those that have one.
 */
export function faultsOf({ node, proxy }: Subject, chosen?: readonly Fault[]): Fault[] {
    const hasPlaceForProxy = node.layer === 'application' && (chosen !== undefined || proxy !== undefined);
    return (chosen ?? FAULTS).filter(fault => fault !== 'proxy-kill' || hasPlaceForProxy);
}

/** Reads what a node is before anything happens to it; it must run. */
export async function examine(engine: Engine, node: ClusterNode, signal: AbortSignal): Promise<Subject> {
    const { networks } = await engine.inspectContainer(node.containerId, signal);
    const program = await scriptCommand('node/has-program.sh', 'session-cluster-health');
    const { exitCode } = await engine.exec(node.containerId, program, {}, signal);
    const service = await findProcess(engine, node, serviceNames(node), signal);
    const proxy = node.layer === 'application' ? await findProcess(engine, node, PROXY_NAMES, signal) : undefined;
    return {
        node,
        networks,
        hasHealthProgram: exitCode === 0,
        ...(service && { service }),
        ...(proxy && { proxy }),
    };
}

function obstacleOfProcess(found: NodeProcess | undefined, name: string): string | undefined {
    if (!found) {
        return l10n.t('{0} was not found among its processes', capitalised(name));
    }
    return found.pid === 1
        ? l10n.t(
              '{0} is the first process of its container, which the kernel protects from SIGKILL from inside; kill does the same from outside',
              capitalised(found.name),
          )
        : undefined;
}

function capitalised(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

async function stopGracefully(engine: Engine, { node }: Subject, signal: AbortSignal): Promise<void> {
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
}

/** Looked up again: it may have been restarted since the node was examined. */
async function killFound(
    engine: Engine,
    node: ClusterNode,
    names: readonly string[],
    signal: AbortSignal,
): Promise<void> {
    const found = await findProcess(engine, node, names, signal);
    if (!found) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t('{0} does not run on {1}', anyOf(names), node.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('See its log'),
        });
    }
    await killProcess(engine, node, found, signal);
}

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
    const details = await engine.inspectContainer(containerId, signal);
    if (details.state === 'paused') {
        await engine.unpauseContainer(containerId, signal);
    }
    await reconnect(engine, subject, details, signal);
    // Where the restart policy was faster, nothing happens.
    await engine.startContainer(containerId, signal);
    const { process } = FAULT_KINDS[fault];
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
    const names = process === 'service' ? serviceNames(node) : PROXY_NAMES;
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

/** `apache2 or httpd` */
function anyOf(names: readonly string[]): string {
    return names.reduce((all, name) => l10n.t('{0} or {1}', all, name));
}
