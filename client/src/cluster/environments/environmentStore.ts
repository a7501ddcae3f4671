import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { isCancellation } from '../../failure.ts';
import { readProjects } from './discovery.ts';
import type { Environment } from '../model/model.ts';
import { differencesOf, type SnapshotDifferences } from './snapshotDifferences.ts';

/** What is known at one moment. Immutable. */
export interface StoreSnapshot {
    /** `failed`: the engine does not answer; the environments are as last seen. */
    readonly state: 'idle' | 'connecting' | 'ready' | 'failed';
    readonly engine?: Engine;
    readonly environments: readonly Environment[];
    readonly error?: Error;
}

export interface StoreChange extends SnapshotDifferences {
    readonly snapshot: StoreSnapshot;
}

export interface Subscription {
    dispose(): void;
}

/**
 * What changes a row of the tree. Reading a file or running a program in a container are events too, and change
 * nothing.
 */
const RELEVANT = new Set([
    ...['create', 'start', 'restart', 'pause', 'unpause', 'die', 'stop', 'destroy', 'rename', 'update'],
    ...['health_status', 'connect', 'disconnect', 'remove'],
]);

/** Milliseconds: a `docker compose up` makes dozens of events within one of these. */
const GATHER = 100;
/** Milliseconds between two tries to reach an engine that is gone: the first, doubled up to the last. */
const RETRY = { first: 500, last: 30_000 };

/**
 * The environments of one engine, kept current by its event stream: nothing is ever polled. Events that come together
 * cause one reading; while one is under way at most one more waits. An engine that is lost is tried again for ever,
 * ever more rarely; `refresh` tries at once.
 */
export class EnvironmentStore {
    readonly #open: () => Promise<Engine>;
    readonly #listeners = new Set<(change: StoreChange) => void>();
    readonly #disposed = new AbortController();
    #snapshot: StoreSnapshot = { state: 'idle', environments: [] };
    #running: Promise<void> | undefined;
    /** Ends the connection of this moment, so that the next begins at once. */
    #connection = new AbortController();

    /**
     * @param open opens the engine that counts now; called again for every connection, as settings and contexts may
     * have changed
     */
    constructor(open: () => Promise<Engine>) {
        this.#open = open;
    }

    get snapshot(): StoreSnapshot {
        return this.#snapshot;
    }

    onDidChange(listener: (change: StoreChange) => void): Subscription {
        this.#listeners.add(listener);
        return { dispose: () => this.#listeners.delete(listener) };
    }

    /** Connects, and follows the engine until disposed. Further calls do nothing. */
    start(): void {
        this.#running ??= this.#follow();
    }

    /** Connects anew, at once, and resolves when it is known how that went. */
    async refresh(): Promise<void> {
        if (this.#isDisposed()) {
            return;
        }
        this.#set({ ...this.#snapshot, state: 'connecting' });
        this.#connection.abort();
        this.start();
        try {
            await this.when(({ state }) => state === 'ready' || state === 'failed', this.#disposed.signal);
        } catch (error) {
            // Disposed meanwhile: there is nothing to wait for any more.
            if (!this.#isDisposed()) {
                throw error;
            }
        }
    }

    /**
     * Resolves with the first snapshot, from now on, for which the predicate holds; rejects when the signal is aborted.
     */
    when(predicate: (snapshot: StoreSnapshot) => boolean, signal: AbortSignal): Promise<StoreSnapshot> {
        return new Promise((resolve, reject) => {
            const settle = () => {
                const holds = predicate(this.#snapshot);
                if (!holds && !signal.aborted) {
                    return;
                }
                subscription.dispose();
                signal.removeEventListener('abort', settle);
                if (holds) {
                    resolve(this.#snapshot);
                } else {
                    reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'));
                }
            };
            const subscription = this.onDidChange(settle);
            signal.addEventListener('abort', settle);
            settle();
        });
    }

    dispose(): void {
        this.#disposed.abort();
        this.#connection.abort();
        this.#listeners.clear();
        this.#snapshot.engine?.dispose();
    }

    async #follow(): Promise<void> {
        let pause = RETRY.first;
        while (!this.#disposed.signal.aborted) {
            this.#connection = new AbortController();
            const { signal } = this.#connection;
            try {
                await this.#connect(signal, () => {
                    pause = RETRY.first;
                });
            } catch (error) {
                if (!signal.aborted) {
                    this.#lose(error);
                }
            }
            if (signal.aborted) {
                pause = RETRY.first;
                continue;
            }
            // Only a refresh ends it early, and that is what it is for.
            await delay(pause, undefined, { signal }).catch(() => undefined);
            pause = Math.min(2 * pause, RETRY.last);
        }
    }

    /**
     * One connection, from opening to its end. The stream is opened before the first reading: what happens between them
     * is seen.
     */
    async #connect(signal: AbortSignal, onConnected: () => void): Promise<void> {
        if (this.#snapshot.state !== 'connecting') {
            this.#set({ ...this.#snapshot, state: this.#snapshot.state === 'failed' ? 'failed' : 'connecting' });
        }
        const engine = await this.#open();
        const end = new AbortController();
        const own = AbortSignal.any([signal, end.signal]);
        try {
            await engine.info(own);
            const ended = new Set<string>();
            const failed = Promise.withResolvers<never>();
            const request = (gather: number) => {
                reader.request(gather).catch(failed.reject);
            };
            const reader = new CoalescedReader(async () => {
                await awaitEnded(engine, ended, own);
                const { environments, againMs } = await readProjects(engine, own);
                own.throwIfAborted();
                this.#set({ state: 'ready', engine, environments });
                if (againMs !== undefined) {
                    // What has been started is not ready, and no event tells when it is.
                    delay(againMs, undefined, { signal: own }).then(
                        () => {
                            request(0);
                        },
                        () => undefined,
                    );
                }
            });
            const following = readOnEvents(engine, request, ended, own);
            await Promise.race([reader.request(), following, failed.promise]);
            onConnected();
            await Promise.race([following, failed.promise]);
        } finally {
            end.abort();
            engine.dispose();
        }
    }

