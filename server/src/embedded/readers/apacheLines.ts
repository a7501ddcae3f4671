import type { Range } from '../../phpIni/syntax/nodes.ts';

export interface ApacheWord {
    /** What Apache makes of it: without its quotes, escapes resolved. */
    readonly text: string;
    /** With its quotes. */
    readonly range: Range;
    /** Without them. */
    readonly inner: Range;
    /** Holds a `${NAME}`, which Apache replaces. */
    readonly isOpen: boolean;
}

/** A directive, which may go on over several lines. */
export interface ApacheLine {
    readonly words: readonly ApacheWord[];
    readonly range: Range;
    /** The whole lines, with the last one's ending. */
    readonly whole: Range;
}

/** Lines, those that end with a backslash together with the next one. */
export function* apacheLines(file: string): Generator<ApacheLine> {
    let start = 0;
    while (start < file.length) {
        const { characters, end, next } = continuedLine(file, start);
        yield { words: wordsOf(characters), range: { start, end }, whole: { start, end: next } };
        start = next;
    }
}

interface Character {
    readonly sign: string;
    readonly offset: number;
}

/** The characters of the lines, without what joins them. */
function continuedLine(file: string, start: number): { characters: Character[]; end: number; next: number } {
    const characters: Character[] = [];
    let offset = start;
    for (; offset < file.length; offset++) {
        const sign = file.charAt(offset);
        const ending = sign === '\\' || sign === '\r' || sign === '\n' ? endingAt(file, offset) : '';
        if (ending === '') {
            characters.push({ sign, offset });
        } else if (ending.startsWith('\\')) {
            offset += ending.length - 1;
        } else {
            return { characters, end: offset, next: offset + ending.length };
        }
    }
    return { characters, end: file.length, next: file.length };
}

/** With the backslash that makes nothing of it; empty where no line ends. */
function endingAt(file: string, offset: number): string {
    const ending = /\\?(?:\r\n|[\r\n])/y;
    ending.lastIndex = offset;
    return ending.exec(file)?.[0] ?? '';
}

/** As Apache's `ap_getword_conf` takes them; no words in a comment. */
function wordsOf(characters: readonly Character[]): ApacheWord[] {
    const words: ApacheWord[] = [];
    let place = 0;
    const signAt = (index: number): string => characters[index]?.sign ?? '';
    const isBlank = (index: number): boolean => /^\s$/.test(signAt(index));
    while (place < characters.length) {
        if (isBlank(place)) {
            place++;
            continue;
        }
        if (words.length === 0 && signAt(place) === '#') {
            return [];
        }
        const first = place;
        const quote = /^["']$/.test(signAt(place)) ? signAt(place) : '';
        place += quote.length;
        const inner = place;
        let text = '';
        while (place < characters.length && (quote === '' ? !isBlank(place) : signAt(place) !== quote)) {
            const escapes = quote !== '' && signAt(place) === '\\' && [quote, '\\'].includes(signAt(place + 1));
            place += escapes ? 1 : 0;
            text += signAt(place);
            place++;
        }
        const innerEnd = place;
        place += quote === '' ? 0 : 1;
        const range = rangeOf(characters, first, Math.min(place, characters.length));
        const isOpen = /\$\{[^}]+\}/.test(text);
        words.push({ text, range, inner: innerRange(characters, inner, innerEnd), isOpen });
    }
    return words;
}

function rangeOf(characters: readonly Character[], first: number, end: number): Range {
    const start = characters[first]?.offset ?? 0;
    return { start, end: (characters[end - 1]?.offset ?? start) + 1 };
}

function innerRange(characters: readonly Character[], first: number, end: number): Range {
    if (first < end) {
        return rangeOf(characters, first, end);
    }
    const offset = characters[first]?.offset ?? (characters.at(-1)?.offset ?? 0) + 1;
    return { start: offset, end: offset };
}
