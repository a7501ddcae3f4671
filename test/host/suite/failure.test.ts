import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ForTests } from '../../../client/src/forTests.ts';
import type { Told } from './scriptedDialogs.ts';
import { extensionUnderTest, runScripted, untilStore } from './extensionUnderTest.ts';

const missing = 'unix:///nonexistent/hosttest.sock';

async function setEndpoint(value: string | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration('phpSessionCluster');
    await settings.update('engine.endpoint', value, vscode.ConfigurationTarget.Global);
}

function labelOf({ label }: vscode.TreeItem): string {
    return typeof label === 'string' ? label : (label?.label ?? '');
}

describe('an engine that does not answer', () => {
    let extension: ForTests;

    before(async () => {
        extension = await extensionUnderTest();
        await extension.services.engineAccess.ready().catch(() => undefined);
        await setEndpoint(missing);
        await untilStore('failure', () => extension.services.store.snapshot.state === 'failed');
    });

    after(async () => {
        await setEndpoint(undefined);
        await untilStore('an engine', () => extension.services.store.snapshot.state === 'ready');
    });

    it('is a row that says what failed, with what to do below it', () => {
        const roots = extension.tree.getChildren();
        assert.equal(roots.length, 1);
        const [failure] = roots;
        assert.ok(failure);
        const item = extension.tree.getTreeItem(failure);
        assert.equal(item.contextValue, 'failure');
        assert.match(`${String(item.description)} ${labelOf(item)}`, /\/nonexistent\/hosttest\.sock/);
        const advice = extension.tree.getChildren(failure).map(child => labelOf(extension.tree.getTreeItem(child)));
        assert.ok(advice.length > 0 && advice.every(text => text.length > 5), advice.join());
    });

    it('is told once by a command, with the next steps', async () => {
        const dialogs = await runScripted('verifyFailover', undefined);
        assert.equal(dialogs.told.length, 1);
        const [{ severity, message, actions }] = dialogs.told as [Told];
        assert.equal(severity, 'error');
        assert.match(message, /hosttest\.sock/);
        assert.deepEqual(actions, ['Retry', 'Select Engine', 'Show Log']);
    });

    it('makes files of nodes unavailable, with the reason', async () => {
        const uri = vscode.Uri.parse('php-node://shop/application/1/etc/hosts');
        await assert.rejects(Promise.resolve(vscode.workspace.fs.readFile(uri)), /hosttest\.sock/);
    });
});
