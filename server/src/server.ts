import {
    createConnection,
    type Diagnostic,
    ErrorCodes,
    type InitializeParams,
    type InitializeResult,
    ResponseError,
    TextDocuments,
    TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Debounce } from './debounce.ts';
import { Failures } from './failures.ts';
import { Models } from './models.ts';
import { EVALUATE_REQUEST, type EvaluateParams, type EvaluateResult, type ServerOptions } from './protocol.ts';
import { complete } from './service/completion.ts';
import { diagnose } from './service/diagnostics.ts';
import { hover } from './service/hover.ts';
import { evaluate } from './syntax/evaluate.ts';

/** Between the last keystroke and what is said about it, where diagnostics are pushed. */
const PUSH_DELAY_MS = 20;

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
const models = new Models();
const failures = new Failures(message => {
    connection.console.error(message);
});
const pushes = new Debounce(PUSH_DELAY_MS);
let clientPulls = false;

connection.onInitialize((params: InitializeParams): InitializeResult => {
    models.setPhpVersion(optionsOf(params.initializationOptions).phpVersion);
    clientPulls = params.capabilities.textDocument?.diagnostic !== undefined;
    return {
        serverInfo: { name: 'php-ini' },
        capabilities: {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
            completionProvider: { triggerCharacters: ['=', '.'] },
            hoverProvider: true,
            ...(clientPulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
        },
    };
});

connection.onCompletion(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document ? failures.guard('Completion', [], () => complete(models.get(document), position)) : [];
});

connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document ? failures.guard('Hover', null, () => hover(models.get(document), position) ?? null) : null;
});

connection.languages.diagnostics.on(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: 'full', items: document ? diagnosticsOf(document) : [] };
});

connection.onRequest(EVALUATE_REQUEST, (params: Partial<EvaluateParams> | null): EvaluateResult | ResponseError => {
    const uri = params?.textDocument?.uri;
    const document = uri === undefined ? undefined : documents.get(uri);
    return document
        ? evaluate(models.get(document))
        : new ResponseError(ErrorCodes.InvalidParams, `No open document ${uri ?? ''} to evaluate`);
});

documents.onDidChangeContent(({ document }) => {
    if (!clientPulls) {
        pushes.run(document.uri, () => {
            push(document.uri, document.version, diagnosticsOf(document));
        });
    }
});

documents.onDidClose(({ document }) => {
    models.forget(document.uri);
    pushes.cancel(document.uri);
    if (!clientPulls) {
        push(document.uri, document.version, []);
    }
});

function diagnosticsOf(document: TextDocument): Diagnostic[] {
    return failures.guard('Diagnostics', [], () =>
        diagnose(models.get(document), (rule, error) => {
            failures.report(`Rule ${rule.code}`, error);
        }),
    );
}

function push(uri: string, version: number, diagnostics: Diagnostic[]): void {
    connection.sendDiagnostics({ uri, version, diagnostics }).catch((error: unknown) => {
        failures.report('Sending diagnostics', error);
    });
}

function optionsOf(options: unknown): ServerOptions {
    const phpVersion: unknown =
        typeof options === 'object' && options !== null && 'phpVersion' in options ? options.phpVersion : undefined;
    return typeof phpVersion === 'string' ? { phpVersion } : {};
}

// With node IPC nothing else tells that the parent is gone.
process.once('disconnect', () => process.exit(0));

documents.listen(connection);
connection.listen();
