import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Range } from 'vscode-languageserver';
import { semanticTokens } from '../../../server/src/service/semanticTokens/semanticTokens.ts';
import { tokenModifiers, tokenTypes } from '../../../server/src/service/semanticTokens/tokenLegend.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

interface SeenToken {
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly modifiers: string[];
}

/** As a client reads them; offsets are of the text. */
function seen(text: string, version?: string, range?: Range): SeenToken[] {
    const context = contextOf(text, { phpVersion: version });
    const { data } = semanticTokens(context, range);
    assert.equal(data.length % 5, 0);
    const found: SeenToken[] = [];
    let line = 0;
    let character = 0;
    for (let index = 0; index < data.length; index += 5) {
        const [deltaLine = 0, deltaCharacter = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
        assert.ok(deltaLine >= 0 && deltaCharacter >= 0 && length > 0);
        line += deltaLine;
        character = deltaLine > 0 ? deltaCharacter : character + deltaCharacter;
        const start = context.document.lines.startOf(line) + character;
        const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
        found.push({ line, start, end: start + length, type: tokenTypes[type] ?? '?', modifiers });
    }
    return found;
}

function tokens(text: string, version?: string, range?: Range): string[] {
    return seen(text, version, range).map(({ start, end, type, modifiers }) =>
        [type, ...modifiers, JSON.stringify(text.slice(start, end))].join(' '),
    );
}

/** Of the value alone. */
function value(written: string, name = 'x'): string[] {
    return tokens(`${name} = ${written}\n`).slice(2);
}

describe('semantic tokens', () => {
    it('tell headings, names, values and comments apart', () => {
        assert.deepEqual(tokens('; prose\n[Session] ; here\n\n  foo.bar = baz ; why\n;off = 1\n'), [
            'comment "; prose"',
            'namespace "Session"',
            'comment "; here"',
            'property "foo.bar"',
            'operator "="',
            'string "baz"',
            'comment "; why"',
            'comment ";off = 1"',
        ]);
    });

    it('know names from the catalogue, and those that this PHP drops', () => {
        assert.equal(tokens('session.name = X')[0], 'property defaultLibrary "session.name"');
        assert.equal(
            tokens('session.sid_length = X', '8.4')[0],
            'property defaultLibrary deprecated "session.sid_length"',
        );
        assert.equal(tokens('session.sid_length = X', '8.3')[0], 'property defaultLibrary "session.sid_length"');
        assert.equal(tokens('Session.Name = X')[0], 'property "Session.Name"');
    });

    it('tell kinds of values apart', () => {
        assert.deepEqual(value('On'), ['keyword "On"']);
        assert.deepEqual(value('none ; c'), ['keyword "none"', 'comment "; c"']);
        assert.deepEqual(value('128M'), ['number "128M"']);
        assert.deepEqual(value('-1'), ['number "-1"']);
        assert.deepEqual(value('1.5'), ['number "1.5"']);
        assert.deepEqual(value('no-cache'), ['string "no-cache"']);
        assert.deepEqual(value('a b  c'), ['string "a b  c"']);
        assert.deepEqual(value('"a" \'b\' c'), ['string "\\"a\\" \'b\' c"']);
        assert.deepEqual(value(`''`), [`string "''"`]);
        assert.deepEqual(value('PHP_VERSION'), ['enumMember "PHP_VERSION"']);
        assert.deepEqual(value('NO_CONSTANT'), ['string "NO_CONSTANT"']);
        assert.deepEqual(value('Lax', 'session.cookie_samesite'), ['enumMember "Lax"']);
    });

    it('take expressions and variables apart', () => {
        assert.deepEqual(value('E_ALL & ~(E_NOTICE|2)'), [
            'enumMember "E_ALL"',
            'operator "&"',
            'operator "~"',
            'operator "("',
            'enumMember "E_NOTICE"',
            'operator "|"',
            'number "2"',
            'operator ")"',
        ]);
        assert.deepEqual(value('"tcp://${HOST:-local}:${PORT}"'), [
            'string "\\"tcp://"',
            'variable "${HOST"',
            'operator ":-"',
            'string "local"',
            'variable "}"',
            'string ":"',
            'variable "${PORT}"',
            'string "\\""',
        ]);
    });

    it('name keys of arrays', () => {
        assert.deepEqual(tokens('k[] = 1\nk[z] = 2\n'), [
            'property "k"',
            'operator "="',
            'number "1"',
            'property "k"',
            'string "z"',
            'operator "="',
            'number "2"',
        ]);
    });

    it('split strings of several lines', () => {
        assert.deepEqual(tokens('x = "a\r\n  b \n\nc"\n'), [
            'property "x"',
            'operator "="',
            'string "\\"a"',
            'string "b"',
            'string "c\\""',
        ]);
    });

    it('mark what scripts cannot change, and what PHP does not read', () => {
        assert.deepEqual(tokens('[HOST=x]\na = 1\n(\nb = 2\n'), [
            'namespace readonly "HOST=x"',
            'property readonly "a"',
            'operator readonly "="',
            'number readonly "1"',
            'property unused "b"',
            'operator unused "="',
            'number unused "2"',
        ]);
    });

    it('show # as the comment that people mean, which PHP ignores', () => {
        assert.deepEqual(tokens('# old\nbare key\n'), ['comment "# old"']);
    });

    it('skip the byte order mark', () => {
        assert.equal(tokens('\uFEFFk[z] = 1')[0], 'property "k"');
        assert.deepEqual(tokens('\uFEFF; x'), ['comment "; x"']);
    });

    it('are as many of a range as lie in its lines, with the same offsets', () => {
        const text = 'a = 1\nb = "x\ny\nz"\nc = 2 ; d\ne = 3\n';
        const range = { start: { line: 2, character: 3 }, end: { line: 4, character: 1 } };
        assert.deepEqual(tokens(text, undefined, range), [
            'string "y"',
            'string "z\\""',
            'property "c"',
            'operator "="',
            'number "2"',
            'comment "; d"',
        ]);
    });

    it('follow each other without overlap, each within its line, and are the same by ranges, of any text', () => {
        fc.assert(
            fc.property(mutated(anyText), phpVersion, fc.nat(6), fc.nat(6), (text, version, first, more) => {
                const all = seen(text, version);
                let end = 0;
                for (const token of all) {
                    assert.ok(token.start >= end);
                    assert.doesNotMatch(text.slice(token.start, token.end), /[\r\n]|^[ \t]|[ \t]$/);
                    end = token.end;
                }
                assert.ok(end <= text.length);
                const range = { start: { line: first, character: 0 }, end: { line: first + more, character: 0 } };
                assert.deepEqual(
                    seen(text, version, range),
                    all.filter(({ line }) => first <= line && line <= first + more),
                );
            }),
            { numRuns: 2_000 },
        );
    });
});
