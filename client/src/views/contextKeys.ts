import * as vscode from 'vscode';

/** The keys that `when` clauses of package.json ask for; every one is set here, and nowhere else. */
export interface ContextKeys {
    /** Which welcome text fits: that of an engine without environments, or of no engine at all. */
    readonly state: 'idle' | 'connecting' | 'ready' | 'failed' | 'noEngine';
    /** Whether the Delete key means something for what is selected. */
    readonly canDelete: boolean;
}

export function setContextKey<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
    void vscode.commands.executeCommand('setContext', `phpSessionCluster.${key}`, value);
}
