import type { Range } from '../phpIni/syntax/nodes.ts';

/** A stretch of a php.ini that is made of a stretch of another file. */
export interface Piece {
    readonly text: string;
    /** In the other file. */
    readonly from: Range;
}

/** As it stands in the file. */
export function verbatim(file: string, from: Range): Piece {
    return { text: file.slice(from.start, from.end), from };
}

/** What the file does not have, or has in other words. */
export function instead(text: string, from: Range): Piece {
    return { text, from };
}

/** A place in the file, and nothing of it. */
export function at(offset: number): Range {
    return { start: offset, end: offset };
}
