import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isCancellation } from '../../failure.ts';
import { planAddresses } from '../provision/addressing.ts';
import { rereadManaged } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import { LABEL_ENVIRONMENT, LABEL_TOPOLOGY } from '../model/labels.ts';
import { nodesOf, type ClusterNode, type Environment, type Layer, isWell } from '../model/model.ts';
import type { LayerImages, NodePlan } from '../provision/nodeCreation.ts';
import type { OperationContext } from '../model/operation.ts';
import { readStoresFiles } from '../stores/proxies.ts';
import { SUPERVISOR_PATH } from '../stores/replication.ts';
import { addApplications, modelOf, removeApplications } from './applications.ts';
import { ownTopology, planScale, type NodeCounts, type ScalePlan } from './plan.ts';
import { assertCanReplicate, assertSameProtocol, readSessionKeeping, type SessionKeeping } from './sessions.ts';
import {
    addStore,
    changeUnusedStores,
    readersOf,
    removeStore,
    settleStores,
    startReplicating,
    stopReplicating,
} from './stores.ts';
import { ownContext, undone, withKept, type Scaling } from './scaling.ts';
import type { RecordedTopology } from '../model/topology.ts';

/** What an environment has become. */
export interface ScaleResult {
    readonly environment: string;
    /** How many Apache nodes there are. */
    readonly application: number;
    readonly store: number;
    /** Names of nodes, in the order in which they came and went. */
    readonly added: readonly string[];
    readonly removed: readonly string[];
}

/**
 * Changes the number of Apache nodes and of stores while the environment serves: no request fails, and where sessions
 * are clustered none is lost. Apache nodes go first, then stores come and go one at a time, then Apache nodes come.
 * What was interrupted before is completed on the way, also where no number changes.
 *
 * On failure and cancellation the step under way is undone, or completed where it cannot be; the steps before it stay,
 * and the error says which.
 * @throws OperationError `unsupported` for an adopted environment, and where sessions would be lost; `invalid` for a
 * number out of range; `failed` for a node that is not well
 */
export async function scaleEnvironment(
    engine: Engine,
    environment: Environment,
    counts: NodeCounts,
    context: OperationContext,
): Promise<ScaleResult> {
    // Before anything is asked: it throws where there is nothing to scale here.
    ownTopology(environment);
    const now = await rereadManaged(engine, environment.name, context.signal);
    const plan = planScale(now, counts);
    assertWell(nodesOf(now, 'application').filter(node => !plan.remove.includes(node)));
    const stores = await planStores(engine, now, plan, context);
    if (changesApplications(plan)) {
        assertWell(nodesOf(now, 'balancer'));
    }
    const nodePlan = await planNodes(engine, now, plan.target, context.signal);
    const scaling = { engine, environment: now, plan: nodePlan, context, done: { added: [], removed: [] } };
    await carryOut(scaling, now, plan, stores);
    const { application, store } = plan.target;
    return { environment: now.name, application: application.nodes, store: store.nodes, ...scaling.done };
}

type StoreWork =
    /** Nothing but that new Apache nodes need to know the stores. */
    | { readonly kind: 'settle' }
    /** Through the proxies, from the start or from now on, or to the end of that. */
    | {
          readonly kind: 'replicated';
          readonly starts: boolean;
          readonly ends: boolean;
          readonly sessions: SessionKeeping;
      }
    | { readonly kind: 'unused' }
    | { readonly kind: 'none' };

/** Finds out what there is to do about stores, and refuses what would lose sessions. Changes nothing. */
async function planStores(
    engine: Engine,
    now: Environment,
    plan: ScalePlan,
    { signal, report }: OperationContext,
): Promise<StoreWork> {
    const { applications } = readersOf(now, plan.remove);
    const hasFiles = (await readStoresFiles(engine, applications, signal)).some(file => file !== undefined);
    const wanted = plan.target.store.replicate;
    if (wanted || hasFiles) {
        assertSameProtocol(now, applications);
    }
    if (!changesStores(plan) && wanted === hasFiles) {
        return { kind: wanted ? 'settle' : 'none' };
    }
    assertWell(nodesOf(now, 'store'));
    report(l10n.t('Asking the Apache nodes where they keep their sessions'));
    const sessions = await readSessionKeeping(engine, now, applications, signal);
    if (!wanted && !hasFiles) {
        return { kind: 'unused' };
    }
    await assertCanReplicate(engine, now, applications, signal);
    const starts = wanted && (!hasFiles || sessions.direct);
    return { kind: 'replicated', starts, ends: !wanted, sessions };
}

function changesStores({ add, remove }: ScalePlan): boolean {
    return [...add, ...remove].some(({ layer }) => layer === 'store');
}

function changesApplications({ add, remove }: ScalePlan): boolean {
    return [...add, ...remove].some(({ layer }) => layer === 'application');
}

function assertWell(nodes: readonly ClusterNode[]): void {
    const ill = nodes.find(node => !isWell(node));
    if (ill) {
        throw new OperationError('failed', {
            node: ill.name,
            what: l10n.t('Node {0} is {1}, and must be healthy for this', ill.name, ill.status),
            kept: l10n.t('Nothing was changed'),
            next:
                ill.status === 'starting'
                    ? l10n.t('Wait until it is')
                    : l10n.t('Start {0} first, or see its log', ill.name),
        });
    }
}

