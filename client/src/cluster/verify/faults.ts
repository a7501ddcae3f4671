import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode, Layer } from '../model/model.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { findProcess, killProcess, type NodeProcess } from '../node/processes.ts';
import { callCommand } from '../node/resources.ts';
import { isolate, release } from './isolation.ts';
import { serverTitle } from '../software/table.ts';
import { setClockApart, setClockRight } from './skew.ts';
import { PROXY_NAMES, type Subject } from './subject.ts';

/** What each does to a node: in words for people in report/words.ts, in calls of the engine in FAULT_KINDS. */
export const FAULTS = [
    'kill',
    'stop',
    'graceful-stop',
    'pause',
    'stall',
    'disconnect',
    'isolate',
    'restart',
    'process-kill',
    'proxy-kill',
    'evict',
    'skew',
] as const;
export type Fault = (typeof FAULTS)[number];

interface FaultKind {
    /** For a progress message: `Killing shop-application-1`. */
    readonly doing: (node: string) => string;
    /** What it strikes: one node of these layers; or all stores at once. */
    readonly strikes?: readonly Layer[] | 'all stores';
    /** Where nobody asks for it, only a node that has a memcached proxy meets with it. */
    readonly concernsProxy?: boolean;
    /**
     * How long it lasts: until all sessions met with it; also as long as a time-out takes; no longer than it takes; or
     * so many milliseconds.
     */
    readonly lasts: 'rounds' | 'time-outs' | 'moment' | number;
    /** It is over once the container is started anew. */
    readonly endsWithContainer?: boolean;
    readonly inflict: (engine: Engine, subject: Subject, signal: AbortSignal) => Promise<void>;
    /** Beside what brings a node back from anything; may be called again. */
    readonly undo?: (engine: Engine, subject: Subject, signal: AbortSignal) => Promise<void>;
    /** Why it cannot be brought about, in one sentence without its full stop. */
    readonly obstacle?: (subject: Subject) => string | undefined;
    /** Where the container may go on running without what was killed in it. */
    readonly process?: 'service' | 'proxy';
}

/** Shorter than PHP's patience with memcached (5 s), longer than a proxy's with a store. Milliseconds. */
const STALL = 2000;
/** Longer than PHP's patience, and than that of a proxy that reaches no store (4 s). Milliseconds. */
const ISOLATION = 6000;

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
    stall: {
        doing: stores => l10n.t('Pausing all stores at once: {0}', stores),
        strikes: 'all stores',
        lasts: STALL,
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
    isolate: {
        doing: node => l10n.t('Taking the way to the stores from {0}', node),
        strikes: ['application'],
        lasts: ISOLATION,
        endsWithContainer: true,
        inflict: isolate,
        undo: release,
        obstacle: ({ stores, helperImage }) =>
            stores.length === 0
                ? l10n.t('No address of a store is known')
                : helperImage === undefined
                  ? l10n.t(
                        'The engine has no image of PHP Session Cluster, in which the way to the stores is taken away',
                    )
                  : undefined,
    },
    restart: { doing: node => l10n.t('Restarting {0}', node), lasts: 'moment', inflict: stopGracefully },
    'process-kill': {
        doing: node => l10n.t('Killing the service in {0}', node),
        lasts: 'rounds',
        inflict: (engine, { node }, signal) => killFound(engine, node, node.software.processes, signal),
        obstacle: ({ node, service }) => obstacleOfProcess(service, serverTitle([node])),
        process: 'service',
    },
    'proxy-kill': {
        doing: node => l10n.t('Killing the proxy in {0}', node),
        lasts: 'rounds',
        inflict: (engine, { node }, signal) => killFound(engine, node, PROXY_NAMES, signal),
        strikes: ['application'],
        concernsProxy: true,
        obstacle: ({ proxy }) => obstacleOfProcess(proxy, l10n.t('the memcached proxy')),
        process: 'proxy',
    },
    evict: {
        doing: node => l10n.t('Evicting half of the sessions from {0}', node),
        strikes: ['store'],
        lasts: 'rounds',
        inflict: evict,
        obstacle: ({ node: { software }, hasBash }) =>
            software.evict === undefined
                ? l10n.t('{0} is not told to forget sessions from here', software.title)
                : hasBash
                  ? undefined
                  : l10n.t('Its image has no bash, which tells {0} what to forget', software.title),
    },
    skew: {
        doing: node => l10n.t('Setting the clock of {0} apart', node),
        strikes: ['application'],
        concernsProxy: true,
        lasts: 'rounds',
        inflict: setClockApart,
        undo: setClockRight,
    },
};

/** Which of the faults a node meets with, of all unless told; what strikes all stores at once is no node's. */
export function faultsOf({ node, proxy }: Subject, chosen?: readonly Fault[]): Fault[] {
    return (chosen ?? FAULTS).filter(fault => {
        const { strikes = STRUCK_LAYERS, concernsProxy = false } = FAULT_KINDS[fault];
        const hasPlace = strikes !== 'all stores' && strikes.includes(node.layer);
        return hasPlace && (!concernsProxy || chosen !== undefined || proxy !== undefined);
    });
}

const STRUCK_LAYERS: readonly Layer[] = ['application', 'store'];

/** Those that strike all stores of the environment at once. */
export function faultsOfAllStores(chosen?: readonly Fault[]): Fault[] {
    return (chosen ?? FAULTS).filter(fault => FAULT_KINDS[fault].strikes === 'all stores');
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

async function evict(engine: Engine, { node }: Subject, signal: AbortSignal): Promise<void> {
    const call = node.software.evict?.(node.port);
    if (!call) {
        return;
    }
    const argv = await callCommand(call);
    const { exitCode, stderr } = await engine.exec(node.containerId, argv, {}, signal);
    if (exitCode !== 0) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                'The sessions on {0} could not be evicted: {1}',
                node.name,
                stderr.toString().trim() || l10n.t('exit status {0}', exitCode),
            ),
            kept: l10n.t('What it has forgotten already stays forgotten'),
            next: l10n.t('See its log'),
        });
    }
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

/** `apache2 or httpd` */
function anyOf(names: readonly string[]): string {
    return names.reduce((all, name) => l10n.t('{0} or {1}', all, name));
}
