import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Range } from 'vscode-languageserver';
import { documentHighlights, references } from '../../../server/src/service/occurrences.ts';
import { toOffset, toPosition } from '../../../server/src/service/positions.ts';
import type { PhpIniDocument } from '../../../server/src/phpIni/syntax/document.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { atCursor, contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

function where(document: PhpIniDocument, { start, end }: Range): string {
    return `${start.line + 1} ${document.text.slice(toOffset(document, start), toOffset(document, end))}`;
}

/** Lines, from 1, with what is marked there; `!` where it is written. */
function highlights(marked: string): string[] {
    const { context, document, position } = atCursor(marked);
    return documentHighlights(context, position).map(
        ({ range, kind }) => where(document, range) + (kind === 3 ? '!' : ''),
    );
}

describe('document highlights', () => {
    it('mark all assignments of a directive, and where it is read', () => {
        const text = 'ho|st = a\nx = "tcp://${host}:1"\nhost = b\ny = ${ host }\n; host\n';
        const expected = ['1 host!', '2 host', '3 host!', '4 host'];
        assert.deepEqual(highlights(text), expected);
        assert.deepEqual(highlights(text.replace('|', '').replace('${h', '${h|')), expected);
    });

    it('tell a variable of the environment from the directive of the same name that is set below it', () => {
        const text = 'x = ${HOST}\nHOST = a\ny = ${HOST}\n';
        assert.deepEqual(highlights(text.replace('${', '${|')), ['1 HOST']);
        assert.deepEqual(highlights(text.replace('HOST =', 'HOST| =')), ['2 HOST!', '3 HOST']);
    });

    it('know that PHP does not look among arrays, extensions, hosts and paths', () => {
        const text = 'a[] = 1\nextension = b\n[HOST=x]\nc = 1\nx = "${a}${extension}${c}"\n';
        assert.deepEqual(highlights(text.replace('${a', '${|a')), ['5 a']);
        assert.deepEqual(highlights(text.replace('${ext', '${|ext')), ['5 extension']);
        assert.deepEqual(highlights(text.replace('${c', '${|c')), ['5 c']);
    });

    it('find variables in keys, in headings and in fallbacks', () => {
        assert.deepEqual(highlights('[${AB}]\nk[${AB}] = "${CD:-${|AB}}"\nx = ${AB:-1}\n'), [
            '1 AB',
            '2 AB',
            '2 AB',
            '3 AB',
        ]);
    });

    it('work behind a syntax error', () => {
        assert.deepEqual(highlights('(\na| = 1\nb = ${a}\n'), ['2 a!', '3 a']);
    });

    it('mark nothing where there is no name', () => {
        for (const text of ['a = b|c', '; |a', 'a |= 1', '[a|]', '|', "x = '${|A}'"]) {
            assert.deepEqual(highlights(text), [], text);
        }
    });
});

describe('references', () => {
    const uri = 'file:///a.ini';
    const other = contextOf('HOST = a\nx = ${HOST}\ny = ${OTHER}\n', { uri: 'file:///b.ini' });

    function found(marked: string, includeDeclaration?: boolean): string[] {
        const { context, position } = atCursor(marked, { uri });
        const options = includeDeclaration === undefined ? {} : { includeDeclaration };
        return references(context, position, [context, other], options).map(({ uri: of, range }) =>
            [of.slice(8), where(of === uri ? context.document : other.document, range)].join(' '),
        );
    }

    it('are those of the document, and the same name in all others that are open', () => {
        assert.deepEqual(found('z = ${H|OST}\nHOST = 1\n'), ['a.ini 1 HOST', 'b.ini 1 HOST', 'b.ini 2 HOST']);
    });

    it('leave assignments out on demand', () => {
        assert.deepEqual(found('HOST| = 1\nz = ${HOST}\n', false), ['a.ini 2 HOST', 'b.ini 2 HOST']);
    });

    it('are none where there is no name', () => {
        assert.deepEqual(found('z = H|OST'), []);
    });

    it('hold the place that was asked for, and are the same from each of them, in any text', () => {
        fc.assert(
            fc.property(mutated(anyText), phpVersion, fc.nat(), (text, version, place) => {
                const context = contextOf(text, { phpVersion: version });
                const { document } = context;
                const position = toPosition(document, place % (text.length + 1));
                const marked = documentHighlights(context, position);
                const offset = toOffset(document, position);
                assert.ok(
                    marked.length === 0 ||
                        marked.some(
                            ({ range }) =>
                                toOffset(document, range.start) <= offset && offset <= toOffset(document, range.end),
                        ),
                );
                for (const { range } of marked.slice(0, 3)) {
                    assert.deepEqual(documentHighlights(context, range.start), marked);
                }
                assert.equal(references(context, position, [context]).length, marked.length);
            }),
            { numRuns: 2_000 },
        );
    });
});
