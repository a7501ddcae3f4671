import type { DocumentHighlight, Location, Position } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import { occurrenceAt, occurrencesOf, sameAs } from './names.ts';
import { toOffset, toRange } from './positions.ts';

/** Of the language server protocol's DocumentHighlightKind. */
const readKind = 2;
const writeKind = 3;

/** The assignments of the directive, or uses of the variable, at the position. */
export function documentHighlights(context: DocumentContext, position: Position): DocumentHighlight[] {
    const { document } = context;
    const occurrence = occurrenceAt(context, toOffset(document, position));
    return occurrence
        ? sameAs(context, occurrence).map(({ range, write }) => ({
              range: toRange(document, range),
              kind: write ? writeKind : readKind,
          }))
        : [];
}

export interface ReferenceOptions {
    /** Whether assignments count; where a client does not say, they do. */
    readonly includeDeclaration?: boolean;
}

/**
 * In the document as `documentHighlights`; in the others that are open, wherever the name stands: which of two files
 * PHP reads first is not known, and so not whether a `${NAME}` in one means a directive of the other.
 */
export function references(
    context: DocumentContext,
    position: Position,
    others: Iterable<DocumentContext>,
    { includeDeclaration = true }: ReferenceOptions = {},
): Location[] {
    const occurrence = occurrenceAt(context, toOffset(context.document, position));
    if (!occurrence) {
        return [];
    }
    const found = sameAs(context, occurrence).map(one => ({ ...one, context }));
    for (const other of others) {
        if (other.uri !== context.uri) {
            const there = other.memo(occurrencesOf).filter(({ name }) => name === occurrence.name);
            found.push(...there.map(one => ({ ...one, context: other })));
        }
    }
    return found
        .filter(({ write }) => includeDeclaration || !write)
        .map(({ context: { uri, document }, range }) => ({ uri, range: toRange(document, range) }));
}
