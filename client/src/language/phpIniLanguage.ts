import * as vscode from 'vscode';
import { embeddedKind, mayHoldSettings } from '../../../server/src/phpIni/embeddedFiles.ts';
import { type ClusterFacts, PHP_INI } from '../../../server/src/phpIni/protocol.ts';
import type { EnvironmentStore } from '../cluster/environments/environmentStore.ts';
import type { BusyEnvironments } from '../workbench/busy.ts';
import { messageOf } from '../failure.ts';
import type { PhpIniServer } from '../workbench/phpIniServer.ts';
import { parseNodeUri } from '../documents/nodeUri.ts';
import { PhpIniClaims } from './phpIniClaims.ts';
import { PhpVersionStatus } from './phpVersionStatus.ts';

interface PhpIniLanguageOptions {
    readonly extensionUri: vscode.Uri;
    readonly log: vscode.LogOutputChannel;
    readonly store: EnvironmentStore;
    readonly busy: BusyEnvironments;
    /** Of this workspace. */
    readonly state: vscode.Memento;
}

/**
 * The language server: started with the first php.ini that is opened, with the first pool, vhost, Dockerfile or Compose
 * file that sets something of PHP, or by whoever needs it before; works without Docker and without trust.
 */
export class PhpIniLanguage implements vscode.Disposable {
    private readonly options: PhpIniLanguageOptions;
    private readonly opening: readonly vscode.Disposable[];
    readonly claims: PhpIniClaims;
    readonly status = new PhpVersionStatus();
    private started: Promise<PhpIniServer> | undefined;
    private feed: { dispose(): void } | undefined;
    private disposed = false;

    constructor(options: PhpIniLanguageOptions) {
        this.options = options;
        const startFor = (document: vscode.TextDocument): void => {
            if (document.languageId === PHP_INI || isIniOfNode(document) || embedsSettings(document)) {
                // Why it does not start is in the log, once.
                this.server().catch(() => undefined);
            }
        };
        this.opening = [
            vscode.workspace.onDidOpenTextDocument(startFor),
            vscode.workspace.onDidChangeTextDocument(({ document }) => {
                if (!this.started && embedsSettings(document)) {
                    startFor(document);
                }
            }),
        ];
        vscode.workspace.textDocuments.forEach(startFor);
        this.claims = new PhpIniClaims(options);
    }

    /** Starts it where it does not run yet. Rejects where it does not start. */
    server(): Promise<PhpIniServer> {
        this.started ??= this.start();
        return this.started;
    }

    async dispose(): Promise<void> {
        this.disposed = true;
        for (const one of [...this.opening, this.claims, this.status]) {
            one.dispose();
        }
        this.feed?.dispose();
        // One that did not start has said so already, and needs no stopping.
        await this.started?.then(server => server.stop()).catch(() => undefined);
    }

    private async start(): Promise<PhpIniServer> {
        const { extensionUri, log, store, busy } = this.options;
        try {
            const { startLanguageClient } = await import('./languageClient.ts');
            const server = await startLanguageClient({
                serverModule: vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath,
                outputChannel: log,
                onPhpVersion: params => {
                    this.status.know(params);
                },
            });
            const { ClusterFactsFeed } = await import('./clusterFactsFeed.ts');
            if (!this.disposed) {
                const failed = (error: unknown): void => {
                    log.error(`The language server of php.ini was not told of the environments: ${messageOf(error)}`);
                };
                const send = (facts: ClusterFacts): void => {
                    server.send(facts).catch(failed);
                };
                const claim = (document: vscode.TextDocument): Promise<void> => this.claims.claim(document);
                this.feed = new ClusterFactsFeed({ store, busy, log, send, claim });
            }
            return server;
        } catch (error) {
            log.error(`The language server of php.ini did not start: ${messageOf(error)}`);
            throw error;
        }
    }
}

/** Whether the document may turn out to be read by the PHP of a node, wherever it lies there. */
function isIniOfNode({ uri }: vscode.TextDocument): boolean {
    return parseNodeUri(uri)?.layer === 'application' && uri.path.endsWith('.ini');
}

/** Whether the document, of whichever language, has something that the server reads as settings of PHP. */
function embedsSettings(document: vscode.TextDocument): boolean {
    return embeddedKind(document.uri.path) !== undefined && mayHoldSettings(document.getText());
}
