import type {
    Connection,
    DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams,
} from 'vscode-languageserver/node';
import type { Failures } from './failures.ts';
import { pathsOf } from './workspaceFolders.ts';

interface Followed {
    readonly connection: Connection;
    /** Paths of those that are open at first. */
    readonly folders: readonly string[];
    readonly failures: Failures;
    /** Others are open now. */
    readonly onFolders: (folders: readonly string[]) => void;
    /** Something has changed; of files, their addresses. */
    readonly onChange: (files: readonly string[]) => Promise<void>;
}

/** Tells of what changes in the workspace. */
export function followWorkspace({ connection, folders, failures, onFolders, onChange }: Followed): void {
    let open = folders;
    const tell = async (files: readonly string[]): Promise<void> => {
        try {
            await onChange(files);
        } catch (error) {
            failures.report('Reading what has changed', error);
        }
    };
    connection.onDidChangeWatchedFiles(({ changes }: DidChangeWatchedFilesParams) =>
        tell(changes.map(({ uri }) => uri)),
    );
    connection.onNotification(
        'workspace/didChangeWorkspaceFolders',
        ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
            const gone = new Set(pathsOf(removed.map(({ uri }) => uri)));
            open = [...open.filter(folder => !gone.has(folder)), ...pathsOf(added.map(({ uri }) => uri))];
            onFolders(open);
            return tell([]);
        },
    );
}
