import type { Position, Range as LspRange } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import { countBefore } from '../phpIni/sorted.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { PhpIniNode, Range } from '../phpIni/syntax/nodes.ts';

export function toPosition({ lines }: Pick<Text, 'lines'>, offset: number): Position {
    const line = lines.lineAt(offset);
    return { line, character: offset - lines.startOf(line) };
}

export function toRange(document: Pick<Text, 'lines'>, { start, end }: Range): LspRange {
    return { start: toPosition(document, start), end: toPosition(document, end) };
}

/** In the file that the client has: the one that the document's settings stand in, where they are embedded. */
export function shownRange({ document, embedding }: DocumentContext, range: Range): LspRange {
    return embedding ? toRange(embedding, embedding.toFile(range)) : toRange(document, range);
}

/** Of a position in the file that the client has; undefined where no setting of the document stands. */
export function shownOffset({ document, embedding }: DocumentContext, position: Position): number | undefined {
    return embedding
        ? embedding.toIni(toOffset({ lines: embedding.lines, text: embedding.file }, position))
        : toOffset(document, position);
}

type Text = Pick<PhpIniDocument, 'lines' | 'text'>;

/** Within the text, whatever the client says. */
export function toOffset({ lines, text }: Text, { line, character }: Position): number {
    if (line >= lines.count) {
        return text.length;
    }
    const next = line + 1 < lines.count ? lines.startOf(line + 1) - 1 : text.length;
    return Math.min(lines.startOf(Math.max(0, line)) + Math.max(0, character), next);
}

/** The node whose stretch of text holds the offset; at the end of the text, the last one. */
export function nodeAt(document: PhpIniDocument, offset: number): PhpIniNode | undefined {
    return document.nodes[indexAt(document, offset)];
}

/** The place of that node among the others. */
export function indexAt({ nodes }: PhpIniDocument, offset: number): number {
    return Math.max(0, countBefore(nodes, ({ full }) => full.start <= offset) - 1);
}
