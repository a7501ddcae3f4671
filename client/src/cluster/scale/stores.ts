import * as l10n from '@vscode/l10n';
import { applyPlan } from '../apply/apply.ts';
import { rereadManaged } from '../environments/discovery.ts';
import { STORE_PORT, type ClusterNode, type Environment, isRunning } from '../model/model.ts';
import { createNode } from '../provision/nodeCreation.ts';
import type { OperationContext } from '../model/operation.ts';
import {
    copySessions,
    forgetDeletions,
    pruneStores,
    readStoresFiles,
    removeStores,
    setStores,
    type StoreReaders,
} from '../stores/proxies.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { placeOf, type StoreNode } from '../stores/place.ts';
import { parseStores, type StoreFate, type StoreMember } from '../stores/replication.ts';
import type { NodeToAdd } from './plan.ts';
import type { SessionKeeping } from './sessions.ts';
import { nodeNow, ownContext, undone, withKept, type Scaling } from './scaling.ts';
import { planSessionSettings } from '../apply/settings.ts';

/** By number: every proxy must have them in the same order. */
export function membersOf(
    stores: readonly StoreNode[],
    fateOf: (store: StoreNode) => StoreFate = () => 'keep',
): StoreMember[] {
    return [...stores]
        .sort((left, right) => left.number - right.number)
        .map(store => ({ name: store.name, number: store.number, ...placeOf(store), fate: fateOf(store) }));
}

/**
 * What the stores that there are have to be next, after whatever was interrupted: one that any proxy does not simply
 * keep may lack sessions, and so it joins.
 * @param files what the Apache nodes have; undefined: none
 */
export function resumedMembers(stores: readonly StoreNode[], files: readonly (string | undefined)[]): StoreMember[] {
    const lists = files.map(text => parseStores(text ?? ''));
    const isKept = ({ name }: StoreNode) =>
        lists.every(list => list.some(member => member.name === name && member.fate === 'keep'));
    const kept = stores.filter(isKept);
    // Where there is none that all keep, nobody knows more than the others.
    return membersOf(stores, store => (kept.length === 0 || kept.includes(store) ? 'keep' : 'join'));
}

/**
 * Brings all proxies to the same, settled file of the stores. Mostly they have it, and nothing happens. Returns its
 * members.
 * @param stores all of them, running or not
 */
export async function settleStores(
    scaling: Scaling,
    stores: readonly ClusterNode[],
    readers: StoreReaders,
): Promise<StoreMember[]> {
    const { engine, context } = scaling;
    const files = await readStoresFiles(engine, readers.applications, context.signal);
    const resumed = resumedMembers(stores, files);
    const joining = stores.find(({ name }) => resumed.some(member => member.name === name && member.fate === 'join'));
    if (joining) {
        context.report(l10n.t('Completing what was interrupted'));
        await setStores(engine, readers, resumed, context);
        await copySessions(engine, joining, context);
    }
    const members = membersOf(stores);
    await setStores(engine, readers, members, context);
    return members;
}

/**
 * From one store that PHP writes to directly to the same one behind a proxy on each Apache node: the same keys and
 * locks, so that both ways go beside each other.
 */
export async function startReplicating(
    scaling: Scaling,
    readers: StoreReaders,
    sessions: SessionKeeping,
): Promise<void> {
    const { engine, context } = scaling;
    try {
        context.report(l10n.t("Starting memcached's proxy beside each Apache"));
        await setStores(engine, readers, membersOf(readers.stores), context);
        if (sessions.clustered) {
            await applySessionSettings(scaling, true, sessions, context);
        }
    } catch (error) {
        throw await undone(error, l10n.t('Sessions are kept as they were before'), () =>
            removeStores(engine, readers, ownContext(context)),
        );
    }
}

/** The way back, with one store left. */
export async function stopReplicating(
    scaling: Scaling,
    readers: StoreReaders,
    sessions: SessionKeeping,
    context: OperationContext,
): Promise<void> {
    const { engine } = scaling;
    const [store] = readers.stores;
    try {
        if (store) {
            await setStores(engine, readers, membersOf([store]), context);
            await forgetDeletions(engine, store, context);
        }
        if (sessions.clustered) {
            await applySessionSettings(scaling, false, sessions, context);
        }
        await removeStores(engine, readers, context);
    } catch (error) {
        throw withKept(
            error,
            l10n.t("The sessions are in the one store that is left, and memcached's proxy is still beside Apache"),
            l10n.t('Scale again'),
        );
    }
}

async function applySessionSettings(
    { engine, environment }: Scaling,
    replicate: boolean,
    { lockExpire }: SessionKeeping,
    context: OperationContext,
): Promise<void> {
    const now = await rereadManaged(engine, environment.name, context.signal);
    const planned = withReplicate(now, replicate);
    const options = lockExpire === undefined ? {} : { lockExpire };
    const plan = await planSessionSettings(engine, planned, context, options);
    await applyPlan(engine, planned, plan, context);
}

function withReplicate(environment: Environment, replicate: boolean): Environment {
    const { topology } = environment;
    return topology
        ? { ...environment, topology: { ...topology, store: { ...topology.store, replicate } } }
        : environment;
}

