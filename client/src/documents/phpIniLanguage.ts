import * as vscode from 'vscode';
import type { EnvironmentStore } from '../cluster/environmentStore.ts';
import { messageOf } from '../failure.ts';

const LANGUAGE = 'php-ini';

/** Starts the language server with the first php.ini that is opened, and again for another PHP version; works without Docker and without trust. */
export function startLanguageLazily(
    extensionUri: vscode.Uri,
    log: vscode.LogOutputChannel,
    store: EnvironmentStore,
): vscode.Disposable {
    let client: Promise<{ stop(): Promise<void> }> | undefined;
    const start = async (): Promise<{ stop(): Promise<void> }> => {
        const { startLanguageClient } = await import('../language/languageClient.ts');
        return startLanguageClient({
            serverModule: vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath,
            outputChannel: log,
            phpVersion: phpVersion(store),
        });
    };
    const startFor = ({ languageId }: vscode.TextDocument): void => {
        if (languageId === LANGUAGE && client === undefined) {
            client = start();
            client.catch((error: unknown) => {
                log.error(`The language server of php.ini did not start: ${messageOf(error)}`);
            });
        }
    };
    const stop = async (): Promise<void> => {
        const running = client;
        client = undefined;
        // One that did not start has said so already, and needs no stopping.
        await running?.then(started => started.stop()).catch(() => undefined);
    };
    vscode.workspace.textDocuments.forEach(startFor);
    return vscode.Disposable.from(
        vscode.workspace.onDidOpenTextDocument(startFor),
        vscode.workspace.onDidChangeConfiguration(event => {
            if (event.affectsConfiguration('phpSessionCluster.php.version') && client !== undefined) {
                void stop().then(() => {
                    vscode.workspace.textDocuments.forEach(startFor);
                });
            }
        }),
        { dispose: stop },
    );
}

/** `auto` where neither the setting nor what is known of the environments says it: the server then takes its default. */
function phpVersion(store: EnvironmentStore): string {
    const setting = vscode.workspace.getConfiguration('phpSessionCluster').get<string>('php.version', 'auto');
    const known = store.snapshot.environments.flatMap(({ topology }) =>
        topology === undefined || topology.application.image !== undefined ? [] : [topology.application.php],
    );
    return setting === 'auto' ? (known[0] ?? 'auto') : setting;
}
