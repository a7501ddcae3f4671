import type { CodeLens } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function codeLenses(_context: DocumentContext): CodeLens[] {
    return [];
}
