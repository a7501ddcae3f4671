import type { FoldingRange } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { PhpIniNode } from '../phpIni/syntax/nodes.ts';
import { lastLineOf, sectionStretches } from './nodeRanges.ts';

export interface FoldingOptions {
    /** The most ranges that the client wants. */
    readonly limit?: number;
}

/**
 * Sections, comments, switched-off settings and multi-line values; whole lines always. Where there are too many,
 * sections come before the rest.
 */
export function foldingRanges(
    { document }: DocumentContext,
    { limit = Infinity }: FoldingOptions = {},
): FoldingRange[] {
    const found = [...sections(document), ...values(document), ...comments(document)].slice(0, Math.max(0, limit));
    return [...withoutCrossing(found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine))];
}

/**
 * Where several things share a line, their ranges could start on the same line, or one end amid another: clients take
 * neither.
 */
function* withoutCrossing(ranges: readonly FoldingRange[]): Generator<FoldingRange> {
    const open: FoldingRange[] = [];
    let previous = -1;
    for (const range of ranges) {
        while ((open.at(-1)?.endLine ?? Infinity) < range.startLine) {
            open.pop();
        }
        if (range.startLine > previous && range.endLine <= (open.at(-1)?.endLine ?? Infinity)) {
            yield range;
            open.push(range);
            previous = range.startLine;
        }
    }
}

function* sections(document: PhpIniDocument): Generator<FoldingRange> {
    for (const { section, last } of sectionStretches(document)) {
        const node = document.nodes[last];
        const endLine = node ? lastLineOf(document, node) : section.line;
        if (endLine > section.line) {
            yield { startLine: section.line, endLine, kind: 'region' };
        }
    }
}

function* values(document: PhpIniDocument): Generator<FoldingRange> {
    for (const node of document.assignments) {
        const endLine = lastLineOf(document, node);
        if (endLine > node.line) {
            yield { startLine: node.line, endLine };
        }
    }
}

function* comments({ nodes }: PhpIniDocument): Generator<FoldingRange> {
    for (let index = 0; index < nodes.length;) {
        if (!isComment(nodes[index])) {
            index++;
            continue;
        }
        let end = index + 1;
        while (end < nodes.length && isComment(nodes[end])) {
            end++;
        }
        yield* commentBlocks(nodes.slice(index, end));
        index = end;
    }
}

/**
 * Splits comment lines that follow each other into prose and blocks of switched-off settings. One such setting amid
 * prose is an example, which belongs to it; one at either end stands for itself and stays in sight.
 */
function* commentBlocks(nodes: readonly PhpIniNode[]): Generator<FoldingRange> {
    let proseStart = 0;
    for (let index = 0; index <= nodes.length;) {
        let end = index;
        while (isSwitchedOff(nodes[end])) {
            end++;
        }
        if (end - index >= 2 || end === nodes.length) {
            yield* prose(nodes.slice(proseStart, index));
            yield* block(nodes[index], nodes[end - 1]);
            proseStart = end;
        }
        index = end + 1;
    }
}

function* prose(nodes: readonly PhpIniNode[]): Generator<FoldingRange> {
    const isProse = (node: PhpIniNode) => !isSwitchedOff(node);
    yield* block(nodes.find(isProse), nodes.findLast(isProse));
}

function* block(first: PhpIniNode | undefined, last: PhpIniNode | undefined): Generator<FoldingRange> {
    if (first && last && last.line > first.line) {
        yield { startLine: first.line, endLine: last.line, kind: 'comment' };
    }
}

function isComment(node: PhpIniNode | undefined): boolean {
    return node?.kind === 'comment' || node?.kind === 'disabledAssignment';
}

function isSwitchedOff(node: PhpIniNode | undefined): boolean {
    return node?.kind === 'disabledAssignment' && !node.indented;
}
