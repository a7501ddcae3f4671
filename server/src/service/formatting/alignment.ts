import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { lastLineOf } from '../nodeRanges.ts';

/**
 * How many blanks each `=` needs in front of it to stand below the others of its block: settings on lines that follow
 * each other directly.
 */
export function alignments(document: PhpIniDocument, tabSize: number): Map<AssignmentNode, number> {
    const blanks = new Map<AssignmentNode, number>();
    for (const block of blocks(document)) {
        const widths = block.map(node => widthOf(document, node, tabSize));
        const widest = widths.reduce((a, b) => Math.max(a, b), 0);
        block.forEach((node, index) => blanks.set(node, widest - (widths[index] ?? 0) + 1));
    }
    return blanks;
}

function* blocks(document: PhpIniDocument): Generator<AssignmentNode[]> {
    let block: AssignmentNode[] = [];
    let nextLine = -1;
    for (const node of document.assignments) {
        const sharesLine = node.line === nextLine - 1;
        if (!node.reached || node.line !== nextLine) {
            yield block;
            block = [];
        }
        if (node.reached && !sharesLine) {
            block.push(node);
        }
        nextLine = lastLineOf(document, node) + 1;
    }
    yield block;
}

/** Of the line up to the end of the name, a tab counted as the editor shows it. */
function widthOf({ text, lines }: PhpIniDocument, node: AssignmentNode, tabSize: number): number {
    let width = 0;
    for (const character of text.slice(lines.startOf(node.line), node.equalsOffset).trimEnd()) {
        if (character === '\t') {
            width += tabSize - (width % tabSize);
        } else if (character !== '\uFEFF') {
            width++;
        }
    }
    return width;
}
