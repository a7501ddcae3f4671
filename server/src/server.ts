import {
    createConnection,
    type Diagnostic,
    DidChangeConfigurationNotification,
    type InitializeParams,
    type InitializeResult,
    TextDocuments,
    TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientSupport } from './clientSupport.ts';
import { Debounce } from './debounce.ts';
import { Failures } from './failures.ts';
import { featureCapabilities, findingsOf, registerFeatures } from './features.ts';
import { type ClusterFacts, FACTS_NOTIFICATION } from './protocol.ts';
import { diagnose } from './service/diagnostics.ts';
import { Session } from './session.ts';
import { readOptions, readSettings } from './settings.ts';

/** Between the last keystroke and what is said about it, where diagnostics are pushed. */
const PUSH_DELAY_MS = 10;

const SETTINGS_SECTION = 'phpSessionCluster';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
const session = new Session(documents);
const failures = new Failures(message => {
    connection.console.error(message);
});
const pushes = new Debounce(PUSH_DELAY_MS);
let client: InitializeParams['capabilities'] = {};

connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.setOptions(readOptions(params.initializationOptions));
    client = params.capabilities;
    session.client = clientSupport(client);
    return {
        serverInfo: { name: 'php-ini' },
        capabilities: {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
            ...featureCapabilities,
            ...(clientPulls() && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
        },
    };
});

connection.onInitialized(() => {
    if (client.workspace?.configuration === true) {
        void readSettingsAgain();
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        const options = { section: SETTINGS_SECTION };
        connection.client.register(DidChangeConfigurationNotification.type, options).catch((error: unknown) => {
            failures.report('Asking to be told of settings', error);
        });
    }
});

connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    if (client.workspace?.configuration === true) {
        void readSettingsAgain();
    } else {
        const ours: unknown = settings === null ? null : (settings as Record<string, unknown>)[SETTINGS_SECTION];
        session.setSettings(readSettings(ours));
        refresh();
    }
});

connection.onNotification(FACTS_NOTIFICATION, (facts: ClusterFacts) => {
    session.setFacts(facts);
    refresh();
});

connection.languages.diagnostics.on(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: 'full', items: document ? diagnosticsOf(document) : [] };
});

registerFeatures(connection, session, failures);

documents.onDidChangeContent(({ document }) => {
    if (!clientPulls()) {
        pushes.run(document.uri, () => {
            push(document.uri, document.version, diagnosticsOf(document));
        });
    }
});

documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    pushes.cancel(document.uri);
    if (!clientPulls()) {
        push(document.uri, document.version, []);
    }
});

function clientPulls(): boolean {
    return client.textDocument?.diagnostic !== undefined;
}

async function readSettingsAgain(): Promise<void> {
    try {
        const settings: unknown = await connection.workspace.getConfiguration(SETTINGS_SECTION);
        session.setSettings(readSettings(settings));
        refresh();
    } catch (error) {
        failures.report('Reading the settings', error);
    }
}

/** What was said of every open document may not be true any more. */
function refresh(): void {
    const { workspace = {} } = client;
    const asked: Promise<unknown>[] = [];
    if (clientPulls() && workspace.diagnostics?.refreshSupport === true) {
        asked.push(connection.languages.diagnostics.refresh());
    }
    if (workspace.inlayHint?.refreshSupport === true) {
        asked.push(connection.languages.inlayHint.refresh());
    }
    if (workspace.codeLens?.refreshSupport === true) {
        asked.push(connection.sendRequest('workspace/codeLens/refresh'));
    }
    Promise.all(asked).catch((error: unknown) => {
        failures.report('Asking the client to refresh', error);
    });
    if (!clientPulls()) {
        for (const document of documents.all()) {
            pushes.run(document.uri, () => {
                push(document.uri, document.version, diagnosticsOf(document));
            });
        }
    }
}

function diagnosticsOf(document: TextDocument): Diagnostic[] {
    return failures.guard('Diagnostics', [], () => {
        const context = session.contextFor(document);
        return diagnose(context, findingsOf(context, session, failures));
    });
}

function push(uri: string, version: number, diagnostics: Diagnostic[]): void {
    connection.sendDiagnostics({ uri, version, diagnostics }).catch((error: unknown) => {
        failures.report('Sending diagnostics', error);
    });
}

// With node IPC nothing else tells that the parent is gone.
process.once('disconnect', () => process.exit(0));

documents.listen(connection);
connection.listen();
