import { isNewline } from './characters.ts';
import type { PhpIniDocument } from './document.ts';
import { bomLength } from './lines.ts';
import type { SectionNode } from './nodes.ts';

/** An edit would have to stand where PHP does not read any more. */
export class PhpIniSyntaxError extends Error {
    /** From 1, of the place where PHP stops. */
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.name = 'PhpIniSyntaxError';
        this.line = line;
    }
}

export function notRead(document: PhpIniDocument): PhpIniSyntaxError {
    if (document.error) {
        return new PhpIniSyntaxError(document.error.message, document.error.line + 1);
    }
    const line = document.lines.lineAt(document.silentEnd ?? document.text.length) + 1;
    return new PhpIniSyntaxError('something that does not end makes PHP stop reading, without a message', line);
}

export function splice(text: string, start: number, end: number, replacement: string): string {
    return text.slice(0, start) + replacement + text.slice(end);
}

/** True at the start of the file, and behind a line ending. */
export function startsLine(text: string, offset: number): boolean {
    return offset <= bomLength(text) || isNewline(text.charCodeAt(offset - 1));
}

/** The text with whole lines added at the offset, in the file's own line endings; never before its byte order mark. */
export function insertLines({ text, eol }: PhpIniDocument, offset: number, lines: readonly string[]): string {
    const place = Math.max(offset, bomLength(text));
    const added = lines.map(line => line + eol).join('');
    return splice(text, place, place, startsLine(text, place) ? added : eol + added);
}

/** A section of that name, in any case of letters, whose settings are global. */
export function isPlainSection(node: SectionNode, name: string): boolean {
    return node.reached && !node.special && !node.capturedBy && node.name.trim().toLowerCase() === name.toLowerCase();
}

/**
 * Behind the section's last directive, in use or not; comments that stand right above the next heading belong to that.
 */
export function endOfContent({ nodes }: PhpIniDocument, section: SectionNode): number {
    const first = nodes.indexOf(section);
    let next = first + 1;
    let last = first;
    for (; next < nodes.length; next++) {
        const node = nodes[next];
        if (!node || node.kind === 'section' || !node.reached) {
            break;
        }
        if (node.kind !== 'blank' && node.kind !== 'comment') {
            last = next;
        }
    }
    let end = last + 1;
    while (end < next && nodes[end]?.kind === 'comment') {
        end++;
    }
    if (end === next && next < nodes.length) {
        end = last + 1;
    }
    return nodes[end - 1]?.full.end ?? section.full.end;
}

/**
 * The text with lines added at the end, but before a host or path section; then, as a second best, before the last
 * line. Throws where PHP does not read that far.
 */
export function* appended(document: PhpIniDocument, lines: readonly string[]): Generator<string> {
    const { nodes, text } = document;
    const blocker = nodes.findIndex(node => !node.reached || (node.kind === 'section' && node.special));
    const blocking = nodes[blocker];
    if (blocking && !blocking.reached) {
        throw notRead(document);
    }
    let end = blocking ? blocker : nodes.length;
    while (blocking && nodes[end - 1]?.kind === 'comment') {
        end--;
    }
    const space = end === 0 || nodes[end - 1]?.kind === 'blank' || lines.length === 1 ? [] : [''];
    yield insertLines(document, nodes[end]?.full.start ?? text.length, [...space, ...lines, ...(blocking ? [''] : [])]);
    // Some things read differently at the very end of a file from how they read at the end of a line.
    const last = nodes.at(-1);
    if (last && !blocking) {
        yield insertLines(document, last.full.start, lines);
    }
}
