import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { toOffset, toPosition } from '../../../server/src/service/positions.ts';
import { prepareRename, rename, RenameRefused } from '../../../server/src/service/rename.ts';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../../server/src/phpIni/syntax/evaluate.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { atCursor, contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

/** The text after the rename; undefined where nothing is renamed. */
function result(context: DocumentContext, edit: ReturnType<typeof rename>): string | undefined {
    const edits = edit?.changes?.[context.uri];
    const { document } = context;
    let text = '';
    let end = 0;
    for (const { range, newText } of edits ?? []) {
        text += document.text.slice(end, toOffset(document, range.start)) + newText;
        end = toOffset(document, range.end);
    }
    return edits && text + document.text.slice(end);
}

function renamed(marked: string, newName: string, version?: string): string | undefined {
    const { context, position } = atCursor(marked, { phpVersion: version });
    return result(context, rename(context, position, newName));
}

function refusal(marked: string, newName: string): string {
    try {
        return `renamed: ${renamed(marked, newName)}`;
    } catch (error) {
        assert.ok(error instanceof RenameRefused);
        return error.message;
    }
}

describe('rename', () => {
    it('renames a directive in all its assignments and uses', () => {
        assert.equal(
            renamed('my|.host = a\nx = "${my.host}:1"\n; my.host\nmy.host = b\n[HOST=h]\nmy.host = c\n', 'our.host'),
            'our.host = a\nx = "${our.host}:1"\n; my.host\nour.host = b\n[HOST=h]\nour.host = c\n',
        );
        assert.equal(renamed('a = 1\nx = ${|a}\n', 'b'), 'b = 1\nx = ${b}\n');
        assert.equal(renamed('k|[] = 1\nk[z] = 2\n', 'l'), 'l[] = 1\nl[z] = 2\n');
    });

    it('renames a variable of the environment in all its uses, and no directive', () => {
        assert.equal(
            renamed('x = ${HO|ST:-${HOST}}\nHOST = 1\ny = ${HOST}\n', 'SERVER'),
            'x = ${SERVER:-${SERVER}}\nHOST = 1\ny = ${HOST}\n',
        );
    });

    it('makes one of two variables of the environment: one of them was a slip', () => {
        assert.equal(renamed('x = ${HS|OT}\ny = ${HOST}\n', 'HOST'), 'x = ${HOST}\ny = ${HOST}\n');
    });

    it('works behind a syntax error', () => {
        assert.equal(renamed('a| = 1\n(\na = 2\nx = ${a}\n', 'b'), 'b = 1\n(\nb = 2\nx = ${b}\n');
    });

    it('says what would be renamed', () => {
        const { context, position } = atCursor('x = ${ HO|ST }\n');
        assert.deepEqual(prepareRename(context, position), {
            range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } },
            placeholder: 'HOST',
        });
        for (const marked of ['x = a|b', 'exten|sion = x', '[Ses|sion]', ';a|b = 1']) {
            const place = atCursor(marked);
            assert.equal(prepareRename(place.context, place.position), undefined, marked);
        }
        assert.equal(renamed('x = a|b', 'c'), undefined);
    });

    const refused: [string, string, RegExp][] = [
        ['a| = 1', '', /not empty/],
        ['a| = 1', ' b', /blank/],
        ['a| = 1', 'b=c', /cannot hold "="/],
        ['a| = 1', 'b[c]', /cannot hold "\["/],
        ['x = ${|A}', 'B}', /cannot hold "}"/],
        ['a| = 1', 'Off', /reads Off as a value/],
        ['a| = 1', 'Extension', /load an extension/],
        ['exten|sion = a', 'b', /own word for loading/],
        ['a| = 1\nb = 2\n', 'b', /names b already/],
        ['a| = 1\nx = ${b}\n', 'b', /names b already/],
        ['b = 1\nx = ${|A}\n', 'b', /sets b itself/],
        ['x = ${A|BC}\n', 'a:-b', /read other things differently/],
        ['(\nx = ${A|BC}\n', 'AB:-b', /read other things differently/],
    ];
    for (const [marked, newName, reason] of refused) {
        it(`refuses to make ${JSON.stringify(newName)} of the name in ${JSON.stringify(marked)}, and says why`, () => {
            assert.match(refusal(marked, newName), reason);
        });
    }

    it('takes the names that PHP takes between braces', () => {
        assert.equal(renamed('x = ${|A}\n', 'yes', '8.2'), 'x = ${yes}\n');
        assert.equal(renamed('x = ${|AB:-c}\n', 'B C', '8.4'), 'x = ${B C:-c}\n');
        assert.match(refusal('x = ${|AB:-c}\n', 'B'), /read other things differently/);
    });

    it('changes no value, and no name but one, in any text', () => {
        const names = fc.constantFrom('b', 'session.name', 'NEW', 'yes', 'a b', 'x-y', 'a:-b', 'a', 'NOPE', 'x[', 'é');
        let done = 0;
        fc.assert(
            fc.property(mutated(anyText), phpVersion, fc.nat(), names, (text, version, place, newName) => {
                const context = contextOf(text, { phpVersion: version });
                const { assignments } = context.document;
                const node = assignments[place % Math.max(1, assignments.length)];
                const offset = node && place % 3 > 0 ? node.nameRange.start : place % (text.length + 1);
                const position = toPosition(context.document, offset);
                const name = prepareRename(context, position)?.placeholder;
                let after: string | undefined;
                try {
                    after = result(context, rename(context, position, newName));
                } catch (error) {
                    assert.ok(error instanceof RenameRefused, String(error));
                    return;
                }
                assert.equal(after === undefined, name === undefined);
                if (after !== undefined && name !== undefined) {
                    done++;
                    const was = evaluate(context.document, { environment: { [name]: 'e', [newName]: 'e' } });
                    const is = evaluate(parsePhpIni(after, { phpVersion: version }), {
                        environment: { [newName]: 'e', [name]: 'e' },
                    });
                    const unnamed = ({ settings, error }: typeof was) => [
                        settings.map(({ value, line, section }) => [value, line, section]),
                        error,
                    ];
                    assert.deepEqual(unnamed(is), unnamed(was));
                }
            }),
            { numRuns: 3_000 },
        );
        assert.ok(done > 100, `${done} were renamed`);
    });
});
