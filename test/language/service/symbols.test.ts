import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver';
import { documentSymbols, flatSymbols } from '../../../server/src/service/symbols/symbols.ts';
import { workspaceSymbols } from '../../../server/src/service/symbols/workspaceSymbols.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

/** One line a symbol, with its detail, indented below its section. */
function outline(text: string, version?: string): string[] {
    const write = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
        symbols.flatMap(({ name, detail, tags, children = [] }) => [
            `${indent}${name}${detail ? ` | ${detail}` : ''}${tags ? ` #${tags.join()}` : ''}`,
            ...write(children, `${indent}  `),
        ]);
    return write(documentSymbols(contextOf(text, { phpVersion: version })), '');
}

function contains(outer: Range, inner: Range): boolean {
    const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
    return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

describe('document symbols', () => {
    it('are the sections with their settings, and what stands above the first', () => {
        assert.deepEqual(
            outline(
                'engine = On\n[Session]\n;session.name = X\n; prose\nsession.save_path = "a:1" ; where\n\n[Date]\n',
            ),
            ['engine | On', 'Session', '  session.save_path | "a:1"', 'Date'],
        );
    });

    it('name elements of arrays by their keys, and cut what is long or has several lines', () => {
        assert.deepEqual(outline('k[] = 1\nk["a b"] = 2\nx = "two\n  lines"\n'), [
            'k[] | 1',
            'k["a b"] | 2',
            'x | "two lines"',
        ]);
        const [long = ''] = outline(`x = ${'y'.repeat(500)}`);
        assert.ok(long.length < 130 && long.endsWith('\u2026'), long);
    });

    it('say for whom settings of hosts and paths are, also below later headings', () => {
        assert.deepEqual(outline('[HOST=a.example]\nx = 1\n[Session]\n'), [
            'HOST=a.example',
            '  x | 1',
            'Session | only for HOST=a.example',
        ]);
    });

    it('keep what stands behind a syntax error, and say that PHP does not', () => {
        assert.deepEqual(outline('a = 1\n(\n[Session]\nb = 2\n'), [
            'a | 1',
            'Session',
            '  b | 2 (not read: syntax error above)',
        ]);
    });

    it('strike through what this PHP drops', () => {
        assert.deepEqual(outline('session.sid_length = 32', '8.4'), ['session.sid_length | 32 #1']);
        assert.deepEqual(outline('session.sid_length = 32', '8.3'), ['session.sid_length | 32']);
    });

    it('have names where the file has none', () => {
        assert.deepEqual(outline('[]\n[ ]\n'), ['[]', '[]']);
    });

    it('span a section up to the next, but for the blank lines and the comment above that', () => {
        const text = '[A]\nx = 1\n; about x\n\n; about B\n[B]\ny = 2 ; why\n\n';
        assert.deepEqual(
            documentSymbols(contextOf(text)).map(({ range }) => [range.start.line, range.end]),
            [
                [0, { line: 2, character: 9 }],
                [5, { line: 6, character: 11 }],
            ],
        );
    });

    it('come without levels for clients that know none', () => {
        const found = flatSymbols(contextOf('a = 1\n[Session]\nb = 2\n', { uri: 'file:///x/php.ini' }));
        assert.deepEqual(
            found.map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
            [
                ['a', undefined, 0],
                ['Session', undefined, 1],
                ['b', 'Session', 2],
            ],
        );
        assert.ok(found.every(({ location }) => location.uri === 'file:///x/php.ini'));
    });

    it('are such as clients accept, of any text', () => {
        const check = (symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void => {
            for (const symbol of symbols) {
                assert.notEqual(symbol.name.trim(), '');
                assert.ok(contains(symbol.range, symbol.selectionRange));
                assert.ok(!parent || contains(parent.range, symbol.range));
                check(symbol.children ?? [], symbol);
            }
        };
        fc.assert(
            fc.property(mutated(anyText), phpVersion, (text, version) => {
                const context = contextOf(text, { phpVersion: version });
                check(documentSymbols(context));
                assert.ok(flatSymbols(context).every(({ name }) => name.trim() !== ''));
            }),
            { numRuns: 2_000 },
        );
    });
});

describe('workspace symbols', () => {
    const contexts = [
        contextOf('[Session]\nsession.save_path = x\nsession.save_handler = y\n', { uri: 'file:///a.ini' }),
        contextOf('memory_limit = 1\nsession.name = z\n', { uri: 'file:///b.ini' }),
    ];
    const find = (query: string) =>
        workspaceSymbols(contexts, query).map(({ name, location }) => `${location.uri.slice(8)} ${name}`);

    it('are found in all open documents by letters in their order, in any case', () => {
        assert.deepEqual(find('SNAM'), ['b.ini session.name']);
        assert.deepEqual(find('s.n'), ['a.ini session.save_handler', 'b.ini session.name']);
        assert.deepEqual(find('save path'), ['a.ini session.save_path']);
        assert.deepEqual(find('eman'), []);
    });

    it('are all of them where nothing is asked for', () => {
        assert.equal(find('').length, 5);
    });

    it('put those first that hold what was typed as it stands', () => {
        const context = contextOf('a.b.c = 1\nx.ABC = 2\n');
        assert.deepEqual(
            workspaceSymbols([context], 'abc').map(({ name }) => name),
            ['x.ABC', 'a.b.c'],
        );
    });

    it('are no more than anybody looks through', () => {
        const many = contextOf(Array.from({ length: 3_000 }, (_, index) => `x${index} = 1\n`).join(''));
        assert.equal(workspaceSymbols([many], 'x').length, 1_000);
    });
});
