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
import { featureCapabilities } from './capabilities.ts';
import { clientSupport } from './clientSupport.ts';
import { Debounce } from './debounce.ts';
import { Failures } from './failures.ts';
import type { Diagnose } from './features.ts';
import { type ClusterFacts, FACTS_NOTIFICATION } from './protocol.ts';
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
const features = Promise.withResolvers<Diagnose>();
let client: InitializeParams['capabilities'] = {};

connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.setOptions(readOptions(params.initializationOptions));
    client = params.capabilities;
    session.client = clientSupport(client);
    // Behind the first answer, and before anything else can be asked: rules and features take longer to load than all the rest.
    setImmediate(() => void loadFeatures());
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

documents.onDidChangeContent(({ document }) => {
    if (!clientPulls()) {
        pushLater(document);
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
            pushLater(document);
        }
    }
}

function pushLater(document: TextDocument): void {
    pushes.run(document.uri, () => {
        void features.promise.then(diagnose => {
            // Closed meanwhile: what was said of it is taken back already.
            if (documents.get(document.uri) === document) {
                push(document.uri, document.version, diagnose(document));
            }
        });
    });
}

function push(uri: string, version: number, diagnostics: Diagnostic[]): void {
    connection.sendDiagnostics({ uri, version, diagnostics }).catch((error: unknown) => {
        failures.report('Sending diagnostics', error);
    });
}

async function loadFeatures(): Promise<void> {
    const { registerFeatures } = await import('./features.ts');
    features.resolve(registerFeatures(connection, session, failures));
}

// With node IPC nothing else tells that the parent is gone.
process.once('disconnect', () => process.exit(0));

documents.listen(connection);
connection.listen();
