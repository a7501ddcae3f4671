import assert from 'node:assert/strict';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/**
 * A built-in extension with a language of its own that nothing has opened yet; its activation is measured beside ours
 * for the bench.
 */
const PEER = 'vscode.php-language-features';

type ActivateFunction = (context: vscode.ExtensionContext) => unknown;
const moduleCache = (Module as unknown as { _cache: Record<string, NodeJS.Module> })._cache;

/**
 * Milliseconds that the extension's own code takes: to be loaded, and until `activate` returns. What the host does
 * around that (some 100 ms of messages to the window) is the same for every extension, and left out.
 */
async function activate(id: string): Promise<number> {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not among the extensions of this host`);
    assert.equal(extension.isActive, false, `${id} was active before anything asked for it`);
    const { main } = extension.packageJSON as { main: string };
    const load = createRequire(join(extension.extensionPath, 'package.json'));
    const path = load.resolve(main.startsWith('.') ? main : `./${main}`);
    const start = performance.now();
    const loaded = load(path) as { readonly activate: ActivateFunction };
    let taken = performance.now() - start;
    const cached = moduleCache[path];
    assert.ok(cached, `${path} is not in the cache of modules`);
    // The host finds the loaded module in the cache; the clock runs while it is in our function.
    cached.exports = {
        ...loaded,
        activate: (context: vscode.ExtensionContext) => {
            const called = performance.now();
            const result = loaded.activate(context);
            taken += performance.now() - called;
            return result;
        },
    };
    await extension.activate();
    return taken;
}

/** First by name among the files of this folder: what it measures happens once. */
describe('activation', () => {
    let ours = Number.NaN;
    before(async () => {
        ours = await activate('php-session-cluster.php-session-cluster');
    });

    it('loads neither the engine adapter nor the language client', () => {
        const loaded = Object.keys(moduleCache);
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
