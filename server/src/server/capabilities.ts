import type { ClientCapabilities, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { FIX_ALL } from '../service/actionKinds.ts';
import { tokenModifiers, tokenTypes } from '../service/semanticTokens/tokenLegend.ts';

/** Of the protocol's TextDocumentSyncKind. */
export const incremental = 2;

export const completionOptions = { triggerCharacters: ['=', '.', ',', '[', '"', '?', '&'], resolveProvider: true };
export const diagnosticOptions = { interFileDependencies: false, workspaceDiagnostics: false };

/** What the server can do, whoever the client is. */
const featureCapabilities: ServerCapabilities = {
    completionProvider: completionOptions,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: true,
        range: true,
    },
    documentLinkProvider: {},
    inlayHintProvider: true,
    codeLensProvider: {},
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
};

/** Whether the client asks for diagnostics; others are told. */
export function clientPulls({ textDocument }: ClientCapabilities): boolean {
    return textDocument?.diagnostic !== undefined;
}

/** The answer to `initialize`. */
export function initializeResult({ capabilities }: InitializeParams): InitializeResult {
    return {
        serverInfo: { name: 'php-ini' },
        capabilities: {
            textDocumentSync: { openClose: true, change: incremental },
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
            ...featureCapabilities,
            ...(clientPulls(capabilities) && { diagnosticProvider: diagnosticOptions }),
        },
    };
}
