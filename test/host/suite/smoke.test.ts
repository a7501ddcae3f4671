import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

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
});
