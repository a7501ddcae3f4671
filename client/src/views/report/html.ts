import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where the page's script and style are: the only folder that it may load from. */
function resources(extensionUri: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(extensionUri, 'dist', 'report');
}

export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [resources(extensionUri)] };
}

/** The frame of the page; its script fills it. Nothing of a report is in it. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, title: string): string {
    const nonce = randomBytes(16).toString('base64');
    const resource = (name: string) =>
        webview.asWebviewUri(vscode.Uri.joinPath(resources(extensionUri), name)).toString();
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(resource('page.css'))}">
<title>${escaped(title)}</title>
</head>
<body>
<main id="report"></main>
<p id="announcer" role="status"></p>
<script nonce="${nonce}" src="${escaped(resource('page.js'))}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
    return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
