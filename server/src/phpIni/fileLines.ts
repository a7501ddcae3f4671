import type { Range } from './syntax/nodes.ts';

export interface FileLine {
    /** Without its ending. */
    readonly text: string;
    readonly range: Range;
    /** With its ending. */
    readonly whole: Range;
}

const line = /[^\r\n]*(?:\r\n|[\r\n]|$)/y;

export function* linesOf(file: string): Generator<FileLine> {
    let start = 0;
    while (start < file.length) {
        line.lastIndex = start;
        const [found = ''] = line.exec(file) ?? [];
        const text = found.replace(/(?:\r\n|[\r\n])$/, '');
        yield {
            text,
            range: { start, end: start + text.length },
            whole: { start, end: start + found.length },
        };
        start += found.length;
    }
}

/** The blanks in front of what stands first on the line. */
export function indentOf(file: string, lineStart: number): string {
    return /[ \t]*/y.exec(file.slice(lineStart))?.[0] ?? '';
}
