import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { connect } from '../engine/connect.ts';
import type { Endpoint } from '../engine/endpoint.ts';
import { resolveEndpoint } from '../engine/endpoint.ts';
import type { Engine } from '../engine/engine.ts';
import { EnvironmentStore } from '../cluster/environmentStore.ts';
import { EngineError } from '../engine/errors.ts';
import type { EngineAccess, Ready } from './services.ts';

/** The store, and when it starts: with the first look at the view or the first command, never before, and only in a trusted workspace. */
export class StoreAccess implements EngineAccess, vscode.Disposable {
    readonly store = new EnvironmentStore(() => this.open());
    /** Of the engine in use, or of the one that did not answer; undefined before, and where there is none to name. */
    endpoint: Endpoint | undefined;
    /** Nothing names an engine, and there is none in the usual places. */
    foundNone = false;
    private started = false;

    /** Once; further calls do nothing. */
    start(): void {
        if (!this.started && vscode.workspace.isTrusted) {
            this.started = true;
            this.store.start();
        }
    }

    reconnect(): void {
        if (this.started) {
            void this.store.refresh();
        } else {
            this.start();
        }
    }

    async ready(): Promise<Ready> {
        this.start();
        await this.settled();
        const { engine, environments, error, state } = this.store.snapshot;
        if (state !== 'ready' || engine === undefined) {
            throw error ?? new EngineError('unreachable', { what: vscode.l10n.t('No Docker engine is connected') });
        }
        return { engine, environments };
    }

    dispose(): void {
        this.store.dispose();
    }

    private async open(): Promise<Engine> {
        this.endpoint = undefined;
        this.foundNone = false;
        const setting = vscode.workspace.getConfiguration('phpSessionCluster').get<string>('engine.endpoint', '');
        const endpoint = await resolveEndpoint({ setting });
        if (endpoint.source === 'socket' && endpoint.kind === 'socket' && !existsSync(endpoint.path)) {
            this.foundNone = true;
            throw new EngineError('unreachable', {
                what: vscode.l10n.t('No Docker engine was found on this machine'),
                next: vscode.l10n.t('Start one, or select where it is'),
            });
        }
        this.endpoint = endpoint;
        return connect(endpoint);
    }

    private settled(): Promise<void> {
        const isSettled = (): boolean => ['ready', 'failed'].includes(this.store.snapshot.state);
        if (isSettled()) {
            return Promise.resolve();
        }
        return new Promise(resolve => {
            const listener = this.store.onDidChange(() => {
                if (isSettled()) {
                    listener.dispose();
                    resolve();
                }
            });
        });
    }
}
