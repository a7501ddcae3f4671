import type { Position, Range as LspRange } from 'vscode-languageserver';
import { countBefore } from '../phpIni/sorted.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { PhpIniNode, Range } from '../phpIni/syntax/nodes.ts';

export function toPosition({ lines }: PhpIniDocument, offset: number): Position {
    const line = lines.lineAt(offset);
    return { line, character: offset - lines.startOf(line) };
}

export function toRange(document: PhpIniDocument, { start, end }: Range): LspRange {
    return { start: toPosition(document, start), end: toPosition(document, end) };
}

/** Within the text, whatever the client says. */
export function toOffset({ lines, text }: PhpIniDocument, { line, character }: Position): number {
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
