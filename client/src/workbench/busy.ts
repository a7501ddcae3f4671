import * as vscode from 'vscode';
import { OperationError } from '../cluster/model/errors.ts';

/** One operation at a time on an environment: two that change it at once would undo each other's work. */
export class BusyEnvironments implements vscode.Disposable {
    private readonly underWay = new Map<string, string>();
    private readonly changes = new vscode.EventEmitter<string>();
    /** Names the environment whose operation began or ended. */
    readonly onDidChange = this.changes.event;

    /** What is being done to the environment, in the words of the progress display. */
    doing(environment: string): string | undefined {
        return this.underWay.get(environment);
    }

    /** Rejects with OperationError('failed') where another operation is under way. */
    async run<T>(environment: string, what: string, task: () => Promise<T>): Promise<T> {
        const other = this.underWay.get(environment);
        if (other !== undefined) {
            throw new OperationError('failed', {
                what: vscode.l10n.t('Another operation on {0} is under way: {1}', environment, other),
                kept: vscode.l10n.t('Nothing was begun'),
                next: vscode.l10n.t('Wait until it is done, or cancel it'),
            });
        }
        this.underWay.set(environment, what);
        this.changes.fire(environment);
        try {
            return await task();
        } finally {
            this.underWay.delete(environment);
            this.changes.fire(environment);
        }
    }

    dispose(): void {
        this.changes.dispose();
    }
}