/**
 * A store joins: it is written to by all, gets what the others have, and is then one of them. What they have of its
 * share stays until it expires, or until stores change again: then it must not be taken for current. Returns the nodes
 * that know the stores afterwards. On failure or cancellation before its sessions are copied it is removed; from then
 * on it is completed.
 */
export async function addStore(scaling: Scaling, readers: StoreReaders, node: NodeToAdd): Promise<StoreReaders> {
    const { engine, plan, context, done } = scaling;
    const [first] = readers.stores;
    const place = { ...node, address: plan.addresses.addressOf('store', node.number), port: STORE_PORT };
    const union = membersOf([...readers.stores, place], store => (store === place ? 'join' : 'keep'));
    const created: string[] = [];
    let joined: ClusterNode;
    try {
        if (first) {
            await pruneStores(engine, first, context);
        }
        context.report(l10n.t('Starting {0}', node.name));
        const options = { stores: union, created: (id: string) => created.push(id) };
        await createNode(engine, plan, { layer: 'store', number: node.number }, options, context.signal);
        await awaitHealthy(engine, created, context);
        joined = await nodeNow(scaling, node.name);
        context.report(l10n.t('{0} joins the stores', node.name));
        await setStores(engine, readers, union, context);
        await copySessions(engine, joined, context);
    } catch (error) {
        throw await undone(
            error,
            l10n.t('{0} did not join, and the stores are those of before', node.name),
            async () => {
                const own = ownContext(context);
                await setStores(engine, readers, membersOf(readers.stores), own);
                await Promise.all(created.map(id => engine.removeContainer(id, own.signal)));
            },
        );
    }
    const next = { ...readers, stores: [...readers.stores, joined] };
    try {
        await setStores(engine, next, membersOf(next.stores), ownContext(context));
    } catch (error) {
        throw withKept(
            error,
            l10n.t('{0} has its sessions, but not every Apache node counts on it yet', node.name),
            l10n.t('Scale again'),
        );
    }
    done.added.push(node.name);
    return next;
}

/**
 * A store leaves: what it has is copied to those that will have it; then nobody asks it any more, and it is removed.
 * Returns the nodes that know the stores afterwards. On failure or cancellation before that it stays.
 */
export async function removeStore(scaling: Scaling, readers: StoreReaders, node: ClusterNode): Promise<StoreReaders> {
    const { engine, context, done } = scaling;
    const next = { ...readers, stores: readers.stores.filter(({ id }) => id !== node.id) };
    const [first] = next.stores;
    try {
        if (first) {
            await pruneStores(engine, first, context);
            context.report(l10n.t('{0} leaves the stores', node.name));
            const union = (fate: StoreFate) =>
                membersOf(readers.stores, ({ name }) => (name === node.name ? fate : 'keep'));
            await setStores(engine, readers, union('leave'), context);
            await copySessions(engine, first, context);
            // It is written to as before, but its word counts no more: from the next step on some proxies write past
            // it, while others still ask it.
            await setStores(engine, readers, union('join'), context);
        }
    } catch (error) {
        throw await undone(error, l10n.t('{0} stays, and the stores are those of before', node.name), () =>
            setStores(engine, readers, membersOf(readers.stores), ownContext(context)),
        );
    }
    const own = ownContext(context);
    try {
        await setStores(engine, next, membersOf(next.stores), own);
        await removeContainer(scaling, node, own);
    } catch (error) {
        throw withKept(
            error,
            l10n.t('The other stores have the sessions, but {0} is not removed yet', node.name),
            l10n.t('Scale again'),
        );
    }
    done.removed.push(node.name);
    return next;
}

/** Stores that keep no sessions of PHP, or none at all: they just come and go. */
export async function changeUnusedStores(
    scaling: Scaling,
    add: readonly NodeToAdd[],
    remove: readonly ClusterNode[],
): Promise<void> {
    const { engine, plan, context, done } = scaling;
    for (const node of add) {
        const created: string[] = [];
        try {
            context.report(l10n.t('Starting {0}', node.name));
            const options = { stores: [], created: (id: string) => created.push(id) };
            await createNode(engine, plan, { layer: 'store', number: node.number }, options, context.signal);
            await awaitHealthy(engine, created, context);
        } catch (error) {
            const own = ownContext(context);
            throw await undone(error, l10n.t('{0} was removed', node.name), () =>
                Promise.all(created.map(id => engine.removeContainer(id, own.signal))),
            );
        }
        done.added.push(node.name);
    }
    for (const node of remove) {
        context.signal.throwIfAborted();
        await removeContainer(scaling, node, ownContext(context));
        done.removed.push(node.name);
    }
}

async function removeContainer({ engine }: Scaling, node: ClusterNode, { signal, report }: OperationContext) {
    report(l10n.t('Removing {0}', node.name));
    await engine.removeContainer(node.containerId, signal);
}

/** The nodes of an environment that know its stores, but for Apache nodes that leave. */
export function readersOf(environment: Environment, leaving: readonly ClusterNode[]): StoreReaders {
    const ids = new Set(leaving.map(({ id }) => id));
    const running = environment.nodes.filter(isRunning);
    return {
        stores: running.filter(({ layer }) => layer === 'store'),
        applications: running.filter(({ layer, id }) => layer === 'application' && !ids.has(id)),
    };
}
