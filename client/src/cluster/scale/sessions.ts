import { nothingChanged } from './plan.ts';
import * as l10n from '@vscode/l10n';
import { readQuantity } from '../../../../server/src/phpIni/syntax/quantity.ts';
import { serverName } from '../../../../server/src/phpIni/savePaths/servers.ts';
import type { Engine } from '../../engine/engine.ts';
import { requestFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { OperationError } from '../model/errors.ts';
import { nodesOf, replicates, type ClusterNode, type Environment } from '../model/model.ts';
import { withProbe } from '../node/probe.ts';
import { isSupervised } from '../stores/proxies.ts';
import { findOtherProtocol, PROTOCOL } from '../stores/replication.ts';
import { aliasesOf, placeOf } from '../stores/place.ts';
import { PROXY_SOCKET } from '../../../../server/src/phpIni/sessionSettings.ts';

/** Where the Apache nodes keep their sessions before the stores change. */
export interface SessionKeeping {
    /** In the environment's stores. */
    readonly clustered: boolean;
    /** Some node writes to the store itself, and not through the proxy. */
    readonly direct: boolean;
    /** Seconds, the longest of all nodes. */
    readonly lockExpire?: number;
}

/**
 * Asks every Apache node where it keeps its sessions, and refuses where a change of the stores would lose them.
 * @throws OperationError `unsupported` where sessions are in several stores that are not replicated; `failed` where the
 * nodes do not agree
 */
export async function readSessionKeeping(
    engine: Engine,
    environment: Environment,
    applications: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<SessionKeeping> {
    const facts = await withProbe(engine, applications, signal, async probe =>
        Promise.all(applications.map(node => requestFacts(probe, node, signal))),
    );
    const inMemcached = facts.filter(isInMemcached);
    if (inMemcached.length === 0) {
        return { clustered: false, direct: false };
    }
    assertReplicated(environment);
    for (const [index, node] of applications.entries()) {
        assertInStores(environment, node, facts[index]);
    }
    const lockExpire = Math.max(
        ...inMemcached.map(({ settings }) => readQuantity(settings['memcached.sess_lock_expire'] ?? '').value),
    );
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
            what: l10n.t(
                'The {0} stores of {1} are not replicated: with another number of them, PHP looks for most sessions in the wrong one, and they are lost',
                count,
                environment.name,
            ),
            kept: nothingChanged(),
            next: l10n.t('Create an environment whose stores are replicated, which is so unless replicate = false'),
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
        what: l10n.t(
            '{0} keeps its sessions in "{1}" by the handler {2}, and not where the stores of {3} are',
            node.name,
            path,
            handler,
            environment.name,
        ),
        kept: nothingChanged(),
        next: l10n.t('Apply the session settings to {0} first', environment.name),
    });
}

/** What leads to the environment's stores. Of one store, also where the proxy is on the way in or out. */
function savePathsOf(environment: Environment): string[] {
    const [store, ...others] = nodesOf(environment, 'store');
    if (!store || others.length > 0) {
        return [PROXY_SOCKET];
    }
    const { host, port } = placeOf(store);
    const hosts = [host, ...aliasesOf(environment, store)];
    return [PROXY_SOCKET, ...hosts.flatMap(name => [name, serverName({ host: name, port })])];
}

/**
 * Several stores need the proxy beside each Apache, whose supervisor must have been there from the start: it is the
 * container's first process. Containers are not made anew for it, as what was written inside them would be gone.
 * @throws OperationError `unsupported` that names the first node which cannot
 */
export async function assertCanReplicate(
    engine: Engine,
    environment: Environment,
    applications: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<void> {
    assertSameProtocol(environment, applications);
    const able = await Promise.all(applications.map(node => isSupervised(engine, node, signal)));
    const unable = applications[able.indexOf(false)];
    if (unable) {
        throw new OperationError('unsupported', {
            node: unable.name,
            what: l10n.t(
                "{0} was made of {1} for one store, without memcached's proxy, which several stores need beside Apache from the start",
                unable.name,
                environment.topology?.application.image ?? unable.image,
            ),
            kept: nothingChanged(),
            next: l10n.t('Create a new environment with as many stores as you want'),
        });
    }
}

/**
 * Proxies and stores must all replicate in the same way.
 * @throws OperationError `unsupported` that names the first node which does so in another one
 */
export function assertSameProtocol(environment: Environment, applications: readonly ClusterNode[]): void {
    const other = findOtherProtocol([...applications, ...nodesOf(environment, 'store')]);
    if (other) {
        throw new OperationError('unsupported', {
            node: other.name,
            what: l10n.t(
                '{0} was made by another version, which replicates sessions in another way (protocol {1}, now {2})',
                other.name,
                other.protocol ?? 1,
                PROTOCOL,
            ),
            kept: nothingChanged(),
            next: l10n.t('Create a new environment with as many nodes as you want'),
        });
    }
}
