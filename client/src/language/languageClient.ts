import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ServerOptions } from '../../../server/src/protocol.ts';

export interface LanguageClientOptions {
    /** Absolute path of the bundled server. */
    readonly serverModule: string;
    readonly outputChannel: vscode.LogOutputChannel;
    /** `8.4`, or `auto`, for which the server takes its default. */
    readonly phpVersion: string;
}

/**
 * Starts the language server in a process of its own, for documents of the language `php-ini` wherever they lie: on disk, on a node, unsaved.
 * Rejects where the server does not start.
 */
export async function startLanguageClient(options: LanguageClientOptions): Promise<{ stop(): Promise<void> }> {
    const initializationOptions: ServerOptions = { phpVersion: options.phpVersion };
    const client = new LanguageClient(
        'phpSessionCluster',
        'PHP Session Cluster',
        { module: options.serverModule, transport: TransportKind.ipc },
        {
            documentSelector: [{ language: 'php-ini' }],
            outputChannel: options.outputChannel,
            initializationOptions,
        },
    );
    await client.start();
    return {
        stop: () => client.dispose(),
    };
}
