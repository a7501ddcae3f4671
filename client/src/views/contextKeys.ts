import * as vscode from 'vscode';

/** The keys that `when` clauses of package.json ask for; every one is set here, and nowhere else. */
interface ContextKeys {
    /** Which welcome text fits: that of an engine without environments, or of no engine at all. */
    readonly state: 'idle' | 'connecting' | 'ready' | 'failed' | 'noEngine';
    /** Whether the Delete key means something for what is selected. */
    readonly canDelete: boolean;
}

/** Before anything is known. */
const initial: ContextKeys = { state: 'idle', canDelete: false };

export function initContextKeys(): void {
    setContextKey('state', initial.state);
    setContextKey('canDelete', initial.canDelete);
}

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
    void vscode.commands.executeCommand('setContext', `phpSessionCluster.${key}`, value);
}
