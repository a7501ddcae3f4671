import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

/** What would be renamed; undefined where nothing can be. */
export function prepareRename(
    _context: DocumentContext,
    _position: Position,
): { range: Range; placeholder: string } | undefined {
    return undefined;
}

/** Throws a RenameRefused with the reason where the new name is no name. */
export function rename(_context: DocumentContext, _position: Position, _newName: string): WorkspaceEdit | undefined {
    return undefined;
}

export class RenameRefused extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'RenameRefused';
    }
}
