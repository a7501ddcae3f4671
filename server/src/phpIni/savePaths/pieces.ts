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

/** The pieces of a text between separators, each of one character. */
export function split(text: string, separators: string, offset = 0): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let end = 0; end <= text.length; end++) {
        if (end === text.length || separators.includes(text.charAt(end))) {
            pieces.push({ text: text.slice(start, end), start: offset + start, end: offset + end });
            start = end + 1;
        }
    }
    return pieces;
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
