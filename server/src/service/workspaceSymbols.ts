import type { SymbolInformation } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function workspaceSymbols(_contexts: Iterable<DocumentContext>, _query: string): SymbolInformation[] {
    return [];
}
