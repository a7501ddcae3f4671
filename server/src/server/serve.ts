import type { Connection, InitializeParams, ResponseError, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientPulls } from './capabilities.ts';
import { readFacts, settingsSection, workspaceFolderUris } from './clientData.ts';
import { clientSupport } from '../model/clientSupport.ts';
import { Failures } from './failures.ts';
import { registerFeatures } from './features/features.ts';
import { FACTS_NOTIFICATION } from '../phpIni/protocol.ts';
import { followWorkspace } from './followWorkspace.ts';
import { PhpVersions } from './phpVersions.ts';
import { Pushes } from './pushes.ts';
import { Session } from './session.ts';
import { readOptions, readSettings } from './settings.ts';
import { registrations } from './registrations.ts';
import { VersionNews } from './versionNews.ts';
import { pathsOf } from './workspaceFolders.ts';
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
    const folders = pathsOf(workspaceFolderUris(params));
    const versions = new PhpVersions(folders, {
        found: (uri, told) => {
            session.setFound(uri, told);
        },
        failed: error => {
            failures.report('Looking for the PHP version', error);
        },
    });
    const settled = (uri: string): Promise<void> | undefined => versions.settled(uri);
    const diagnose = registerFeatures({ connection, session, failures, refusal, settled });
    const pushes = clientPulls(client) ? undefined : new Pushes(connection, failures, diagnose);
    const news =
        options.showsPhpVersion === true
            ? new VersionNews((method, news) => {
                  connection.sendNotification(method, news).catch((error: unknown) => {
                      failures.report('Telling the PHP version', error);
                  });
              })
            : undefined;

    /** Once it is known which PHP reads the document. */
    const say = ({ uri }: TextDocument): void => {
        const tell = (): void => {
            const document = documents.get(uri);
            if (document) {
                pushes?.later(document);
                news?.tell(uri, session.phpOf(uri));
            }
        };
        const waiting = settled(uri);
        if (waiting) {
            void waiting.then(tell);
        } else {
            tell();
        }
    };

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
        documents.all().forEach(say);
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

    const files = new WorkspaceFiles(folders, () => {
        session.setBeaters(uri => files.beaters(uri));
        refresh();
    });
    followWorkspace({
        connection,
        folders,
        failures,
        onFolders: now => {
            versions.folders = now;
            files.folders = now;
        },
        onChange: async changed => {
            const [found] = await Promise.all([
                Promise.all(documents.all().map(({ uri }) => versions.look(uri))),
                files.update(changed),
            ]);
            if (found.includes(true)) {
                refresh();
            }
        },
    });

    /** What beats a php.ini is looked for once there is one. */
    const lookForBeaters = ({ uri }: TextDocument): void => {
        if (session.contextOf(uri)) {
            files.look().catch((error: unknown) => {
                failures.report('Looking for what beats a php.ini', error);
            });
        }
    };
    const opened = (document: TextDocument): void => {
        void versions.look(document.uri);
        lookForBeaters(document);
    };
    documents.onDidOpen(({ document }) => {
        opened(document);
    });
    // It is called for those that are opened as well, afterwards.
    documents.onDidChangeContent(({ document }) => {
        say(document);
    });

    documents.onDidClose(({ document }) => {
        versions.forget(document.uri);
        session.forget(document.uri);
        news?.forget(document.uri);
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
        opened(document);
        say(document);
    });
}
