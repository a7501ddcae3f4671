import type { DocumentSymbol } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function documentSymbols(_context: DocumentContext): DocumentSymbol[] {
    return [];
}
