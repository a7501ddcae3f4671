import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { PROXY_SOCKET } from '../../../../server/src/phpIni/sessionSettings.ts';
import type { Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { PREVIOUS_SUFFIX, readRunningNodeFiles, writeNodeFile } from '../node/files.ts';
import { scriptCommand } from '../node/resources.ts';
import type { OperationContext } from '../model/operation.ts';
import { PROTOCOL, renderStores, STORES_PATH, storesFile, SUPERVISOR_PATH, type StoreMember } from './replication.ts';
import { allSettledOrThrow } from '../model/settled.ts';

/** The nodes that know the stores: the stores themselves, and the Apache nodes that run, each with its proxy. */
export interface StoreReaders {
    readonly stores: readonly ClusterNode[];
    readonly applications: readonly ClusterNode[];
}

/** How often a proxy is told to read its file again, and asked for 3 s whether it has. */
const ATTEMPTS = 8;
/**
 * How often the copying of sessions is tried, and how long one try may take and the pause between two is. Milliseconds.
 */
const REPAIR = { attempts: 20, limit: 600_000, pause: 500 };
/** Seconds for the requests that began when sessions went through the proxy. */
const UNUSED_SECONDS = 120;

const REMOVE_FILES = ['rm', '-f', '--', STORES_PATH, `${STORES_PATH}${PREVIOUS_SUFFIX}`];

/** What the file of the stores says on each node, all of which run; undefined where there is none. */
export async function readStoresFiles(
    engine: Engine,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<(string | undefined)[]> {
    return Promise.all(
        nodes.map(async node => (await readRunningNodeFiles(engine, node, [STORES_PATH], signal))[0]?.toString()),
    );
}

/**
 * Writes the file of the stores to all nodes, and resolves when every proxy goes by it. Where it rejects, some may have
 * the new file and some the one of before: from one to the next, only such changes may be made as go well beside each
 * other (replicate.lua).
 */
export async function setStores(
    engine: Engine,
    readers: StoreReaders,
    members: readonly StoreMember[],
    context: OperationContext,
): Promise<void> {
    const nodes = [...readers.stores, ...readers.applications];
    await allSettledOrThrow(nodes.map(node => writeStores(engine, node, members, context.signal)));
    await awaitStores(engine, readers.applications, members, context);
}

/** Resolves when every proxy goes by the file of the stores as it should be. */
export async function awaitStores(
    engine: Engine,
    applications: readonly ClusterNode[],
    members: readonly StoreMember[],
    { signal }: OperationContext,
): Promise<void> {
    const wanted = `HD protocol=${PROTOCOL} ${members.map(({ fate, name }) => `${fate}:${name}`).join(' ')}`;
    await allSettledOrThrow(applications.map(node => reloadAndQuery(engine, node, wanted, signal)));
}

async function writeStores(
    engine: Engine,
    node: ClusterNode,
    members: readonly StoreMember[],
    signal: AbortSignal,
): Promise<void> {
    const [before] = await readRunningNodeFiles(engine, node, [STORES_PATH], signal);
    const bytes = Buffer.from(renderStores(members));
    if (before === undefined) {
        // Makes the folder, too; and nobody reads it before it is told to.
        await engine.putFiles(node.containerId, [storesFile(members)], signal);
    } else if (!before.equals(bytes)) {
        await writeNodeFile(engine, node, { path: STORES_PATH, bytes, expected: before }, signal);
    }
}

/** Ends the proxies: without a file there is none. Waits for the requests that use them first. */
export async function removeStores(engine: Engine, readers: StoreReaders, context: OperationContext): Promise<void> {
    const { signal } = context;
    await allSettledOrThrow(readers.applications.map(node => awaitUnused(engine, node, context)));
    const nodes = [...readers.stores, ...readers.applications];
    await allSettledOrThrow(nodes.map(node => engine.exec(node.containerId, REMOVE_FILES, { user: '0' }, signal)));
    await allSettledOrThrow(readers.applications.map(node => reloadAndQuery(engine, node, '', signal)));
}

async function awaitUnused(engine: Engine, node: ClusterNode, { signal, report }: OperationContext): Promise<void> {
    report(l10n.t('Waiting until no request on {0} uses the proxy any more', node.name));
    const argv = await scriptCommand('stores/await-unused.sh', PROXY_SOCKET, String(UNUSED_SECONDS));
    const options = { timeoutMs: (UNUSED_SECONDS + 30) * 1000 };
    const { exitCode } = await engine.exec(node.containerId, argv, options, signal);
    if (exitCode !== 0) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t("Requests on {0} that began {1} s ago still use memcached's proxy", node.name, UNUSED_SECONDS),
            kept: l10n.t('It was left running beside Apache'),
            next: l10n.t('Scale again when they are done'),
        });
    }
}

