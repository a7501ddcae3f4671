import type { LogOutputChannel, Uri } from 'vscode';
import type { Environment } from '../cluster/model/model.ts';
import type { EnvironmentStore } from '../cluster/environments/environmentStore.ts';
import type { Engine } from '../engine/engine.ts';
import type { PhpIniServer } from './phpIniServer.ts';
import type { TreeElement } from './treeElement.ts';
import type { BusyEnvironments } from './busy.ts';
import type { Dialogs } from './dialogs.ts';

/** What a command works with. */
export interface Services {
    readonly extensionUri: Uri;
    readonly store: EnvironmentStore;
    readonly engineAccess: EngineAccess;
    readonly log: LogOutputChannel;
    readonly busy: BusyEnvironments;
    readonly dialogs: Dialogs;
    readonly language: LanguageAccess;
    /** What is selected in the tree: for keys, which carry no element. */
    readonly selection: () => TreeElement | undefined;
}

export interface LanguageAccess {
    /** Starts the language server of php.ini where it does not run yet. Rejects where it does not start. */
    server(): Promise<PhpIniServer>;
}

export interface EngineAccess {
    /**
     * Starts the store where it is not started, and waits for its first answer. Rejects with the reason where there is
     * no engine.
     */
    ready(): Promise<Ready>;
    /** A connection of its own to the same engine, for work that must outlast the store's: whoever asks disposes it. */
    connect(): Promise<Engine>;
    /** Tries again after a failure or a change of the setting. */
    reconnect(): void;
}

export interface Ready {
    readonly engine: Engine;
    readonly environments: readonly Environment[];
}
