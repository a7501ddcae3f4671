import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { withDrained } from '../balancer/balancer.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { awaitHealthy } from '../node/readiness.ts';

/** Starts a stopped or paused node and waits until it is healthy. */
export async function startNode(engine: Engine, node: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Starting {0}', node.name));
    if (node.state === 'paused') {
        await engine.unpauseContainer(node.containerId, context.signal);
    } else {
        await engine.startContainer(node.containerId, context.signal);
    }
    await awaitHealthy(engine, [node.containerId], context);
}

/** Stops a node. An Apache node is taken out of the balancer first, and answers what is under way. */
export async function stopNode(
    engine: Engine,
    environment: Environment,
    node: ClusterNode,
    context: OperationContext,
): Promise<void> {
    warnOfLostSessions(environment, node, context);
    await withDrained(engine, environment, node, context, () => stopContainer(engine, node, context));
}

async function stopContainer(engine: Engine, node: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Stopping {0}', node.name));
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, context.signal);
}

/** Whether all sessions end with this node: it is a store, it runs, and no other one does. */
export function isOnlyStore(environment: Environment, node: ClusterNode): boolean {
    const running = nodesOf(environment, 'store').filter(isRunning);
    return running.length === 1 && running[0]?.id === node.id;
}

export function warnOfLostSessions(environment: Environment, node: ClusterNode, context: OperationContext): void {
    if (isOnlyStore(environment, node)) {
        context.report(l10n.t('{0} is the only store that runs: all sessions are lost', node.name));
    }
}

/** From the stores up to the balancer, so that nobody is let in before there is somebody to answer. */
export async function startEnvironment(
    engine: Engine,
    environment: Environment,
    context: OperationContext,
): Promise<void> {
    for (const layer of ['store', 'application', 'balancer'] as const) {
        await Promise.all(
            nodesOf(environment, layer)
                .filter(node => !isRunning(node))
                .map(node => startNode(engine, node, context)),
        );
    }
}

export async function stopEnvironment(
    engine: Engine,
    environment: Environment,
    context: OperationContext,
): Promise<void> {
    for (const layer of ['balancer', 'application', 'store'] as const) {
        await Promise.all(nodesOf(environment, layer).map(node => stopContainer(engine, node, context)));
    }
}
