import type { FoldingRange } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function foldingRanges(_context: DocumentContext): FoldingRange[] {
    return [];
}
