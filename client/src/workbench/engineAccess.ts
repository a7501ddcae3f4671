import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { connect } from '../engine/connect.ts';
import type { Endpoint } from '../engine/endpoint.ts';
import { resolveEndpoint } from '../engine/endpoint.ts';
import type { Engine } from '../engine/engine.ts';
import { EnvironmentStore, type StoreSnapshot } from '../cluster/environments/environmentStore.ts';
import { EngineError } from '../engine/errors.ts';
import type { EngineAccess, Ready } from './services.ts';

/**
 * The store, and when it starts: with the first look at the view or the first command, never before, and only in a
 * trusted workspace.
 */
export class StoreAccess implements EngineAccess, vscode.Disposable {
    readonly store = new EnvironmentStore(() => this.open());
    /** Of the engine in use, or of the one that did not answer; undefined before, and where there is none to name. */
    endpoint: Endpoint | undefined;
    /** Nothing names an engine, and there is none in the usual places. */
    foundNone = false;
    private readonly settings: vscode.Disposable;
    private started = false;
    private readonly disposed = new AbortController();

    constructor() {
        this.settings = vscode.workspace.onDidChangeConfiguration(event => {
            if (this.started && event.affectsConfiguration('phpSessionCluster.engine.endpoint')) {
                this.reconnect();
            }
        });
    }

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
        if (this.store.snapshot.state === 'failed') {
            // It may have come back since; the store's own next try can be half a minute away.
            await this.store.refresh();
        }
        const { engine, environments, error } = await this.store.when(isSettled, this.disposed.signal);
        if (error !== undefined || engine === undefined) {
            throw error ?? new EngineError('unreachable', { what: vscode.l10n.t('No Docker engine is connected') });
        }
        return { engine, environments };
    }

    async connect(): Promise<Engine> {
        const { engine } = await this.ready();
        return connect(engine.endpoint);
    }

    dispose(): void {
        this.settings.dispose();
        this.disposed.abort();
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
}

function isSettled({ state }: StoreSnapshot): boolean {
    return state === 'ready' || state === 'failed';
}
