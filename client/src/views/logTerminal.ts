import * as vscode from 'vscode';
import type { ClusterNode } from '../cluster/model/model.ts';
import type { Engine } from '../engine/engine.ts';
import { isEngineError } from '../engine/errors.ts';
import { isCancellation, messageOf } from '../failure.ts';
import type { Services } from '../workbench/services.ts';
import { newLines } from './newLines.ts';

/** Lines from before the terminal was opened. */
const LOOK_BACK = 200;

/** A terminal that shows what a node prints, for as long as it is open: over restarts, and over re-creation of the container. */
export class LogTerminal implements vscode.Pseudoterminal {
    private readonly services: Services;
    private readonly nodeId: string;
    private readonly nodeName: string;
    private readonly writes = new vscode.EventEmitter<string>();
    readonly onDidWrite = this.writes.event;
    private readonly closing = new AbortController();
    /** The last lines shown: what a container printed before its restart is not shown twice. */
    private shown: string[] = [];

    constructor(services: Services, node: ClusterNode) {
        this.services = services;
        this.nodeId = node.id;
        this.nodeName = node.name;
    }

    open(): void {
        this.follow().catch((error: unknown) => {
            if (!isCancellation(error)) {
                this.note(messageOf(error));
            }
        });
    }

    close(): void {
        this.closing.abort();
        this.writes.dispose();
    }

    private async follow(): Promise<void> {
        const engine = await this.services.engineAccess.connect();
        this.closing.signal.addEventListener('abort', () => {
            engine.dispose();
        });
        for (;;) {
            await this.catchUp(engine);
            const container = await this.untilRunning(engine);
            await this.catchUp(engine);
            for await (const line of engine.followLogs(container, { tail: 0 }, this.closing.signal)) {
                this.print(line);
            }
        }
    }

    /** What was printed since the last line shown. */
    private async catchUp(engine: Engine): Promise<void> {
        const node = this.node();
        if (node === undefined) {
            return;
        }
        const text = await engine.logs(node.containerId, { tail: LOOK_BACK }, this.closing.signal);
        const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
        newLines(this.shown, lines).forEach(line => {
            this.print(line);
        });
    }

    /** The id of the container, once it runs. Asks the engine itself: the store hears of an end later than the stream does. */
    private async untilRunning(engine: Engine): Promise<string> {
        for (let told = false; ; told = true) {
            const changed = this.nextChange();
            const container = await this.runningContainer(engine);
            if (container !== undefined) {
                return container;
            }
            if (!told) {
                this.note(vscode.l10n.t('{0} does not run. Its output goes on here when it does.', this.nodeName));
            }
            await changed;
        }
    }

    private async runningContainer(engine: Engine): Promise<string | undefined> {
        const node = this.node();
        if (node === undefined) {
            return undefined;
        }
        try {
            const { state, id } = await engine.inspectContainer(node.containerId, this.closing.signal);
            return state === 'running' ? id : undefined;
        } catch (error) {
            if (isEngineError(error, 'notFound')) {
                return undefined;
            }
            throw error;
        }
    }

    /** The next news of the store; rejects when the terminal is closed. */
    private nextChange(): Promise<unknown> {
        const { signal } = this.closing;
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        const listener = this.services.store.onDidChange(() => {
            resolve(undefined);
        });
        const closed = (): void => {
            reject(signal.reason as Error);
        };
        signal.addEventListener('abort', closed, { once: true });
        const done = promise.finally(() => {
            listener.dispose();
            signal.removeEventListener('abort', closed);
        });
        // Whoever found the node running does not wait for this any more.
        done.catch(() => undefined);
        return done;
    }

    private print(line: string): void {
        this.shown = [...this.shown, line].slice(-LOOK_BACK);
        this.writes.fire(`${line}\r\n`);
    }

    private note(text: string): void {
        this.writes.fire(`\u001b[2m--- ${text}\u001b[22m\r\n`);
    }

    private node(): ClusterNode | undefined {
        const { environments } = this.services.store.snapshot;
        return environments.flatMap(({ nodes }) => nodes).find(({ id }) => id === this.nodeId);
    }
}
