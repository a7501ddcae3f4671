/** A stretch of a value, by offsets into it. */
export interface Piece {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** The whole of a value. */
export function wholeOf(text: string): Piece {
    return { text, start: 0, end: text.length };
}

/** The pieces of a text between separators of one character. */
export function split(text: string, separator: string, offset = 0): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (;;) {
        const next = text.indexOf(separator, start);
        const end = next < 0 ? text.length : next;
        pieces.push({ text: text.slice(start, end), start: offset + start, end: offset + end });
        if (next < 0) {
            return pieces;
        }
        start = end + 1;
    }
}

/** A part of a piece, by offsets into that. */
export function part({ text, start }: Piece, from: number, to: number = text.length): Piece {
    return { text: text.slice(from, to), start: start + from, end: start + to };
}

/** Without the blanks around it. */
export function trimmed(piece: Piece): Piece {
    const from = piece.text.length - piece.text.trimStart().length;
    return part(piece, from, Math.max(from, piece.text.trimEnd().length));
}
