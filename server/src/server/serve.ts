import type { Connection, InitializeParams, ResponseError, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientPulls } from './capabilities.ts';
import { readFacts, settingsSection } from './clientData.ts';
import { clientSupport } from '../model/clientSupport.ts';
import { Failures } from './failures.ts';
import { registerFeatures } from './features/features.ts';
import { FACTS_NOTIFICATION } from '../phpIni/protocol.ts';
import { Pushes } from './pushes.ts';
import { Session } from './session.ts';
import { readOptions, readSettings } from './settings.ts';
import { registrations } from './registrations.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

const SETTINGS_SECTION = 'phpSessionCluster';

export interface Served {
    readonly connection: Connection;
    readonly documents: TextDocuments<TextDocument>;
    /** What the client said of itself. */
    readonly params: InitializeParams;
    /**
     * An error that the client gets as the answer to its request; the connection has to know it by its class, and so
     * makes it.
     */
    readonly refusal: (message: string) => ResponseError;
}

/** All that the server does once the client has had its first answer. */
export function serve({ connection, documents, params, refusal }: Served): void {
    const { capabilities: client } = params;
    const { workspace = {} } = client;
    const failures = new Failures(message => {
        connection.console.error(message);
    });
    const options = readOptions(params.initializationOptions);
    const session = new Session(documents, clientSupport(client, options), options);
    const diagnose = registerFeatures({ connection, session, failures, refusal });
    const pushes = clientPulls(client) ? undefined : new Pushes(connection, failures, diagnose);

    /** What was said of every open document may not be true any more. */
    const refresh = (): void => {
        const refreshes: Promise<unknown>[] = [];
        if (clientPulls(client) && workspace.diagnostics?.refreshSupport === true) {
            refreshes.push(connection.languages.diagnostics.refresh());
        }
        if (workspace.inlayHint?.refreshSupport === true) {
            refreshes.push(connection.languages.inlayHint.refresh());
        }
        if (workspace.codeLens?.refreshSupport === true) {
            refreshes.push(connection.sendRequest('workspace/codeLens/refresh'));
        }
        Promise.all(refreshes).catch((error: unknown) => {
            failures.report('Asking the client to refresh', error);
        });
        documents.all().forEach(document => pushes?.later(document));
    };

    const readSettingsAgain = async (): Promise<void> => {
        try {
            const settings: unknown = await connection.workspace.getConfiguration(SETTINGS_SECTION);
            session.setSettings(readSettings(settings));
            refresh();
        } catch (error) {
            failures.report('Reading the settings', error);
        }
    };

    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
        if (workspace.configuration === true) {
            void readSettingsAgain();
        } else {
            session.setSettings(readSettings(settingsSection(settings, SETTINGS_SECTION)));
            refresh();
        }
    });

    connection.onNotification(FACTS_NOTIFICATION, (params: unknown) => {
        failures.guard('Reading the facts', undefined, () => {
            session.setFacts(readFacts(params));
            refresh();
        });
    });

    const files = new WorkspaceFiles(folders(params), () => {
        session.setBeaters(uri => files.beaters(uri));
        refresh();
    });
    const lookOnce = ({ uri }: TextDocument): void => {
        if (session.contextOf(uri)) {
            files.look().catch((error: unknown) => {
                failures.report('Looking for what beats a php.ini', error);
            });
        }
    };

    documents.onDidChangeContent(({ document }) => {
        pushes?.later(document);
        lookOnce(document);
    });

    connection.onDidChangeWatchedFiles(({ changes }) => {
        files.update(changes.map(({ uri }) => uri)).catch((error: unknown) => {
            failures.report('Reading what has changed', error);
        });
    });

    documents.onDidClose(({ document }) => {
        session.forget(document.uri);
        pushes?.takeBack(document);
    });

    if (workspace.configuration === true) {
        void readSettingsAgain();
    }
    const wanted = registrations(client, SETTINGS_SECTION);
    if (wanted.length > 0) {
        connection.sendRequest('client/registerCapability', { registrations: wanted }).catch((error: unknown) => {
            failures.report('Asking to be told of more', error);
        });
    }
    documents.all().forEach(document => {
        pushes?.later(document);
        lookOnce(document);
    });
}

function folders({ workspaceFolders }: InitializeParams): string[] {
    return (workspaceFolders ?? []).map(({ uri }) => uri);
}
