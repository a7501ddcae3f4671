import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { DocumentSymbol, FoldingRange, SymbolInformation, TextEdit } from 'vscode-languageserver';
import { buildServer, type BuiltServer, ServerProcess } from '../support/serverProcess.ts';

const uri = 'file:///srv/php.ini';
const text = '; one\n; two\n[Session]\nmy.host=a\nlonger.name=${my.host}\n';
const about = { textDocument: { uri } };

/** What depends on the client, or on more than one document, over the wire. */
describe('navigation through the server', () => {
    let built: BuiltServer;
    let server: ServerProcess;

    before(async () => {
        built = await buildServer();
    });

    after(() => built.remove());

    afterEach(() => {
        server.kill();
    });

    async function start(capabilities: Parameters<ServerProcess['initialize']>[0] = {}): Promise<void> {
        server = ServerProcess.overStdio(built.file);
        await server.initialize(capabilities);
        await server.open(uri, text);
    }

    it('gives symbols with levels to clients that know them, and without to others', async () => {
        await start({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } });
        const tree: DocumentSymbol[] = await server.connection.sendRequest('textDocument/documentSymbol', about);
        assert.deepEqual(
            tree.map(({ name, children = [] }) => [name, children.map(child => child.name)]),
            [['Session', ['my.host', 'longer.name']]],
        );
        server.kill();
        await start();
        const flat: SymbolInformation[] = await server.connection.sendRequest('textDocument/documentSymbol', about);
        assert.deepEqual(
            flat.map(({ name, location }) => [name, location.uri]),
            [
                ['Session', uri],
                ['my.host', uri],
                ['longer.name', uri],
            ],
        );
    });

    it('gives no more folding ranges than the client wants', async () => {
        await start({ textDocument: { foldingRange: { rangeLimit: 1, lineFoldingOnly: true } } });
        const ranges: FoldingRange[] = await server.connection.sendRequest('textDocument/foldingRange', about);
        assert.deepEqual(ranges, [{ startLine: 2, endLine: 4, kind: 'region' }]);
    });

    it('formats as the settings say', async () => {
        await start();
        const equals = async (): Promise<TextEdit[]> =>
            server.connection.sendRequest('textDocument/formatting', {
                ...about,
                options: { tabSize: 4, insertSpaces: true },
            });
        assert.equal((await equals())[0]?.newText, ' ');
        await server.connection.sendNotification('workspace/didChangeConfiguration', {
            settings: { phpSessionCluster: { format: { alignEquals: true } } },
        });
        assert.equal((await equals())[0]?.newText, ' '.repeat('longer.name'.length - 'my.host'.length + 1));
    });

    it('finds names in all open documents, and assignments among them on demand', async () => {
        await start();
        await server.open('file:///srv/other.ini', 'x = ${my.host}\n');
        const lines = async (includeDeclaration: boolean): Promise<string[]> => {
            const found = await server.connection.sendRequest<SymbolInformation['location'][]>(
                'textDocument/references',
                { ...about, position: { line: 3, character: 1 }, context: { includeDeclaration } },
            );
            return found.map(({ uri: where, range }) => `${where.slice(12)} ${range.start.line}`);
        };
        assert.deepEqual(await lines(true), ['php.ini 3', 'php.ini 4', 'other.ini 0']);
        assert.deepEqual(await lines(false), ['php.ini 4', 'other.ini 0']);
        const symbols: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', { query: 'X' });
        assert.deepEqual(
            symbols.map(({ name }) => name),
            ['x'],
        );
    });

    it('says why it does not rename', async () => {
        await start();
        const renaming = server.connection.sendRequest('textDocument/rename', {
            ...about,
            position: { line: 3, character: 1 },
            newName: 'longer.name',
        });
        await assert.rejects(renaming, /names longer\.name already/);
        assert.deepEqual(server.log, []);
    });
});
