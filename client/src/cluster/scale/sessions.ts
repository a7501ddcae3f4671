import type { Engine } from '../../engine/engine.ts';
import { askFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { OperationError } from '../model/errors.ts';
import { nodesOf, replicates, type ClusterNode, type Environment } from '../model/model.ts';
import { withProbe } from '../node/probe.ts';
import { canReplicate, isSupervised } from '../stores/proxies.ts';
import { PROXY_SOCKET } from '../stores/replication.ts';

/** Where the Apache nodes keep their sessions before the stores change. */
export interface SessionKeeping {
    /** In the environment's stores. */
    readonly clustered: boolean;
    /** Some node writes to the store itself, and not through the proxy. */
    readonly direct: boolean;
    /** Seconds, the longest of all nodes. */
    readonly lockExpire?: number;
}

const NOTHING_CHANGED = 'Nothing was changed';

/**
 * Asks every Apache node where it keeps its sessions, and refuses where a change of the stores would lose them.
 * @throws OperationError `unsupported` where sessions are in several stores that are not replicated; `failed` where the nodes do not agree
 */
export async function readSessionKeeping(
    engine: Engine,
    environment: Environment,
    applications: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<SessionKeeping> {
    const facts = await withProbe(engine, applications, signal, async probe =>
        Promise.all(applications.map(node => askFacts(probe, node, signal))),
    );
    const inMemcached = facts.filter(isInMemcached);
    if (inMemcached.length === 0) {
        return { clustered: false, direct: false };
    }
    assertReplicated(environment);
    for (const [index, node] of applications.entries()) {
        assertInStores(environment, node, facts[index]);
    }
    const lockExpire = Math.max(...inMemcached.map(({ settings }) => Number(settings['memcached.sess_lock_expire'])));
    const direct = facts.some(({ settings }) => settings['session.save_path'] !== PROXY_SOCKET);
    return { clustered: true, direct, ...(lockExpire >= 1 && { lockExpire }) };
}

function isInMemcached({ settings }: ApplicationFacts): boolean {
    return settings['session.save_handler'] === 'memcached';
}

function assertReplicated(environment: Environment): void {
    const count = nodesOf(environment, 'store').length;
    if (count > 1 && !replicates(environment)) {
        throw new OperationError('unsupported', {
            what: `The ${count} stores of ${environment.name} are not replicated: with another number of them, PHP looks for most sessions in the wrong one, and they are lost`,
            kept: NOTHING_CHANGED,
            next: 'Create an environment whose stores are replicated, which is so unless replicate = false',
        });
    }
}

function assertInStores(environment: Environment, node: ClusterNode, facts: ApplicationFacts | undefined): void {
    const handler = facts?.settings['session.save_handler'] ?? '';
    const path = facts?.settings['session.save_path'] ?? '';
    if (handler === 'memcached' && savePathsOf(environment).includes(path)) {
        return;
    }
    throw new OperationError('failed', {
        node: node.name,
        what: `${node.name} keeps its sessions in "${path}" by the handler ${handler}, and not where the stores of ${environment.name} are`,
        kept: NOTHING_CHANGED,
        next: `Apply the session settings to ${environment.name} first`,
    });
}

/** What leads to the environment's stores. Of one store, also where the proxy is on the way in or out. */
function savePathsOf(environment: Environment): string[] {
    const [store, ...others] = nodesOf(environment, 'store');
    if (!store || others.length > 0) {
        return [PROXY_SOCKET];
    }
    const names = [store.address, store.name, `${store.layer}-${store.number}`];
    return [PROXY_SOCKET, ...names.flatMap(name => [name, `${name}:${store.port}`])];
}

/**
 * Several stores need the proxy beside each Apache, whose supervisor must have been there from the start: it is the container's first process. Containers are not made anew
 * for it, as what was written inside them would be gone.
 * @throws OperationError `unsupported` that names the first node which cannot
 */
export async function assertCanReplicate(
    engine: Engine,
    environment: Environment,
    applications: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<void> {
    const nodes = [...applications, ...nodesOf(environment, 'store')];
    const able = await Promise.all(
        nodes.map(node =>
            node.layer === 'store' ? canReplicate(engine, node, signal) : isSupervised(engine, node, signal),
        ),
    );
    const unable = nodes[able.indexOf(false)];
    if (unable) {
        const image = environment.topology?.application.image;
        throw new OperationError('unsupported', {
            node: unable.name,
            what:
                image !== undefined && unable.layer === 'application'
                    ? `${unable.name} was made of ${image} for one store, without memcached's proxy, which several stores need beside Apache from the start`
                    : `${unable.name} was made by an earlier version, which could not replicate sessions`,
            kept: NOTHING_CHANGED,
            next: 'Create a new environment with as many stores as you want',
        });
    }
}
