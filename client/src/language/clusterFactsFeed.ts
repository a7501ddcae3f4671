import * as vscode from 'vscode';
import { FactsGatherer } from '../cluster/facts/gatherer.ts';
import type { BusyEnvironments } from '../workbench/busy.ts';
import { findNode, isEnvironmentOf, nodeFileUri, parseNodeUri } from '../documents/nodeUri.ts';
import type { EnvironmentStore } from '../cluster/environments/environmentStore.ts';
import { type ClusterFacts, PHP_INI, type PhpFacts } from '../../../server/src/phpIni/protocol.ts';
import { messageOf } from '../failure.ts';

export interface FeedOptions {
    readonly store: EnvironmentStore;
    readonly busy: BusyEnvironments;
    readonly log: vscode.LogOutputChannel;
    readonly send: (facts: ClusterFacts) => void;
    /** Gives an ini file the language of php.ini, where nobody has said that it has another. */
    readonly claim: (document: vscode.TextDocument) => Promise<void>;
}

/**
 * Tells the language server what is known of the environments. Nodes are asked only where one of their ini files is
 * open, and never in a workspace that is not trusted: when the file is opened, when their containers change, and when
 * an operation on their environment has ended.
 */
export class ClusterFactsFeed implements vscode.Disposable {
    private readonly store: EnvironmentStore;
    private readonly gatherer: FactsGatherer;
    private readonly listeners: vscode.Disposable[];

    constructor({ store, busy, log, send, claim }: FeedOptions) {
        this.store = store;
        this.gatherer = new FactsGatherer({
            store,
            uriOf: node => nodeFileUri(node, '').toString(),
            mayInspect: environment =>
                vscode.workspace.isTrusted && busy.doing(environment) === undefined && isOpen(environment),
            publish: facts => {
                send(facts);
                void takeForPhpIni(facts, claim).catch((error: unknown) => {
                    log.error(messageOf(error));
                });
            },
            fail: (node, error) => {
                log.warn(`What PHP on ${node.name} says of itself is not known: ${messageOf(error)}`);
            },
        });
        this.listeners = [
            vscode.workspace.onDidOpenTextDocument(document => {
                this.inspectNodesOf(document);
            }),
            vscode.workspace.onDidCloseTextDocument(({ uri }) => {
                const environment = this.environmentOf(uri);
                if (environment !== undefined && !isOpen(environment)) {
                    this.gatherer.forget(environment);
                }
            }),
            busy.onDidChange(environment => {
                if (busy.doing(environment) === undefined) {
                    this.gatherer.inspect(environment);
                }
            }),
        ];
        vscode.workspace.textDocuments.forEach(document => {
            this.inspectNodesOf(document);
        });
    }

    dispose(): void {
        this.listeners.forEach(listener => {
            listener.dispose();
        });
        this.gatherer.dispose();
    }

    private inspectNodesOf(document: vscode.TextDocument): void {
        const environment = isIniOfApplication(document) ? this.environmentOf(document.uri) : undefined;
        if (environment !== undefined) {
            this.gatherer.inspect(environment);
        }
    }

    /** Its name as the store has it. */
    private environmentOf(uri: vscode.Uri): string | undefined {
        const where = parseNodeUri(uri);
        return where && findNode(this.store.snapshot.environments, where)?.environment;
    }
}

/** Whether the document is a file of an Apache node that its PHP may read. */
function isIniOfApplication({ uri, languageId }: vscode.TextDocument): boolean {
    return parseNodeUri(uri)?.layer === 'application' && (languageId === PHP_INI || uri.path.endsWith('.ini'));
}

function isOpen(environment: string): boolean {
    return vscode.workspace.textDocuments.some(document => {
        const where = parseNodeUri(document.uri);
        return where !== undefined && isIniOfApplication(document) && isEnvironmentOf(environment, where);
    });
}

/** A directory that PHP scans can have any name: its files are known by what the node says. */
async function takeForPhpIni({ environments }: ClusterFacts, claim: FeedOptions['claim']): Promise<void> {
    const nodes = environments.flatMap(({ applications }) => applications);
    const addresses = new Set(
        nodes.flatMap(({ uri, php }) => {
            const root = vscode.Uri.parse(uri);
            return filesOf(php).map(path => root.with({ path: root.path + path }).toString());
        }),
    );
    for (const document of vscode.workspace.textDocuments) {
        if (addresses.has(document.uri.toString())) {
            await claim(document);
        }
    }
}

function filesOf(php: PhpFacts | undefined): string[] {
    if (!php) {
        return [];
    }
    const files = [...(php.iniFile === undefined ? [] : [php.iniFile]), ...php.scannedFiles];
    return [...files, ...Object.values(php.links ?? {})];
}
