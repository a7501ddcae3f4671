import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codesOf, openLocal, untilCodes } from './localFiles.ts';

async function languageOf(uri: vscode.Uri): Promise<string> {
    return (await vscode.workspace.openTextDocument(uri)).languageId;
}

describe('settings of PHP in files of others', () => {
    after(async () => {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('are found fault with, explained and completed in a pool, which stays what it is', async () => {
        const text = '[www]\nphp_flag[log_errors] = 2\nphp_admin_value[session.save_handler] = \n';
        const uri = await openLocal('pool/www.conf', text);
        await untilCodes(uri, 'what FPM says', codes => codes.includes('php-flag-word'));
        assert.notEqual(await languageOf(uri), 'php-ini');
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            uri,
            new vscode.Position(2, 20),
        );
        const shown = hovers
            .flatMap(({ contents }) => contents)
            .map(one => (one instanceof vscode.MarkdownString ? one.value : ''));
        assert.match(shown.join('\n'), /Where session data is kept/);
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            uri,
            new vscode.Position(2, 40),
        );
        assert.ok(items.some(({ label }) => label === 'memcached'));
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            uri,
            new vscode.Range(1, 25, 1, 25),
        );
        assert.ok(actions.some(({ title }) => title === 'Change to On'));
    });

    it('leave the rest of the file to others', async () => {
        const uri = await openLocal(
            'vhost/shop.conf',
            '<VirtualHost *:80>\n  php_flag log_errors yes\n</VirtualHost>\n',
        );
        await untilCodes(uri, 'what Apache says', codes => codes.includes('php-flag-word'));
        const options = { tabSize: 4, insertSpaces: true };
        const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
            'vscode.executeFormatDocumentProvider',
            uri,
            options,
        );
        assert.deepEqual(edits ?? [], []);
        const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
            'vscode.provideDocumentSemanticTokensLegend',
            uri,
        );
        assert.equal(legend, undefined);
    });

    it('are found where a Dockerfile writes them, and in a Compose file', async () => {
        const dockerfile = await openLocal(
            'docker/Dockerfile',
            'FROM php:8.4\nRUN echo "memory_limit=1MB" > /usr/local/etc/php/conf.d/own.ini\n',
        );
        await untilCodes(dockerfile, 'what PHP will say', codes => codes.includes('int-junk'));
        const compose = await openLocal(
            'docker/compose.yaml',
            'services:\n  php:\n    environment:\n      PHP_INI_MEMORY_LIMIT: 1MB\n',
        );
        await untilCodes(compose, 'what PHP will say', codes => codes.includes('int-junk'));
        assert.equal(await languageOf(dockerfile), 'dockerfile');
        assert.notEqual(await languageOf(compose), 'php-ini');
    });

    it('are told of in the php.ini that they beat, and not any more once they do not', async () => {
        const pool = vscode.Uri.joinPath(
            vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(),
            'beats/www.conf',
        );
        await vscode.workspace.fs.writeFile(pool, Buffer.from('[www]\nphp_admin_value[post_max_size] = 1G\n'));
        const uri = await openLocal('beats/php.ini', 'post_max_size = 128M\n');
        await untilCodes(uri, 'what beats it', codes => codes.includes('beaten-elsewhere'));
        const [told] = vscode.languages.getDiagnostics(uri).filter(({ message }) => message.includes('beats this'));
        assert.equal(told?.message, 'beats/www.conf line 2 beats this for pool www: "1G".');
        await vscode.workspace.fs.writeFile(pool, Buffer.from('[www]\n'));
        await untilCodes(uri, 'nothing beats it', codes => !codes.includes('beaten-elsewhere'));
        assert.deepEqual(codesOf(uri), []);
    });
});
