import './memory.ts';
import {
    createConnection,
    ErrorCodes,
    type InitializeParams,
    type InitializeResult,
    ResponseError,
    TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { initializeResult } from './capabilities.ts';

/**
 * Serves the client that the program was started by. @param isAnswered whether its first request has had its answer
 * already
 */
export function startServer(isAnswered: boolean): void {
    const connection = createConnection();
    const documents = new TextDocuments(TextDocument);
    let client: InitializeParams | undefined;

    connection.onInitialize((params): InitializeResult | Promise<InitializeResult> => {
        client = params;
        return isAnswered ? Promise.withResolvers<InitializeResult>().promise : initializeResult(params);
    });

    const early = connection.onRequest(
        method => new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before the client is initialized`),
    );

    /** Before anything else is asked: rules and features take longer to load than all the rest. */
    const serveClient = async (): Promise<void> => {
        const params = client;
        client = undefined;
        if (params) {
            early.dispose();
            const { serve } = await import('./serve.ts');
            const refusal = (message: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, message);
            serve({ connection, documents, params, refusal });
        }
    };
    connection.onInitialized(serveClient);
    // Clients that never say that they are initialized are served as well.
    documents.onDidOpen(serveClient);

    // With node IPC nothing else tells that the parent is gone.
    process.once('disconnect', () => process.exit(0));
    documents.listen(connection);
    connection.listen();
}
