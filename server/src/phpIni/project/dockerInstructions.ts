import { type FileLine, linesOf } from '../fileLines.ts';

/** Characters and their places in the file: what joins lines is left out. */
export interface PlacedText {
    readonly signs: string;
    readonly offsets: readonly number[];
}

/** What stands below an instruction, up to its word: `COPY <<EOF /etc/motd`. */
export interface HereDocument {
    readonly word: string;
    readonly text: PlacedText;
}

/** One instruction of a Dockerfile, its lines joined. */
export interface Instruction {
    /** In capitals. */
    readonly name: string;
    /** What stands behind the name, with its options. */
    readonly source: PlacedText;
    readonly documents: readonly HereDocument[];
}

const head = /^[ \t]*([A-Za-z]+)[ \t]+(?=\S)/;
const document = /<<(-?)(["']?)([A-Za-z_]\w*)\2/g;

/** In their order, without comments. */
export function* instructionsOf(file: string): Generator<Instruction> {
    const escape = /^(?:\uFEFF)?(?:#[^\n]*\n)*?#[ \t]*escape[ \t]*=[ \t]*`/i.test(file) ? '`' : '\\';
    const lines = [...linesOf(file)];
    for (let index = 0; index < lines.length; index++) {
        if (isEmpty(lines[index]?.text ?? '')) {
            continue;
        }
        const joined = joinedLines(lines, index, escape);
        index = joined.last;
        const [whole, name] = head.exec(joined.text.signs) ?? [];
        if (whole === undefined || name === undefined) {
            continue;
        }
        const source = from(joined.text, whole.length);
        const documents: HereDocument[] = [];
        for (const [, dash, , word = ''] of source.signs.matchAll(document)) {
            const { text, end } = documentBelow(lines, index + 1, word, dash === '-');
            index = end;
            documents.push({ word, text });
        }
        yield { name: name.toUpperCase(), source, documents };
    }
}

/** The rest of a text. */
export function from({ signs, offsets }: PlacedText, start: number): PlacedText {
    return { signs: signs.slice(start), offsets: offsets.slice(start) };
}

/** A comment, or nothing; within an instruction neither counts. */
function isEmpty(line: string): boolean {
    return /^[ \t\uFEFF]*(?:#|$)/.test(line);
}

/** An instruction goes on while its lines end with the sign for that. */
function joinedLines(lines: readonly FileLine[], first: number, escape: string): { text: PlacedText; last: number } {
    let signs = '';
    const offsets: number[] = [];
    let last = first;
    for (let index = first; index < lines.length; index++) {
        const { text = '', range } = lines[index] ?? {};
        last = index;
        if (index > first && isEmpty(text)) {
            continue;
        }
        const trimmed = text.trimEnd();
        const goesOn = trimmed.endsWith(escape);
        const kept = goesOn ? trimmed.slice(0, -1) : trimmed;
        for (let place = 0; place < kept.length; place++) {
            offsets.push((range?.start ?? 0) + place);
        }
        signs += kept;
        if (!goesOn) {
            break;
        }
    }
    return { text: { signs: signs.replace(/^\uFEFF/, ' '), offsets }, last };
}

/** One that never ends is all the rest. */
function documentBelow(lines: readonly FileLine[], first: number, word: string, isIndented: boolean) {
    let signs = '';
    const offsets: number[] = [];
    let index = first;
    for (; index < lines.length; index++) {
        const { text = '', range } = lines[index] ?? {};
        const skipped = isIndented ? (/^\t*/.exec(text)?.[0].length ?? 0) : 0;
        if (text.slice(skipped) === word) {
            break;
        }
        const start = range?.start ?? 0;
        for (let place = skipped; place <= text.length; place++) {
            offsets.push(start + place);
        }
        signs += `${text.slice(skipped)}\n`;
    }
    return { text: { signs, offsets }, end: index };
}
