import type { DocumentLink } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function documentLinks(_context: DocumentContext): DocumentLink[] {
    return [];
}
