import type { Connection, DidChangeWorkspaceFoldersParams, InitializeParams } from 'vscode-languageserver/node';
import type { Failures } from './failures.ts';
import type { PhpVersions } from './phpVersions.ts';
import { register } from './register.ts';
import { pathsOf, TELLING_FILES } from './workspaceFolders.ts';

interface Followed {
    readonly connection: Connection;
    readonly params: InitializeParams;
    readonly versions: PhpVersions;
    readonly failures: Failures;
    /** For every open document. */
    readonly lookAgain: () => Promise<void>;
}

/** Looks again which PHP reads the open documents, whenever the workspace has changed. */
export function followWorkspace({ connection, params, versions, failures, lookAgain }: Followed): void {
    connection.onDidChangeWatchedFiles(lookAgain);
    connection.onNotification(
        'workspace/didChangeWorkspaceFolders',
        ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
            const gone = new Set(pathsOf(removed.map(({ uri }) => uri)));
            const kept = versions.folders.filter(folder => !gone.has(folder));
            versions.folders = [...kept, ...pathsOf(added.map(({ uri }) => uri))];
            return lookAgain();
        },
    );
    if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        register(connection, failures, 'workspace/didChangeWatchedFiles', {
            watchers: TELLING_FILES.map(globPattern => ({ globPattern })),
        });
    }
}
