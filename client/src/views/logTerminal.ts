import * as vscode from 'vscode';
import type { ClusterNode } from '../cluster/model/model.ts';
import { followOutput, type FollowedNode } from '../cluster/node/followOutput.ts';
import { isCancellation, messageOf } from '../failure.ts';
import type { Services } from '../workbench/services.ts';

/**
 * A terminal that shows what a node prints, for as long as it is open: over restarts, and over re-creation of the
 * container.
 */
export class LogTerminal implements vscode.Pseudoterminal {
    private readonly services: Services;
    private readonly nodeId: string;
    private readonly nodeName: string;
    private readonly writes = new vscode.EventEmitter<string>();
    readonly onDidWrite = this.writes.event;
    private readonly closing = new AbortController();

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
        const { engineAccess, store } = this.services;
        const engine = await engineAccess.connect();
        this.closing.signal.addEventListener('abort', () => {
            engine.dispose();
        });
        const node: FollowedNode = {
            current: () =>
                store.snapshot.environments.flatMap(({ nodes }) => nodes).find(({ id }) => id === this.nodeId),
            onDidChange: listener => store.onDidChange(listener),
        };
        const reader = {
            line: (line: string): void => {
                this.writes.fire(`${line}\r\n`);
            },
            stopped: (): void => {
                this.note(vscode.l10n.t('{0} does not run. Its output goes on here when it does.', this.nodeName));
            },
        };
        await followOutput(engine, node, reader, this.closing.signal);
    }

    private note(text: string): void {
        this.writes.fire(`\u001b[2m--- ${text}\u001b[22m\r\n`);
    }
}
