import * as vscode from 'vscode';
import type { Services } from '../../workbench/services.ts';

/**
 * Shows the README with its pictures and links: the editor's own page of an extension has only those that lie on the
 * web.
 */
export async function openDocumentation({ extensionUri }: Services): Promise<void> {
    const files = await vscode.workspace.fs.readDirectory(extensionUri);
    // In a clone README.md; vsce packs it as readme.md.
    const [readme = 'README.md'] = files.map(([name]) => name).filter(name => /^readme\.md$/i.test(name));
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extensionUri, readme));
}
