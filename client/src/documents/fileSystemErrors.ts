import * as vscode from 'vscode';
import { isEngineError } from '../engine/errors.ts';
import { messageOf } from '../failure.ts';

/**
 * The editor knows these kinds: "not found" makes it close or create, "no permissions" offers nothing, "unavailable"
 * can be tried again.
 */
export function asFileSystemError(error: unknown, uri: vscode.Uri): vscode.FileSystemError {
    if (error instanceof vscode.FileSystemError) {
        return error;
    }
    if (isEngineError(error, 'notFound')) {
        return vscode.FileSystemError.FileNotFound(uri);
    }
    if (isEngineError(error, 'forbidden', 'readOnly')) {
        return vscode.FileSystemError.NoPermissions(messageOf(error));
    }
    return vscode.FileSystemError.Unavailable(messageOf(error));
}
