import type { Position, SelectionRange } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

/** One for each position. */
export function selectionRanges(_context: DocumentContext, positions: readonly Position[]): SelectionRange[] {
    return positions.map(position => ({ range: { start: position, end: position } }));
}