async function reloadAndQuery(engine: Engine, node: ClusterNode, wanted: string, signal: AbortSignal): Promise<void> {
    const argv = await scriptCommand('stores/reload-proxy.php', PROXY_SOCKET, wanted);
    let output = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const { exitCode, stderr } = await engine.exec(node.containerId, argv, {}, signal);
        if (exitCode === 0) {
            return;
        }
        output = stderr.toString().trim();
    }
    const problem =
        wanted === ''
            ? l10n.t('does not end')
            : l10n.t('does not take over the stores ({0})', output || l10n.t('no answer'));
    throw new OperationError('notInForce', {
        node: node.name,
        what: l10n.t("memcached's proxy beside Apache on {0} {1}", node.name, problem),
        next: l10n.t('See the log of the node'),
    });
}

/**
 * Whether a supervisor runs Apache on the node, which can run the proxy beside it; not so in images made before there
 * was one.
 */
export async function isSupervised(engine: Engine, node: ClusterNode, signal: AbortSignal): Promise<boolean> {
    const argv = ['grep', '-q', '-F', SUPERVISOR_PATH, '/proc/1/cmdline'];
    return (await engine.exec(node.containerId, argv, {}, signal)).exitCode === 0;
}

/** Copies every session to the stores that are to have it, by the file of the stores on `store`. */
export async function copySessions(engine: Engine, store: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Copying sessions to the stores that are to have them'));
    await repair(engine, store, 'once', context);
}

/** Takes away what stores have of keys that belong to others. */
export async function pruneStores(engine: Engine, store: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Looking at what the stores have'));
    await repair(engine, store, 'prune', context);
}

/**
 * Takes away what only says that a key was deleted, which PHP without the proxy would take for a session. Not before
 * one store is left: until then it keeps others, and requests that are under way, from bringing a session back.
 */
export async function forgetDeletions(engine: Engine, store: ClusterNode, context: OperationContext): Promise<void> {
    context.report(l10n.t('Looking at what the stores have'));
    await repair(engine, store, 'forget', context);
}

/** A store that is away for a moment, or of which somebody else lists the keys, is tried again. */
async function repair(
    engine: Engine,
    store: ClusterNode,
    verb: 'once' | 'prune' | 'forget',
    { signal }: OperationContext,
): Promise<void> {
    let output = '';
    for (let attempt = 1; attempt <= REPAIR.attempts; attempt++) {
        const argv = ['session-cluster-repair', verb];
        const { exitCode, stderr } = await engine.exec(store.containerId, argv, { timeoutMs: REPAIR.limit }, signal);
        if (exitCode === 0) {
            return;
        }
        output = stderr.toString().trim();
        await delay(REPAIR.pause, undefined, { signal });
    }
    throw new OperationError('failed', {
        node: store.name,
        what: l10n.t(
            '{0} could not reach every store to bring its sessions up to date{1}',
            store.name,
            output && `: ${output}`,
        ),
        next: l10n.t('See that all stores are healthy, and have room'),
    });
}
