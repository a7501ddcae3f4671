import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { ClusterFacts, PhpFacts } from '../../../../server/src/phpIni/protocol.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { readPhpFacts, toClusterFacts } from './clusterFacts.ts';
import type { EnvironmentStore, StoreChange, Subscription } from '../environments/environmentStore.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';

/** Milliseconds that one node may take. */
const NODE_LIMIT = 60_000;
/** Milliseconds: what has just been started may not answer yet. */
const SECOND_TRY = 2000;

export interface FactsGathererOptions {
    readonly store: Pick<EnvironmentStore, 'snapshot' | 'onDidChange'>;
    readonly uriOf: (node: ClusterNode) => string;
    /** Whether the PHP of the environment's nodes may be asked now. */
    readonly mayInspect: (environment: string) => boolean;
    /** Takes facts that differ from those of the call before. */
    readonly publish: (facts: ClusterFacts) => void;
    /** Takes what a node could not be asked for; the same reason only once. */
    readonly fail: (node: ClusterNode, error: unknown) => void;
    readonly read?: typeof readPhpFacts;
    readonly secondTryMs?: number;
}

interface Known {
    readonly containerId: string;
    readonly php: PhpFacts;
}

/**
 * Keeps facts about the environments: at once what the store's snapshots say, later what the nodes' PHP says. Nothing
 * polls. Environments are asked one after the other; however often one is named meanwhile, it is asked once more.
 */
export class FactsGatherer {
    readonly #options: FactsGathererOptions;
    readonly #read: typeof readPhpFacts;
    readonly #known = new Map<string, Known>();
    readonly #failed = new Map<string, string>();
    readonly #waiting = new Set<string>();
    readonly #disposed = new AbortController();
    readonly #subscription: Subscription;
    #running = false;
    #published: ClusterFacts | undefined;

    constructor(options: FactsGathererOptions) {
        this.#options = options;
        this.#read = options.read ?? readPhpFacts;
        this.#subscription = options.store.onDidChange(change => {
            this.#storeChanged(change);
        });
        this.#publish();
    }

    /** What was told last. */
    get facts(): ClusterFacts | undefined {
        return this.#published;
    }

    /** Something may be different on the environment's nodes: they are asked, if they may be. */
    inspect(environment: string): void {
        this.#waiting.add(environment);
        void this.#run();
    }

    /** What was asked of the environment's nodes goes out of date from now on. */
    forget(environment: string): void {
        for (const { id } of this.#nodesOf(environment)) {
            this.#known.delete(id);
            this.#failed.delete(id);
        }
        this.#publish();
    }

    dispose(): void {
        this.#subscription.dispose();
        this.#disposed.abort();
    }

    #storeChanged({ snapshot, changedEnvironments }: StoreChange): void {
        const nodes = snapshot.environments.flatMap(environment => environment.nodes);
        const current = new Map(nodes.map(node => [node.id, node]));
        for (const [id, { containerId }] of this.#known) {
            const node = current.get(id);
            if (!node || !isRunning(node) || node.containerId !== containerId) {
                this.#known.delete(id);
            }
        }
        this.#publish();
        if (snapshot.state === 'ready') {
            const unknown = snapshot.environments.filter(environment => this.#lacks(environment));
            for (const name of new Set([...changedEnvironments, ...unknown.map(({ name }) => name)])) {
                this.inspect(name);
            }
        }
    }

    /** Such as after a connection that was lost while they were being asked. */
    #lacks(environment: Environment): boolean {
        return nodesToInspect(environment).some(({ id }) => !this.#known.has(id) && !this.#failed.has(id));
    }

    async #run(): Promise<void> {
        if (this.#running) {
            return;
        }
        this.#running = true;
        try {
            for (const name of this.#waiting) {
                this.#waiting.delete(name);
                await this.#inspectAll(name);
            }
        } finally {
            this.#running = false;
        }
    }

    async #inspectAll(name: string): Promise<void> {
        const { environments, state } = this.#options.store.snapshot;
        const environment = environments.find(candidate => candidate.name === name);
        if (environment && state === 'ready' && this.#options.mayInspect(name) && !this.#disposed.signal.aborted) {
            await Promise.all(nodesToInspect(environment).map(node => this.#inspectNode(node)));
            this.#publish();
        }
    }

    async #inspectNode(node: ClusterNode): Promise<void> {
        const { secondTryMs = SECOND_TRY, fail } = this.#options;
        const signal = AbortSignal.any([this.#disposed.signal, AbortSignal.timeout(NODE_LIMIT)]);
        try {
            const php = await this.#readNode(node, signal).catch(async (error: unknown) => {
                if (isCancellation(error)) {
                    throw error;
                }
                await delay(secondTryMs, undefined, { signal });
                return this.#readNode(node, signal);
            });
            this.#known.set(node.id, { containerId: node.containerId, php });
            this.#failed.delete(node.id);
        } catch (error) {
            this.#known.delete(node.id);
            if (!this.#disposed.signal.aborted && this.#failed.get(node.id) !== messageOf(error)) {
                this.#failed.set(node.id, messageOf(error));
                fail(node, error);
            }
        }
    }

    async #readNode(node: ClusterNode, signal: AbortSignal): Promise<PhpFacts> {
        const { engine } = this.#options.store.snapshot;
        if (!engine) {
            throw new Error(l10n.t('no engine is connected'));
        }
        return this.#read(engine, node, signal);
    }

    #nodesOf(name: string): readonly ClusterNode[] {
        return this.#options.store.snapshot.environments.find(environment => environment.name === name)?.nodes ?? [];
    }

    #publish(): void {
        if (this.#disposed.signal.aborted) {
            return;
        }
        const phpOf = new Map([...this.#known].map(([id, { php }]) => [id, php]));
        const facts = toClusterFacts(this.#options.store.snapshot.environments, phpOf, this.#options.uriOf);
        if (!isDeepStrictEqual(facts, this.#published)) {
            this.#published = facts;
            this.#options.publish(facts);
        }
    }
}

/** One that is starting says so by an event when it has started; some cannot be asked. */
function nodesToInspect(environment: Environment): ClusterNode[] {
    return nodesOf(environment, 'application').filter(
        node => isRunning(node) && node.status !== 'starting' && node.software.php !== undefined,
    );
}