/**
 * New nodes are made of the images that their layer has, so that all of them are the same, whatever this version would
 * build.
 */
async function planNodes(
    engine: Engine,
    now: Environment,
    target: RecordedTopology,
    signal: AbortSignal,
): Promise<NodePlan> {
    const labels = [`${LABEL_ENVIRONMENT}=${now.name}`, LABEL_TOPOLOGY];
    const networks = await engine.listNetworks({ labels }, signal);
    const subnet = networks.find(({ name }) => name === now.name)?.subnets.find(range => !range.includes(':'));
    return { topology: target, images: await imagesOf(engine, now, signal), addresses: planAddresses(subnet ?? '') };
}

async function imagesOf(engine: Engine, now: Environment, signal: AbortSignal): Promise<LayerImages> {
    const imageOf = (layer: Layer) => nodesOf(now, layer)[0]?.image ?? '';
    const [application] = nodesOf(now, 'application');
    const images = { balancer: imageOf('balancer'), application: imageOf('application'), store: imageOf('store') };
    if (!application || now.topology?.application.image === undefined) {
        return images;
    }
    const { entrypoint } = await engine.inspectContainer(application.containerId, signal);
    const place = entrypoint.indexOf(SUPERVISOR_PATH);
    return place < 0 ? images : { ...images, applicationCommand: entrypoint.slice(place + 1) };
}

async function carryOut(scaling: Scaling, now: Environment, plan: ScalePlan, stores: StoreWork): Promise<void> {
    const of = <Node extends { readonly layer: Layer }>(nodes: readonly Node[], layer: Layer) =>
        nodes.filter(node => node.layer === layer);
    try {
        await removeApplications(scaling, of(plan.remove, 'application'));
        await scaleStores(scaling, now, plan, stores);
        const add = of(plan.add, 'application');
        const model = modelOf(now, plan.remove);
        if (add.length > 0 && model) {
            scaling.context.signal.throwIfAborted();
            const replicated = plan.target.store.replicate;
            await addApplications(scaling, model, add, replicated ? await settledMembers(scaling, plan) : []);
        }
    } catch (error) {
        throw describe(scaling, error);
    }
}

/** The members after all stores have come and gone. */
async function settledMembers(scaling: Scaling, plan: ScalePlan) {
    const now = await rereadManaged(scaling.engine, scaling.environment.name, scaling.context.signal);
    return settleStores(scaling, nodesOf(now, 'store'), readersOf(now, plan.remove));
}

async function scaleStores(scaling: Scaling, now: Environment, plan: ScalePlan, work: StoreWork): Promise<void> {
    const add = plan.add.filter(({ layer }) => layer === 'store');
    const remove = plan.remove.filter(({ layer }) => layer === 'store');
    let readers = readersOf(now, plan.remove);
    switch (work.kind) {
        case 'none':
            return;
        case 'settle':
            await settleStores(scaling, nodesOf(now, 'store'), readers);
            return;
        case 'unused':
            await changeUnusedStores(scaling, add, remove);
            return;
        case 'replicated':
            if (work.starts) {
                await startReplicating(scaling, readers, work.sessions);
            } else {
                await settleStores(scaling, nodesOf(now, 'store'), readers);
            }
            for (const [index, node] of add.entries()) {
                try {
                    readers = await addStore(scaling, readers, node);
                } catch (error) {
                    throw work.starts && index === 0 ? await goBack(scaling, readers, work.sessions, error) : error;
                }
            }
            for (const node of remove) {
                readers = await removeStore(scaling, readers, node);
            }
            if (work.ends) {
                await stopReplicating(scaling, readers, work.sessions, scaling.context);
            }
    }
}

/** The second store has not come: the first is as it was without it. */
async function goBack(
    scaling: Scaling,
    readers: ReturnType<typeof readersOf>,
    sessions: SessionKeeping,
    error: unknown,
): Promise<OperationError> {
    return undone(error, l10n.t('The second store did not join, and sessions are kept as they were before'), () =>
        stopReplicating(scaling, readers, sessions, ownContext(scaling.context)),
    );
}

/** Says what was done before, and stays. */
function describe({ environment, done }: Scaling, error: unknown): OperationError {
    const parts = error instanceof OperationError ? error.parts : undefined;
    const before = [
        ...(done.added.length > 0 ? [l10n.t('added before that: {0}', done.added.join(', '))] : []),
        ...(done.removed.length > 0 ? [l10n.t('removed before that: {0}', done.removed.join(', '))] : []),
    ];
    const whole = withKept(error, [parts?.kept ?? l10n.t('Nothing more was changed'), ...before].join('; '));
    return isCancellation(error)
        ? new OperationError('cancelled', {
              what: l10n.t('Scaling {0} was cancelled', environment.name),
              kept: whole.parts.kept ?? '',
              cause: error,
          })
        : whole;
}
