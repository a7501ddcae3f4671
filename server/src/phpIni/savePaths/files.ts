import { part, wholeOf, type Piece } from './pieces.ts';

/** `depth;mode;directory` of the files handler. */
export interface FilesPath {
    readonly depth?: Piece;
    readonly mode?: Piece;
    readonly directory: Piece;
}

/** At most two semicolons count; the directory may hold further ones. */
export function parseFilesPath(value: string): FilesPath {
    const all = wholeOf(value);
    const first = value.indexOf(';');
    if (first < 0) {
        return { directory: all };
    }
    const depth = part(all, 0, first);
    const second = value.indexOf(';', first + 1);
    return second < 0
        ? { depth, directory: part(all, first + 1) }
        : { depth, mode: part(all, first + 1, second), directory: part(all, second + 1) };
}
