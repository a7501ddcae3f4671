import { CR, LF } from './characters.ts';

/** The line endings that PHP and editors agree on. */
export type LineEnding = '\n' | '\r\n' | '\r';

/** Offsets at which lines start. */
export class LineTable {
    readonly starts: readonly number[];
    /** The line ending that most lines have; LF where there is none. */
    readonly dominantEnding: LineEnding;
    readonly #text: string;
    /** Most questions are about the line of the one before, or the next. */
    #recent = 0;

    constructor(text: string) {
        this.#text = text;
        const starts = [0];
        const counts = { lf: 0, crlf: 0, cr: 0 };
        // A search for one character is a good deal faster than a look at each.
        let lf = text.indexOf('\n');
        let cr = text.indexOf('\r');
        while (lf >= 0 || cr >= 0) {
            if (cr < 0 || (lf >= 0 && lf < cr)) {
                counts.lf++;
                starts.push(lf + 1);
                lf = text.indexOf('\n', lf + 1);
            } else if (lf === cr + 1) {
                counts.crlf++;
                starts.push(lf + 1);
                cr = text.indexOf('\r', lf + 1);
                lf = text.indexOf('\n', lf + 1);
            } else {
                counts.cr++;
                starts.push(cr + 1);
                cr = text.indexOf('\r', cr + 1);
            }
        }
        this.starts = starts;
        this.dominantEnding = dominant(counts);
    }

    get count(): number {
        return this.starts.length;
    }

    startOf(line: number): number {
        return this.starts[line] ?? 0;
    }

    /** Where the line that holds the offset ends, its line ending excluded. */
    endOf(offset: number): number {
        const next = this.starts[this.lineAt(offset) + 1];
        if (next === undefined) {
            return this.#text.length;
        }
        const crlf = this.#text.charCodeAt(next - 1) === LF && this.#text.charCodeAt(next - 2) === CR;
        return crlf ? next - 2 : next - 1;
    }

    /** The line, from 0, that holds the offset. */
    lineAt(offset: number): number {
        const { starts } = this;
        let low = 0;
        let high = starts.length - 1;
        const recent = this.#recent;
        if ((starts[recent] ?? 0) <= offset) {
            low = recent;
            if (offset < (starts[recent + 1] ?? Infinity)) {
                return recent;
            }
            if (offset < (starts[recent + 2] ?? Infinity)) {
                return (this.#recent = recent + 1);
            }
        }
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return (this.#recent = low);
    }
}

function dominant({ lf, crlf, cr }: { lf: number; crlf: number; cr: number }): LineEnding {
    if (crlf > lf && crlf >= cr) {
        return '\r\n';
    }
    return cr > lf ? '\r' : '\n';
}

/** 0 where there is none; 3 where the text was decoded as Latin-1. */
export function bomLength(text: string): number {
    if (text.startsWith('\uFEFF')) {
        return 1;
    }
    return text.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
}
