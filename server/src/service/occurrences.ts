import type { DocumentHighlight, Location, Position } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function documentHighlights(_context: DocumentContext, _position: Position): DocumentHighlight[] {
    return [];
}

/** In the document, and in the others that are open. */
export function references(
    _context: DocumentContext,
    _position: Position,
    _others: Iterable<DocumentContext>,
): Location[] {
    return [];
}
