import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import type { EvaluateResult } from '../../server/src/protocol.ts';
import { buildServer, type BuiltServer, ServerProcess } from './serverProcess.ts';

const uri = 'file:///srv/php.ini';
const text = '[Session]\nsession.save_handler = memcached\nsession.cookie_samesite = None\n';

describe('language server', function () {
    this.timeout(30_000);
    let built: BuiltServer;
    let server: ServerProcess;

    before(async () => {
        built = await buildServer();
    });

    after(() => built.remove());

    afterEach(() => {
        server.kill();
    });

    for (const transport of ['overStdio', 'overIpc'] as const) {
        describe(transport === 'overStdio' ? 'over stdio' : 'over node IPC', () => {
            it('completes, explains, evaluates and diagnoses an open document', async () => {
                server = ServerProcess[transport](built.file);
                const capabilities = await server.initialize({}, { phpVersion: '8.2' });
                assert.equal(capabilities.hoverProvider, true);
                assert.equal(capabilities.diagnosticProvider, undefined);

                await server.open(uri, text);
                const [diagnostic, ...more] = await server.diagnostics(uri);
                assert.deepEqual(more, []);
                assert.equal(diagnostic?.code, 'samesite-none-unquoted');
                assert.equal(diagnostic.severity, 2);
                assert.deepEqual(diagnostic.range, {
                    start: { line: 2, character: 26 },
                    end: { line: 2, character: 30 },
                });

                const at = { textDocument: { uri }, position: { line: 1, character: 23 } };
                const items: CompletionItem[] = await server.connection.sendRequest('textDocument/completion', at);
                assert.ok(items.some(item => item.label === 'redis'));
                const hover: Hover = await server.connection.sendRequest('textDocument/hover', {
                    ...at,
                    position: { line: 1, character: 4 },
                });
                assert.match((hover.contents as { value: string }).value, /Where session data is kept/);

                const result: EvaluateResult = await server.connection.sendRequest('phpIni/evaluate', {
                    textDocument: { uri },
                });
                assert.deepEqual(result, {
                    settings: [
                        { name: 'session.save_handler', value: 'memcached', line: 2 },
                        { name: 'session.cookie_samesite', value: '', line: 3 },
                    ],
                });
                assert.equal(await server.shutdown(), 0);
            });

            it('ends when its parent is gone', async () => {
                server = ServerProcess[transport](built.file);
                await server.initialize();
                if (transport === 'overStdio') {
                    server.child.stdin?.end();
                } else {
                    server.child.disconnect();
                }
                assert.notEqual(await server.exited, null);
            });
        });
    }

    it('follows incremental changes, and clears what it said when the document is closed', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        await server.open(uri, text);
        assert.equal((await server.diagnostics(uri)).length, 1);
        await server.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version: 2 },
            contentChanges: [
                { range: { start: { line: 2, character: 26 }, end: { line: 2, character: 30 } }, text: '"None"' },
            ],
        });
        assert.deepEqual(await server.diagnostics(uri), []);
        await server.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version: 3 },
            contentChanges: [
                { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '(\n' },
            ],
        });
        const [error] = await server.diagnostics(uri);
        assert.equal(error?.code, 'syntax-error');
        assert.match(JSON.stringify(error.message), /syntax error, unexpected '\('/);
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        assert.deepEqual(await server.diagnostics(uri), []);
    });

    it('lets clients pull diagnostics, and then pushes none', async () => {
        server = ServerProcess.overStdio(built.file);
        const capabilities = await server.initialize({ textDocument: { diagnostic: {} } });
        assert.ok(capabilities.diagnosticProvider);
        await server.open(uri, text);
        const report = await server.connection.sendRequest<{ kind: string; items: { code: string }[] }>(
            'textDocument/diagnostic',
            {
                textDocument: { uri },
            },
        );
        assert.equal(report.kind, 'full');
        assert.deepEqual(
            report.items.map(item => item.code),
            ['samesite-none-unquoted'],
        );
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        assert.equal(await server.shutdown(), 0);
        assert.equal(server.pushes(uri), 0);
    });

    it('reads as the PHP version that it was started for', async () => {
        for (const [phpVersion, expected] of [
            ['8.2', undefined],
            ['8.4', { line: 1, message: `syntax error, unexpected ']'` }],
            ['auto', { line: 1, message: `syntax error, unexpected ']'` }],
        ] as const) {
            server = ServerProcess.overStdio(built.file);
            await server.initialize({}, { phpVersion });
            await server.open(uri, ']\n');
            const result: EvaluateResult = await server.connection.sendRequest('phpIni/evaluate', {
                textDocument: { uri },
            });
            assert.deepEqual(result.error, expected);
            assert.equal(await server.shutdown(), 0);
        }
    });

    it('answers whatever it is asked about documents and places that are not there', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize({}, null);
        const nowhere = { textDocument: { uri: 'file:///not/open' }, position: { line: 1, character: 1 } };
        assert.deepEqual(await server.connection.sendRequest('textDocument/completion', nowhere), []);
        assert.equal(await server.connection.sendRequest('textDocument/hover', nowhere), null);
        for (const params of [nowhere, null, {}, { textDocument: 1 }]) {
            await assert.rejects(server.connection.sendRequest('phpIni/evaluate', params), /No open document/);
        }
        await server.open(uri, text);
        for (const position of [
            { line: 99, character: 99 },
            { line: -1, character: -1 },
            { line: 0, character: 1e9 },
        ]) {
            assert.ok(
                Array.isArray(
                    await server.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
                ),
            );
            await server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
        }
        await assert.rejects(server.connection.sendRequest('no/such/method'), /Unhandled method/);
        assert.equal(await server.shutdown(), 0);
    });

    it('goes on after messages that are no JSON, or no messages', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        for (const body of ['{"jsonrpc": "2.0", "id": 1, "meth', '[]', '42', 'null', '{"jsonrpc":"2.0"}']) {
            server.child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
        }
        await server.open(uri, text);
        assert.equal((await server.diagnostics(uri)).length, 1);
        assert.equal(await server.shutdown(), 0);
    });

    it('stands any text', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        const texts = [
            '\0',
            '\uFEFF',
            '\uD800',
            `"'\${[`,
            '('.repeat(50_000),
            "'".repeat(50_001),
            '='.repeat(50_000),
            '\r'.repeat(50_000),
        ];
        for (const [index, odd] of texts.entries()) {
            const document = `untitled:${index}`;
            await server.open(document, odd);
            assert.ok(Array.isArray(await server.diagnostics(document)));
            const position = { line: 0, character: 1 };
            await server.connection.sendRequest('textDocument/hover', { textDocument: { uri: document }, position });
            await server.connection.sendRequest('textDocument/completion', {
                textDocument: { uri: document },
                position,
            });
            await server.connection.sendRequest('phpIni/evaluate', { textDocument: { uri: document } });
        }
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });
});
