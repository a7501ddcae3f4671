import { CR, LF } from './characters.ts';

/** Offsets at which lines start; PHP and editors agree that CRLF, LF and a lone CR end one. */
export class LineTable {
    readonly starts: readonly number[];

    constructor(text: string) {
        const starts = [0];
        for (let offset = 0; offset < text.length; offset++) {
            const code = text.charCodeAt(offset);
            if (code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF)) {
                starts.push(offset + 1);
            }
        }
        this.starts = starts;
    }

    get count(): number {
        return this.starts.length;
    }

    startOf(line: number): number {
        return this.starts[line] ?? 0;
    }

    /** The line, from 0, that holds the offset. */
    lineAt(offset: number): number {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.starts[middle] ?? 0) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}

/** The line ending that most lines have; LF where there is none. */
export function dominantLineEnding(text: string): '\n' | '\r\n' | '\r' {
    let lf = 0;
    let crlf = 0;
    let cr = 0;
    for (let offset = 0; offset < text.length; offset++) {
        const code = text.charCodeAt(offset);
        if (code === CR) {
            if (text.charCodeAt(offset + 1) === LF) {
                crlf++;
                offset++;
            } else {
                cr++;
            }
        } else if (code === LF) {
            lf++;
        }
    }
    if (crlf > lf && crlf >= cr) {
        return '\r\n';
    }
    return cr > lf ? '\r' : '\n';
}
