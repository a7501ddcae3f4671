import assert from 'node:assert/strict';
import { Module } from 'node:module';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/** A built-in extension with a language server, whose activation is measured beside ours for the bench. */
const PEER = 'vscode.json-language-features';

async function activate(id: string): Promise<number> {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not among the extensions of this host`);
    assert.equal(extension.isActive, false, `${id} was active before anything asked for it`);
    const start = performance.now();
    await extension.activate();
    return performance.now() - start;
}

/** First by name among the files of this folder: what it measures happens once. */
describe('activation', () => {
    let ours = Number.NaN;
    before(async () => {
        ours = await activate('php-session-cluster.php-session-cluster');
    });

    it('loads neither the engine adapter nor the language client', () => {
        const loaded = Object.keys((Module as unknown as { _cache: Record<string, unknown> })._cache);
        assert.ok(loaded.some(path => path.endsWith('extension.cjs')));
        assert.deepEqual(
            loaded.filter(path => /(docker-engine|language-client)\.cjs$/.test(path)),
            [],
        );
    });

    it('is measured beside that of a built-in extension', async () => {
        const peer = await activate(PEER);
        assert.ok(ours > 0 && peer > 0);
        // Read by test/bench/activation.ts.
        console.log(`activation ${JSON.stringify({ ours, peer, peerName: PEER })}`);
    });
});
