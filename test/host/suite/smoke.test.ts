import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { untilTab } from './extensionUnderTest.ts';

describe('the extension host', () => {
    it('is of a supported version and has one workspace folder', () => {
        const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
        assert.ok(major > 1 || (major === 1 && minor >= 101), vscode.version);
        assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    });

    it('has loaded the extension, and activates it', async () => {
        const extension = vscode.extensions.getExtension('php-session-cluster.php-session-cluster');
        assert.ok(extension, 'php-session-cluster is not among the extensions of this host');
        await extension.activate();
        assert.equal(extension.isActive, true);
    });

    it('shows the documentation, as a page', async () => {
        await vscode.commands.executeCommand('phpSessionCluster.openDocumentation');
        await untilTab('Preview README.md', ({ input }) => input instanceof vscode.TabInputWebview);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
});
