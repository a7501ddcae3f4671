import type { Position, SelectionRange } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import { allBut, isBlank } from '../phpIni/syntax/characters.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { AssignmentNode, PhpIniNode, Range } from '../phpIni/syntax/nodes.ts';
import { contains, sectionStretches, type SectionStretch, withComment } from './nodeRanges.ts';
import { nodeAt, toOffset, toRange } from './positions.ts';
import { variableNameRange, variablesOf } from './variables.ts';

/** One for each position: the word, what it is part of, the setting, its line, its section, the file. */
export function selectionRanges(context: DocumentContext, positions: readonly Position[]): SelectionRange[] {
    const { document } = context;
    return positions.map(position => {
        const offset = toOffset(document, position);
        const node = nodeAt(document, offset);
        const candidates = [
            ...(node ? inNode(document, node, offset) : []),
            ...context
                .memo(stretchesOf)
                .filter(({ range }) => contains(range, offset))
                .map(({ range }) => range),
        ];
        return chain(document, candidates, offset);
    });
}

function stretchesOf({ document }: DocumentContext): SectionStretch[] {
    return sectionStretches(document);
}

/** From the inside out; what does not hold the one before it, or is no larger, is left out. */
function chain(document: PhpIniDocument, candidates: readonly Range[], offset: number): SelectionRange {
    const kept: Range[] = [];
    for (const range of [...candidates, { start: 0, end: document.text.length }]) {
        const inner = kept.at(-1) ?? { start: offset, end: offset };
        const isLarger = range.end - range.start > inner.end - inner.start;
        if (isLarger && range.start <= inner.start && range.end >= inner.end) {
            kept.push(range);
        }
    }
    const [first = { start: offset, end: offset }, ...rest] = kept.reverse();
    return rest.reduce<SelectionRange>((parent, range) => ({ range: toRange(document, range), parent }), {
        range: toRange(document, first),
    });
}

function inNode(document: PhpIniDocument, node: PhpIniNode, offset: number): Range[] {
    const { text } = document;
    const line = withComment(node);
    const { comment = node.kind === 'comment' || node.kind === 'disabledAssignment' ? node.range : undefined } = node;
    const within = comment && contains(comment, offset) ? comment : node.range;
    if (!contains(within, offset)) {
        return [line];
    }
    const words = [around(text, within, offset, isWord), around(text, within, offset, isPiece)];
    if (node.kind === 'assignment' && within === node.range) {
        return [...words.slice(0, 1), ...inAssignment(document, node, offset), node.range, line];
    }
    if (node.kind === 'section' && contains(node.nameRange, offset)) {
        words.push(node.nameRange);
    }
    if (node.kind === 'disabledAssignment') {
        words.push(...[node.nameRange, node.valueRange].filter(range => contains(range, offset)));
    }
    return [...words, within, line];
}

function inAssignment(document: PhpIniDocument, node: AssignmentNode, offset: number): Range[] {
    const { text } = document;
    if (!contains(node.valueRange, offset)) {
        const name = { start: node.range.start, end: node.equalsOffset };
        return [node.nameRange, around(text, name, offset, code => !isBlank(code))];
    }
    const variables = variablesOf(node)
        .filter(({ start, end }) => contains({ start, end }, offset))
        .map(variable => [variableNameRange(document, variable), { start: variable.start, end: variable.end }])
        .reverse();
    const content = insideQuotes(text, node.valueRange, offset);
    return [
        ...variables.flat(),
        around(text, content, offset, isPiece),
        trimmed(
            text,
            around(text, content, offset, code => code !== comma),
        ),
        content,
        node.valueRange,
    ];
}

/** The quoted string of the value that the offset is in, without its quotes; the whole value where it is in none. */
function insideQuotes(text: string, value: Range, offset: number): Range {
    const quote = text.charAt(value.start);
    if ((quote === '"' || quote === `'`) && value.end - value.start >= 2 && text.charAt(value.end - 1) === quote) {
        const inside = { start: value.start + 1, end: value.end - 1 };
        return contains(inside, offset) ? inside : value;
    }
    return value;
}

/** The stretch of such characters that the offset is in or at the edge of. */
function around(text: string, { start, end }: Range, offset: number, belongs: (code: number) => boolean): Range {
    let from = offset;
    while (from > start && belongs(text.charCodeAt(from - 1))) {
        from--;
    }
    let to = offset;
    while (to < end && belongs(text.charCodeAt(to))) {
        to++;
    }
    return { start: from, end: to };
}

function trimmed(text: string, { start, end }: Range): Range {
    while (start < end && isBlank(text.charCodeAt(start))) {
        start++;
    }
    while (end > start && isBlank(text.charCodeAt(end - 1))) {
        end--;
    }
    return { start, end };
}

const comma = 0x2c;
const wordCharacter = /\w/;

/** What is written without a break: a server of a list, a constant of an expression. */
const isPiece = allBut(' \t\r\n,;"\'|&()=[]');

function isWord(code: number): boolean {
    return code > 127 || wordCharacter.test(String.fromCharCode(code));
}