    #isDisposed(): boolean {
        return this.#disposed.signal.aborted;
    }

    #lose(problem: unknown): void {
        if (this.#disposed.signal.aborted || isCancellation(problem)) {
            return;
        }
        const error = problem instanceof Error ? problem : new Error(String(problem));
        this.#set({ state: 'failed', environments: this.#snapshot.environments, error });
    }

    #set(next: StoreSnapshot): void {
        if (this.#disposed.signal.aborted) {
            return;
        }
        const differences = differencesOf(this.#snapshot.environments, next.environments);
        const { state, error, engine } = this.#snapshot;
        this.#snapshot = next;
        const changed =
            differences.structure ||
            differences.changedEnvironments.length > 0 ||
            state !== next.state ||
            error?.message !== next.error?.message ||
            engine !== next.engine;
        if (changed) {
            for (const listener of [...this.#listeners]) {
                listener({ snapshot: next, ...differences });
            }
        }
    }
}

/** Ends with the stream of events. */
async function readOnEvents(
    engine: Engine,
    request: (gather: number) => void,
    ended: Set<string>,
    signal: AbortSignal,
): Promise<void> {
    for await (const { action, id } of engine.events(signal)) {
        if (!RELEVANT.has(action)) {
            continue;
        }
        if (action === 'die') {
            ended.add(id);
        }
        request(GATHER);
    }
}

/**
 * The engine says that a container died before it enters that into its list, and nothing afterwards: a list that is
 * read at once may show the container running, for ever (1 of 20 on a busy machine). Looking at the container itself
 * waits until the engine is done with it (moby, daemon/monitor.go: both hold its lock).
 */
async function awaitEnded(engine: Engine, ended: Set<string>, signal: AbortSignal): Promise<void> {
    for (const id of [...ended]) {
        ended.delete(id);
        try {
            await engine.inspectContainer(id, signal);
        } catch (error) {
            // Removed as well, and so not in the list either.
            if (!isEngineError(error, 'notFound')) {
                throw error;
            }
        }
    }
}

/** Runs one reading at a time; requests that come meanwhile are met by one more. */
class CoalescedReader {
    readonly #read: () => Promise<void>;
    #running: Promise<void> | undefined;
    #waiting: Promise<void> | undefined;

    constructor(read: () => Promise<void>) {
        this.#read = read;
    }

    /** Resolves when a reading that began after this call is done. */
    request(gather = 0): Promise<void> {
        this.#waiting ??= this.#next(gather);
        return this.#waiting;
    }

    async #next(gather: number): Promise<void> {
        await delay(gather);
        // How the one before went is told to whoever asked for it.
        await this.#running?.catch(() => undefined);
        this.#waiting = undefined;
        this.#running = this.#read();
        await this.#running;
    }
}
