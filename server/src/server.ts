import {
    createConnection,
    ErrorCodes,
    type InitializeParams,
    type InitializeResult,
    ResponseError,
    TextDocuments,
    TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientPulls, featureCapabilities } from './capabilities.ts';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

let client: InitializeParams | undefined;

connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params;
    return {
        serverInfo: { name: 'php-ini' },
        capabilities: {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
            ...featureCapabilities,
            ...(clientPulls(params.capabilities) && {
                diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
            }),
        },
    };
});

/** Once the first answer is out, and before anything else is asked: rules and features take longer to load than all the rest. */
async function serveClient(): Promise<void> {
    const params = client;
    client = undefined;
    if (params) {
        const { serve } = await import('./serve.ts');
        const refusal = (message: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, message);
        serve({ connection, documents, params, refusal });
    }
}

connection.onInitialized(serveClient);
// Clients that never say that they are initialized are served as well.
documents.onDidOpen(serveClient);

// With node IPC nothing else tells that the parent is gone.
process.once('disconnect', () => process.exit(0));

documents.listen(connection);
connection.listen();
