import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { CompletionItem, CompletionList, Diagnostic, Hover } from 'vscode-languageserver';
import type { EvaluateResult } from '../../../server/src/phpIni/protocol.ts';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { buildServer, type BuiltServer, ServerProcess } from '../support/serverProcess.ts';

const uri = 'file:///srv/php.ini';
/** The rule that the text below breaks; others may have something to say as well. */
const rule = 'samesite-none-unquoted';
const text = '[Session]\nsession.save_handler = memcached\nsession.cookie_samesite = None\n';

function ofRule(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    return diagnostics.filter(({ code }) => code === rule);
}

describe('language server', () => {
    let built: BuiltServer;
    let server: ServerProcess;

    before(async () => {
        built = await buildServer();
    });

    after(() => built.remove());

    afterEach(() => {
        server.kill();
    });

    it('tells of an item what its own document says, also when another list came in between', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        const names = ['A', 'B'];
        const lists: CompletionList[] = [];
        for (const name of names) {
            const other = `file:///srv/${name}.ini`;
            await server.open(other, `session.name = ${name}\n`);
            const at = { textDocument: { uri: other }, position: { line: 1, character: 0 } };
            lists.push(await server.connection.sendRequest('textDocument/completion', at));
        }
        for (const [index, name] of names.entries()) {
            const item = lists[index]?.items.find(({ label }) => label === 'session.name');
            const { detail }: CompletionItem = await server.connection.sendRequest('completionItem/resolve', item);
            assert.equal(detail, `= ${name}, in line 1`);
        }
        assert.equal(await server.shutdown(), 0);
    });

    for (const transport of ['overStdio', 'overIpc'] as const) {
        describe(transport === 'overStdio' ? 'over stdio' : 'over node IPC', () => {
            it('completes, explains, evaluates and diagnoses an open document', async () => {
                server = ServerProcess[transport](built.file);
                const capabilities = await server.initialize({}, { phpVersion: '8.2' });
                assert.equal(capabilities.hoverProvider, true);
                assert.equal(capabilities.diagnosticProvider, undefined);

                await server.open(uri, text);
                const [diagnostic, ...more] = ofRule(await server.diagnostics(uri));
                assert.deepEqual(more, []);
                assert.equal(diagnostic?.severity, 2);
                assert.deepEqual(diagnostic.range, {
                    start: { line: 2, character: 26 },
                    end: { line: 2, character: 30 },
                });

                const at = { textDocument: { uri }, position: { line: 1, character: 23 } };
                const { items }: CompletionList = await server.connection.sendRequest('textDocument/completion', at);
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

    it('gives hovers as Markdown to those who can show it, as plain text to others', async () => {
        for (const [contentFormat, kind] of [
            [['markdown', 'plaintext'], 'markdown'],
            [['plaintext'], 'plaintext'],
        ] as const) {
            server = ServerProcess.overStdio(built.file);
            await server.initialize({ textDocument: { hover: { contentFormat: [...contentFormat] } } });
            await server.open(uri, text);
            const at = { textDocument: { uri }, position: { line: 1, character: 4 } };
            const { contents }: Hover = await server.connection.sendRequest('textDocument/hover', at);
            assert.equal((contents as { kind: string }).kind, kind);
            server.kill();
        }
    });

    it('follows incremental changes, and clears what it said when the document is closed', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        await server.open(uri, text);
        assert.equal(ofRule(await server.diagnostics(uri)).length, 1);
        await server.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version: 2 },
            contentChanges: [
                { range: { start: { line: 2, character: 26 }, end: { line: 2, character: 30 } }, text: '"None"' },
            ],
        });
        assert.deepEqual(ofRule(await server.diagnostics(uri)), []);
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
        const report = await server.connection.sendRequest<{ kind: string; items: Diagnostic[] }>(
            'textDocument/diagnostic',
            {
                textDocument: { uri },
            },
        );
        assert.equal(report.kind, 'full');
        assert.equal(ofRule(report.items).length, 1);
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

    /** Every request about a document, with what it takes besides the document and a position. */
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const requests: Readonly<Record<string, object>> = {
        completion: {},
        hover: {},
        codeAction: { range, context: { diagnostics: [] } },
        documentSymbol: {},
        foldingRange: {},
        selectionRange: { positions: [range.start] },
        formatting: { options: { tabSize: 4, insertSpaces: true } },
        rangeFormatting: { range, options: { tabSize: 4, insertSpaces: true } },
        'semanticTokens/full': {},
        'semanticTokens/range': { range },
        documentLink: {},
        inlayHint: { range },
        codeLens: {},
        documentHighlight: {},
        references: { context: { includeDeclaration: true } },
        prepareRename: {},
        rename: { newName: 'other' },
    };

    /** The answers, by request; errors are answers as well. */
    async function askAll(document: string, position: object): Promise<Record<string, unknown>> {
        const answers = Object.entries(requests).map(async ([method, params]) => {
            const asked = { ...params, textDocument: { uri: document }, position };
            return [method, await server.connection.sendRequest(`textDocument/${method}`, asked)] as const;
        });
        return Object.fromEntries(await Promise.all(answers));
    }

    it('answers whatever it is asked about documents that are not open, not open any more, or of no lines', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize({}, null);
        const nothing = (answers: Record<string, unknown>): void => {
            for (const [method, answer] of Object.entries(answers)) {
                const { data, items } = (answer ?? {}) as { data?: unknown[]; items?: unknown[] };
                const list = data ?? items ?? answer ?? [];
                assert.deepEqual(list, [], method);
            }
        };
        const position = { line: 1, character: 1 };
        nothing(await askAll('file:///not/open', position));
        for (const params of [{ textDocument: { uri: 'file:///not/open' } }, null, {}, { textDocument: 1 }]) {
            await assert.rejects(server.connection.sendRequest('phpIni/evaluate', params), /No open document/);
        }
        await server.open(uri, text);
        const open = await askAll(uri, position);
        assert.notDeepEqual(open.documentSymbol, []);
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        nothing(await askAll(uri, position));
        await assert.rejects(server.connection.sendRequest('no/such/method'), /Unhandled method/);
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });

    it('answers about places that are not there', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        await server.open(uri, text);
        for (const position of [
            { line: 99, character: 99 },
            { line: -1, character: -1 },
            { line: 0, character: 1e9 },
        ]) {
            assert.deepEqual(Object.keys(await askAll(uri, position)), Object.keys(requests));
        }
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });

    it('answers requests that are cancelled, each once', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        await server.open(uri, text);
        const cancelled = -32_800;
        const answers = await Promise.all(
            Object.entries(requests).map(async ([method, params]) => {
                const source = new CancellationTokenSource();
                const asked = { ...params, textDocument: { uri }, position: range.start };
                const answer = server.connection.sendRequest(`textDocument/${method}`, asked, source.token).then(
                    () => 'done',
                    (error: unknown) => (error as { code?: number }).code,
                );
                source.cancel();
                return answer;
            }),
        );
        assert.ok(
            answers.every(answer => answer === 'done' || answer === cancelled),
            String(answers),
        );
        await server.connection.sendNotification('$/cancelRequest', { id: 4711 });
        assert.notEqual(await server.connection.sendRequest('textDocument/hover', hoverAt(1, 4)), null);
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });

    function hoverAt(line: number, character: number): object {
        return { textDocument: { uri }, position: { line, character } };
    }

    it('reads a document of 20 MB, and edits in it', async function () {
        this.timeout(480_000);
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        const line = 'session.gc_maxlifetime = 1440 ; seconds\n';
        const count = Math.ceil((20 * 1024 * 1024) / line.length);
        await server.open(uri, 'session.cookie_samesite = None\n' + line.repeat(count));
        assert.ok((await server.diagnostics(uri)).some(({ code }) => code === rule));
        assert.notEqual(await server.connection.sendRequest('textDocument/hover', hoverAt(count, 4)), null);
        await server.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version: 2 },
            contentChanges: [
                { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '(' },
            ],
        });
        assert.equal((await server.diagnostics(uri))[0]?.code, 'syntax-error');
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });

    it('heeds settings and facts as they come, and says it again', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        await server.open(uri, text);
        const codes = async (): Promise<unknown[]> => (await server.diagnostics(uri)).map(({ code }) => code);
        assert.ok((await codes()).includes(rule));
        const severity = { [rule]: 'off', 'no-such-rule': 'error', 'syntax-error': 7 };
        for (const settings of [{ phpSessionCluster: { diagnostics: { severity } } }, null, { phpSessionCluster: 1 }]) {
            await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
            const isOff = settings !== null && typeof settings.phpSessionCluster === 'object';
            assert.equal((await codes()).includes(rule), !isOff);
        }
        await server.connection.sendNotification('phpIni/facts', { environments: [] });
        assert.ok((await codes()).includes(rule));
        assert.deepEqual(server.log, []);
        assert.equal(await server.shutdown(), 0);
    });

    it('asks a client that has settings for them', async () => {
        server = ServerProcess.overStdio(built.file);
        const asked: unknown[] = [];
        server.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
            asked.push(...items);
            return [{ php: { version: '8.2' }, diagnostics: { severity: { [rule]: 'error' } } }];
        });
        await server.initialize({ workspace: { configuration: true } });
        await server.open(uri, text);
        for (;;) {
            const [diagnostic] = (await server.diagnostics(uri)).filter(({ code }) => code === rule);
            if (diagnostic?.severity === 1) {
                break;
            }
        }
        assert.deepEqual(asked, [{ section: 'phpSessionCluster' }]);
        assert.equal(await server.shutdown(), 0);
    });

    it('goes on after messages that are no JSON, or no messages', async () => {
        server = ServerProcess.overStdio(built.file);
        await server.initialize();
        for (const body of ['{"jsonrpc": "2.0", "id": 1, "meth', '[]', '42', 'null', '{"jsonrpc":"2.0"}']) {
            server.child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
        }
        await server.open(uri, text);
        assert.equal(ofRule(await server.diagnostics(uri)).length, 1);
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
