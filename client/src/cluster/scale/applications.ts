import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { filesForCopy, readConfiguration, assertSameSessions } from './applicationCopy.ts';
import { requestFacts, readApplicationFacts } from '../node/applicationFacts.ts';
import { changeBalancer, withDrained } from '../balancer/balancer.ts';
import type { Upstream } from '../balancer/nginxConfig.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import { createNode } from '../provision/nodeCreation.ts';
import { withProbe } from '../node/probe.ts';
import { awaitStores } from '../stores/proxies.ts';
import { awaitHealthy } from '../node/readiness.ts';
import type { StoreMember } from '../stores/replication.ts';
import type { NodeToAdd } from './plan.ts';
import { nodesNow, ownContext, undone, withKept, type Scaling } from './scaling.ts';
import { allSettledOrThrow } from '../model/settled.ts';

/** Of Apache in all application images. */
const APPLICATION_PORT = 80;

/**
 * Makes Apache nodes after one that serves, and lets them into the balancer when they are healthy and keep sessions as
 * that one does. On failure or cancellation all of them are removed.
 * @param members of the file of the stores; none where sessions are not replicated
 */
export async function addApplications(
    scaling: Scaling,
    model: ClusterNode,
    nodes: readonly NodeToAdd[],
    members: readonly StoreMember[],
): Promise<void> {
    const { engine, environment, context, done } = scaling;
    const created: string[] = [];
    let isLetIn = false;
    try {
        const added = await createApplications(scaling, model, nodes, members, created);
        context.report(l10n.t('Letting {0} into the balancer', nodes.map(({ name }) => name).join(', ')));
        const upstreams = added.map(({ name, address }) => ({ name, address, port: APPLICATION_PORT }));
        isLetIn = true;
        await changeUpstreams(engine, environment, { add: upstreams, remove: [] }, context);
    } catch (error) {
        throw await undone(error, l10n.t('The new Apache nodes were removed'), async () => {
            const own = ownContext(context);
            if (isLetIn) {
                await changeUpstreams(engine, environment, { add: [], remove: nodes }, own);
            }
            await Promise.all(created.map(id => engine.removeContainer(id, own.signal)));
        });
    }
    done.added.push(...nodes.map(({ name }) => name));
}

async function createApplications(
    scaling: Scaling,
    model: ClusterNode,
    nodes: readonly NodeToAdd[],
    members: readonly StoreMember[],
    created: string[],
): Promise<readonly ClusterNode[]> {
    const { engine, plan, context } = scaling;
    const { signal } = context;
    context.report(l10n.t('Reading the configuration of {0}', model.name));
    const facts = await readApplicationFacts(engine, model, signal);
    const configuration = await readConfiguration(engine, model, facts, signal);
    const furtherFiles = (id: string) => filesForCopy(engine, configuration, id, signal);
    context.report(l10n.t('Starting {0}', nodes.map(({ name }) => name).join(', ')));
    const options = { stores: members, created: (id: string) => created.push(id), furtherFiles };
    await allSettledOrThrow(
        nodes.map(({ number }) => createNode(engine, plan, { layer: 'application', number }, options, signal)),
    );
    await awaitHealthy(engine, created, context);
    const added = await nodesNow(
        scaling,
        nodes.map(({ name }) => name),
    );
    if (members.length > 0) {
        await awaitStores(engine, added, members, context);
    }
    await withProbe(engine, added, signal, async probe => {
        for (const node of added) {
            context.report(l10n.t('Checking {0}', node.name));
            assertSameSessions(node, await requestFacts(probe, node, signal), facts);
        }
    });
    return added;
}

/**
 * Removes Apache nodes, one after the other: out of the balancer, stopped when it has answered what it has, removed.
 * Cancelling is heeded until one is stopped; it is let in again then.
 */
export async function removeApplications(scaling: Scaling, nodes: readonly ClusterNode[]): Promise<void> {
    for (const node of nodes) {
        scaling.context.signal.throwIfAborted();
        try {
            await stopDrained(scaling, node);
        } catch (error) {
            throw withKept(error, l10n.t('{0} was not removed', node.name));
        }
        try {
            await removeStopped(scaling, node);
        } catch (error) {
            throw withKept(error, l10n.t('{0} is stopped, and gets no requests', node.name), l10n.t('Scale again'));
        }
    }
}

async function stopDrained(scaling: Scaling, node: ClusterNode): Promise<void> {
    const { engine, environment, context } = scaling;
    if (!isRunning(node)) {
        return;
    }
    await withDrained(engine, environment, node, context, async () => {
        context.signal.throwIfAborted();
        context.report(l10n.t('Stopping {0}', node.name));
        const { signal } = ownContext(context);
        await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
    });
}

async function removeStopped(scaling: Scaling, node: ClusterNode): Promise<void> {
    const { engine, environment, context, done } = scaling;
    const own = ownContext(context);
    await changeUpstreams(engine, environment, { add: [], remove: [node] }, own);
    context.report(l10n.t('Removing {0}', node.name));
    await engine.removeContainer(node.containerId, own.signal);
    done.removed.push(node.name);
}

interface UpstreamChange {
    readonly add: readonly Upstream[];
    readonly remove: readonly { readonly name: string }[];
}

async function changeUpstreams(
    engine: Engine,
    environment: Environment,
    { add, remove }: UpstreamChange,
    context: Scaling['context'],
): Promise<void> {
    const gone = new Set([...add, ...remove].map(({ name }) => name));
    await changeBalancer(
        engine,
        environment,
        config => ({ ...config, upstreams: [...config.upstreams.filter(({ name }) => !gone.has(name)), ...add] }),
        context,
    );
}

/** The first Apache node that stays and is well: new ones are made after it. */
export function modelOf(environment: Environment, leaving: readonly ClusterNode[]): ClusterNode | undefined {
    const names = new Set(leaving.map(({ name }) => name));
    return nodesOf(environment, 'application').find(node => isRunning(node) && !names.has(node.name));
}
