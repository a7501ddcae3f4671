import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Range, TextEdit } from 'vscode-languageserver';
import { type FormatOptions, format } from '../../../server/src/service/formatting/formatting.ts';
import { toOffset } from '../../../server/src/service/positions.ts';
import { parsePhpIni, type PhpIniDocument } from '../../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../../server/src/phpIni/syntax/evaluate.ts';
import { anyText, goodText } from '../../unit/syntax/generators.ts';
import { contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

function edited({ text, ...document }: PhpIniDocument, edits: readonly TextEdit[]): string {
    let result = '';
    let end = 0;
    for (const { range, newText } of edits) {
        const start = toOffset({ text, ...document }, range.start);
        assert.ok(start >= end, 'edits are in order and do not overlap');
        result += text.slice(end, start) + newText;
        end = toOffset({ text, ...document }, range.end);
    }
    return result + text.slice(end);
}

function formatted(text: string, options: FormatOptions = {}, range?: Range, version?: string): string {
    const context = contextOf(text, { phpVersion: version });
    return edited(context.document, format(context, options, range));
}

function lines(first: number, last: number, character = 0): Range {
    return { start: { line: first, character: 0 }, end: { line: last, character } };
}

describe('formatting', () => {
    const cases: [string, string][] = [
        ['a=b\n', 'a = b\n'],
        ['a\t=\t \tb\n', 'a = b\n'],
        ['foo bar=b c\n', 'foo bar = b c\n'],
        ['a=\n', 'a =\n'],
        ['a = \n', 'a =\n'],
        ['k[]=1\nk[ x ]  =2\n', 'k[] = 1\nk[ x ] = 2\n'],
        ['a = b  \t\n', 'a = b\n'],
        ['a = "b"  \r\nc=d\r\n', 'a = "b"\r\nc = d\r\n'],
        ['a=1\rb=2\r', 'a = 1\rb = 2\r'],
        ['  a=b\n', '  a = b\n'],
        [`a=''\n`, `a = ''\n`],
        ['[Session]  \n', '[Session]\n'],
        ['  \t\n', '\n'],
        ['; prose  \n', '; prose\n'],
        [';a=b \n', ';a=b\n'],
        ['bare  key \n', 'bare  key\n'],
        ['a=b;c\n', 'a = b;c\n'],
        ['a=b   ; c  d \n', 'a = b   ; c  d\n'],
        ['a=E_ALL&~E_NOTICE\n', 'a = E_ALL&~E_NOTICE\n'],
        ['\uFEFFa=1\n', '\uFEFFa = 1\n'],
        ['\uFEFF  \na=1\n', '\uFEFF\na = 1\n'],
    ];
    for (const [text, expected] of cases) {
        it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(text)}`, () => {
            assert.equal(formatted(text), expected);
        });
    }

    const kept: [string, string][] = [
        ['what is in quotes', 'a = "  b = c  \n   d=e  \n f"\n'],
        ['blank lines, however many', 'a = 1\n\n\n\n\nb = 2\n'],
        ['blanks that PHP takes for part of the value at the end of the file', 'a = b  '],
        ['a blank that keeps $ from taking the next line', 'a = b$ \nc = 1\n'],
        ['an indented heading, which is an error, and all behind it', '  [Session]\na=b  \n'],
        ['all from the line of a syntax error on', 'a = b=c  \nd=e  \n'],
        ['how a file ends that PHP does not read to its end', 'a = 1\n(\nb = 2\n\n\nc = 3'],
        ['what stands behind a quote that is never closed', `a = b\nc = x 'y\nd=e  \n`],
    ];
    for (const [what, text] of kept) {
        it(`keeps ${what}`, () => {
            assert.equal(formatted(text, { insertFinalNewline: true, trimFinalNewlines: true }), text);
        });
    }

    it('formats up to the line of a syntax error', () => {
        assert.equal(formatted('a=1\nb=2=3\nc=4\n'), 'a = 1\nb=2=3\nc=4\n');
    });

    it('changes nothing but the blanks: edits are small', () => {
        assert.deepEqual(format(contextOf('a = 1\nbc=2\n'), {}), [
            { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } }, newText: ' ' },
            { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, newText: ' ' },
        ]);
    });

    it('makes no change by which another version would read something else, and makes the others', () => {
        // Before 8.1 PHP took the second quote for an escaped one: the string went on to the third.
        const text = 'a=1\nb = "x\\\\" ; c\nd=1   \n; "\ne=2\n';
        for (const version of ['8.0', '8.4']) {
            const result = formatted(text, {}, undefined, version);
            assert.equal(result, 'a = 1\nb = "x\\\\" ; c\nd=1   \n; "\ne = 2\n', `for PHP ${version}`);
        }
    });

    it('leaves trailing blanks where the client wants that', () => {
        assert.equal(formatted('a=1  \n', { trimTrailingWhitespace: false }), 'a = 1  \n');
    });

    it('ends the file as the client wants, in its own line endings', () => {
        assert.equal(formatted('a = 1\r\nb = 2', { insertFinalNewline: true }), 'a = 1\r\nb = 2\r\n');
        assert.equal(formatted('a = 1', {}), 'a = 1');
        assert.equal(formatted('a = 1\n  ', { insertFinalNewline: true }), 'a = 1\n');
        assert.equal(formatted('a = 1\n\n \n\n', { trimFinalNewlines: true }), 'a = 1\n');
        assert.equal(formatted('\n\n', { trimFinalNewlines: true, insertFinalNewline: true }), '\n\n');
        assert.equal(formatted('', { insertFinalNewline: true }), '');
    });

    it('aligns = of neighbouring lines on demand', () => {
        const text = 'a=1\nlong.name = 2\n\nb = 3\n; c\n\tcd=4\nefghij=5\nm = "x\ny"\nn.o = 6\n';
        assert.equal(
            formatted(text, { alignEquals: true }),
            'a         = 1\nlong.name = 2\n\nb = 3\n; c\n\tcd = 4\nefghij = 5\nm      = "x\ny"\nn.o    = 6\n',
        );
        assert.equal(formatted('a         = 1\nlong.name = 2\n'), 'a = 1\nlong.name = 2\n');
    });

    it('formats the lines of a range, and aligns them with the whole block', () => {
        assert.equal(formatted('a=1\nb=2\nc=3\n', {}, lines(1, 2)), 'a=1\nb = 2\nc=3\n');
        assert.equal(formatted('a=1\nb=2\nc=3\n', {}, lines(1, 2, 1)), 'a=1\nb = 2\nc = 3\n');
        assert.equal(formatted('long=1\nb=2\n', { alignEquals: true }, lines(1, 1)), 'long=1\nb    = 2\n');
        assert.equal(formatted('a=1', { insertFinalNewline: true }, lines(0, 0)), 'a = 1');
    });

    const options = fc.record(
        {
            alignEquals: fc.boolean(),
            insertFinalNewline: fc.boolean(),
            trimFinalNewlines: fc.boolean(),
            trimTrailingWhitespace: fc.boolean(),
        },
        { requiredKeys: [] },
    ) as fc.Arbitrary<FormatOptions>;

    for (const [what, texts, runs] of [
        ['files', goodText, 1_500],
        ['broken files', mutated(fc.oneof(goodText, anyText)), 3_000],
    ] as const) {
        it(`never changes what PHP reads from ${what}, whichever version, and has nothing to do the second time`, () => {
            fc.assert(
                fc.property(texts, phpVersion, options, (text, version, how) => {
                    const result = formatted(text, how, undefined, version);
                    assert.equal(result.replace(/[ \t\r\n]/g, ''), text.replace(/[ \t\r\n]/g, ''));
                    for (const other of ['7.4', '8.2', '8.4']) {
                        const [was, is] = [text, result].map(one =>
                            evaluate(parsePhpIni(one, { phpVersion: other }), {
                                environment: { NOPE: '2', a: 'b' },
                            }),
                        );
                        assert.deepEqual(is, was, `for PHP ${other}`);
                    }
                    assert.equal(formatted(result, how, undefined, version), result);
                }),
                { numRuns: runs },
            );
        });
    }

    it('keeps within the lines of a range', () => {
        fc.assert(
            fc.property(mutated(anyText), options, fc.nat(8), fc.nat(8), (text, how, first, more) => {
                for (const { range } of format(contextOf(text), how, lines(first, first + more, 1))) {
                    assert.ok(range.start.line >= first && range.end.line <= first + more);
                }
            }),
            { numRuns: 1_000 },
        );
    });
});
