import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import type { PhpVersionParams } from '../../../server/src/phpIni/protocol.ts';
import { temporaryProject, type TemporaryProject } from '../../unit/project/temporaryProject.ts';
import { buildServer, type BuiltServer, ServerProcess } from '../support/serverProcess.ts';

/** Deprecated since 8.4, and gone since 8.0. */
const text = 'session.sid_length = 26\nmbstring.func_overload = 2\n';
const DEPRECATED = 'deprecated-directive 2';
const REMOVED = 'removed-directive 2';

function words(diagnostics: readonly Diagnostic[]): string[] {
    return diagnostics.map(({ code, severity }) => `${code ?? ''} ${severity ?? ''}`);
}

describe('the PHP version of a document', () => {
    let built: BuiltServer;
    let server: ServerProcess;
    let project: TemporaryProject;
    /** What the server said of versions, the newest last. */
    let told: PhpVersionParams[];
    let waiting: ((params: PhpVersionParams) => void) | undefined;

    before(async () => {
        built = await buildServer();
    });

    after(() => built.remove());

    beforeEach(async () => {
        project = await temporaryProject({ 'docker/Dockerfile': 'FROM php:8.2-fpm\n' });
        server = ServerProcess.overStdio(built.file);
        told = [];
        waiting = undefined;
        server.connection.onNotification('phpIni/phpVersion', (params: PhpVersionParams) => {
            told.push(params);
            waiting?.(params);
        });
    });

    afterEach(async () => {
        server.kill();
        await project[Symbol.asyncDispose]();
    });

    const uriOf = (file: string): string => pathToFileURL(project.path(file)).href;

    /** Of a document that has just been opened, or about which something new is known. */
    async function saidOf(uri: string): Promise<string[]> {
        return words(await server.diagnostics(uri));
    }

    async function nextVersion(change: () => Promise<void>): Promise<PhpVersionParams> {
        const next = new Promise<PhpVersionParams>(resolve => {
            waiting = resolve;
        });
        await change();
        return next;
    }

    async function changed(file: string): Promise<void> {
        await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: uriOf(file), type: 2 }],
        });
    }

    it('is found around it, before anything is said', async () => {
        await server.initialize({}, {}, [project.folder]);
        await server.open(uriOf('docker/php.ini'), text);
        assert.deepEqual(await saidOf(uriOf('docker/php.ini')), [REMOVED]);
        assert.equal(server.pushes(uriOf('docker/php.ini')), 0);
        assert.deepEqual(told, [], 'nobody has asked for it');
    });

    it('is found also for who asks at once', async () => {
        await server.initialize({ textDocument: { diagnostic: {} } }, {}, [project.folder]);
        const uri = uriOf('docker/php.ini');
        await server.open(uri, ']\n');
        const textDocument = { uri };
        const [report, evaluated] = await Promise.all([
            server.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument }),
            server.connection.sendRequest<{ error?: object }>('phpIni/evaluate', { textDocument }),
        ]);
        assert.deepEqual(words(report.items), []);
        assert.equal(evaluated.error, undefined);
    });

    it('is found also for who hovers at once', async () => {
        await server.initialize({}, {}, [project.folder]);
        const uri = uriOf('docker/php.ini');
        await server.open(uri, 'session.sid_length = 26\n');
        const asked = { textDocument: { uri }, position: { line: 0, character: 4 } };
        const atOnce = await server.connection.sendRequest('textDocument/hover', asked);
        await server.diagnostics(uri);
        assert.deepEqual(atOnce, await server.connection.sendRequest('textDocument/hover', asked));
        assert.doesNotMatch(JSON.stringify(atOnce), /Deprecated since/);
    });

    it('is assumed where nothing tells, and what depends on it is a hint', async () => {
        await server.initialize({}, { showsPhpVersion: true }, [project.folder]);
        await server.open(uriOf('php.ini'), text);
        assert.deepEqual(await saidOf(uriOf('php.ini')), ['deprecated-directive 4', 'removed-directive 4']);
        const possible = ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'];
        const source = { kind: 'nothing' };
        assert.deepEqual(told, [{ uri: uriOf('php.ini'), version: '8.4', checkedAs: '8.4', possible, source }]);
    });

    it('is told to who asked for it, and follows the files', async () => {
        await server.initialize({}, { showsPhpVersion: true }, [project.folder]);
        const uri = uriOf('docker/php.ini');
        const first = await nextVersion(() => server.open(uri, text));
        const source = { kind: 'file', uri: uriOf('docker/Dockerfile'), evidence: 'FROM php:8.2-fpm' };
        assert.deepEqual(first, { uri, version: '8.2', checkedAs: '8.2', possible: ['8.2'], source });
        assert.deepEqual(await saidOf(uri), [REMOVED]);

        await project.write({ 'docker/Dockerfile': 'FROM php:8.4-fpm\n' });
        const second = await nextVersion(() => changed('docker/Dockerfile'));
        assert.equal(second.version, '8.4');
        assert.deepEqual(await saidOf(uri), [DEPRECATED, REMOVED]);

        await rm(project.path('docker/Dockerfile'));
        await project.write({ 'composer.json': '{"require":{"php":"^8.4"}}' });
        const third = await nextVersion(() => changed('composer.json'));
        assert.deepEqual(third.possible, ['8.4', '8.5']);
        assert.deepEqual(await saidOf(uri), [DEPRECATED, REMOVED]);
    });

    it('stays where a change tells nothing new', async () => {
        await server.initialize({}, { showsPhpVersion: true }, [project.folder]);
        const uri = uriOf('docker/php.ini');
        await nextVersion(() => server.open(uri, text));
        await saidOf(uri);
        await project.write({ 'composer.json': '{}' });
        await changed('composer.json');
        const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
        // The first waits for what is looked for; what it leads to is said before the second is answered.
        await server.connection.sendRequest('textDocument/hover', hover);
        await server.connection.sendRequest('textDocument/hover', hover);
        assert.equal(server.pushes(uri), 0);
        assert.equal(told.length, 1);
    });

    it('is that of the options or the settings, where they say one', async () => {
        await server.initialize({}, { phpVersion: '8.4', showsPhpVersion: true }, [project.folder]);
        const uri = uriOf('docker/php.ini');
        assert.deepEqual((await nextVersion(() => server.open(uri, text))).source, { kind: 'client' });
        assert.deepEqual(await saidOf(uri), [DEPRECATED, REMOVED]);
        const settings = { phpSessionCluster: { php: { version: '8.3' } } };
        const set = await nextVersion(() =>
            server.connection.sendNotification('workspace/didChangeConfiguration', { settings }),
        );
        assert.deepEqual([set.version, set.source], ['8.3', { kind: 'setting' }]);
        assert.deepEqual(await saidOf(uri), [REMOVED]);
    });

    it('is found in the path, also without a workspace', async () => {
        await server.initialize({}, { showsPhpVersion: true });
        const uri = 'file:///etc/php/8.2/fpm/php.ini';
        const { version, source } = await nextVersion(() => server.open(uri, text));
        assert.deepEqual([version, source], ['8.2', { kind: 'path', evidence: '8.2' }]);
        assert.deepEqual(await saidOf(uri), [REMOVED]);
    });

    it('is not looked for outside of the workspace', async () => {
        await project.write({ 'workspace/php.ini': '' });
        await server.initialize({}, { showsPhpVersion: true }, [project.path('workspace')]);
        const inside = await nextVersion(() => server.open(uriOf('workspace/php.ini'), text));
        assert.deepEqual(inside.source, { kind: 'nothing' });
        const outside = await nextVersion(() => server.open(uriOf('docker/php.ini'), text));
        assert.deepEqual(outside.source, { kind: 'nothing' });
        const event = { added: [{ uri: pathToFileURL(project.folder).href, name: 'all' }], removed: [] };
        const wider = await nextVersion(() =>
            server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event }),
        );
        assert.deepEqual([wider.uri, wider.version], [uriOf('docker/php.ini'), '8.2']);
    });

    it('may be older or newer than what is proven', async () => {
        await project.write({ 'old/Dockerfile': 'FROM php:5.6-apache\n', 'new/Dockerfile': 'FROM php:8.7-apache\n' });
        await server.initialize({}, { showsPhpVersion: true }, [project.folder]);
        const old = await nextVersion(() => server.open(uriOf('old/php.ini'), 'memory_limit = 1G\n'));
        assert.deepEqual([old.version, old.checkedAs], ['5.6', '7.4']);
        assert.deepEqual(await saidOf(uriOf('old/php.ini')), ['older-php 4']);
        const newer = await nextVersion(() => server.open(uriOf('new/php.ini'), text));
        assert.deepEqual([newer.version, newer.checkedAs], ['8.7', '8.5']);
        assert.deepEqual(await saidOf(uriOf('new/php.ini')), [DEPRECATED, REMOVED]);
    });

    it('lets a client watch the files that tell', async () => {
        const registered = new Promise<object>(resolve => {
            server.connection.onRequest(
                'client/registerCapability',
                (params: { registrations: { method: string }[] }) => {
                    const watching = params.registrations.find(({ method }) =>
                        method.endsWith('didChangeWatchedFiles'),
                    );
                    if (watching) {
                        resolve(watching);
                    }
                    return null;
                },
            );
        });
        await server.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }, {}, [
            project.folder,
        ]);
        const patterns = JSON.stringify(await registered);
        for (const part of ['Dockerfile', 'compose', 'composer.json', '.php-version', '.tool-versions', '.env']) {
            assert.ok(patterns.includes(part), part);
        }
    });
});
