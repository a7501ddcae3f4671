import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export function codesOf(uri: vscode.Uri): string[] {
    return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Waits until the codes of a document's diagnostics make `holds` true. */
export async function untilCodes(
    uri: vscode.Uri,
    what: string,
    holds: (codes: readonly string[]) => boolean,
): Promise<void> {
    await new Promise<void>((resolve, reject) => {
        const look = (): void => {
            if (holds(codesOf(uri))) {
                finish(resolve);
            }
        };
        const listener = vscode.languages.onDidChangeDiagnostics(look);
        const limit = setTimeout(() => {
            finish(() => {
                reject(new Error(`Waited in vain: ${what}; there are ${codesOf(uri).join(', ')}`));
            });
        }, 120_000);
        const finish = (end: () => void): void => {
            clearTimeout(limit);
            listener.dispose();
            end();
        };
        look();
    });
}

/** A file of the workspace, in an editor. */
export async function openLocal(file: string, text: string): Promise<vscode.Uri> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, file);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    await vscode.window.showTextDocument(uri, { preview: false });
    return uri;
}
