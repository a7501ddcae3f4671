import * as vscode from 'vscode';

/**
 * The file that a command is about: that of a menu, that of a code lens, which names it in plain text, or that of the
 * active editor.
 */
export function fileOf(argument: unknown): vscode.Uri | undefined {
    if (typeof argument === 'string') {
        return vscode.Uri.parse(argument, true);
    }
    return argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
}
