import { isBlank, isNewline } from '../../phpIni/syntax/characters.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { bomLength } from '../../phpIni/syntax/lines.ts';
import type { AssignmentNode, PhpIniNode, TextChange } from '../../phpIni/syntax/nodes.ts';

/** False where another node follows on the same line. */
export function endsLine(text: string, { full: { end } }: PhpIniNode): boolean {
    return end === text.length || isNewline(text.charCodeAt(end - 1));
}

/** So many blanks before the `=`, and one behind it where there is a value. */
export function* aroundEquals(text: string, node: AssignmentNode, before: number): Generator<TextChange> {
    const { equalsOffset, nameRange, valueRange, rawValue } = node;
    yield* replacing(text, startOfBlanks(text, equalsOffset, nameRange.end), equalsOffset, ' '.repeat(before));
    if (rawValue !== '') {
        yield* replacing(text, equalsOffset + 1, valueRange.start, ' ');
    }
}

/** No blanks at the end of the node's last line. */
export function* atEndOfLine(text: string, node: PhpIniNode): Generator<TextChange> {
    const end = withoutNewline(text, node.full.end);
    const start = startOfBlanks(text, end, floorOf(text, node));
    if (!(end === text.length && keepsBlanks(node))) {
        yield* replacing(text, start, end, '');
    }
}

/** As the client wants the file to end; nothing where PHP does not read to the end. */
export function* atEndOfFile(
    document: PhpIniDocument,
    { insertFinalNewline, trimFinalNewlines }: { insertFinalNewline?: boolean; trimFinalNewlines?: boolean },
): Generator<TextChange> {
    const { text, nodes, eol, lines } = document;
    const end = endOfContent(document);
    const last = nodes.at(-1);
    if (end === 0 || !last?.reached) {
        return;
    }
    if (trimFinalNewlines === true) {
        yield* replacing(text, end, text.length, '');
    }
    const lastLine = lines.startOf(lines.count - 1);
    const isOpen = startOfBlanks(text, text.length, lastLine) > lastLine;
    const isSafe = !(keepsBlanks(last) && isBlank(text.charCodeAt(text.length - 1)));
    if (insertFinalNewline === true && isOpen && isSafe) {
        yield { range: { start: text.length, end: text.length }, newText: eol };
    }
}

/** Behind the last line that holds anything; 0 where none does. */
export function endOfContent({ nodes, text }: PhpIniDocument): number {
    const last = nodes.findLast(({ kind, range }) => kind !== 'blank' && range.end > range.start);
    return last && last.full.end > bomLength(text) ? last.full.end : 0;
}

function* replacing(text: string, start: number, end: number, newText: string): Generator<TextChange> {
    if (end - start !== newText.length || text.slice(start, end) !== newText) {
        yield { range: { start, end }, newText };
    }
}

function startOfBlanks(text: string, end: number, floor: number): number {
    while (end > floor && isBlank(text.charCodeAt(end - 1))) {
        end--;
    }
    return end;
}

function withoutNewline(text: string, end: number): number {
    if (text.charCodeAt(end - 1) === 0x0a) {
        end--;
        return text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
    }
    return text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

/** Where the blanks at the end of the node's last line start at the earliest. */
function floorOf(text: string, node: PhpIniNode): number {
    const { kind, full, range, comment } = node;
    if (comment) {
        return comment.start;
    }
    if (kind === 'assignment' && node.rawValue === '') {
        return node.equalsOffset + 1;
    }
    if (kind === 'comment' || kind === 'disabledAssignment') {
        return range.start;
    }
    return range.end > range.start ? range.end : Math.max(full.start, bomLength(text));
}

/** At the end of a file PHP takes blanks for part of a value without quotes, and of a line without `=`. */
function keepsBlanks({ kind, comment, range }: PhpIniNode): boolean {
    return comment === undefined && (kind === 'assignment' || (kind === 'bareKey' && range.end > range.start));
}
