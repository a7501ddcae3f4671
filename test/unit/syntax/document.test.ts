import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import type { PhpIniNode } from '../../../server/src/phpIni/syntax/nodes.ts';
import { anyText } from './generators.ts';

function only<Kind extends PhpIniNode['kind']>(text: string, kind: Kind): Extract<PhpIniNode, { kind: Kind }> {
    const found = parsePhpIni(text).nodes.filter(node => node.kind === kind);
    assert.equal(found.length, 1, `one ${kind} in ${JSON.stringify(text)}`);
    return found[0] as Extract<PhpIniNode, { kind: Kind }>;
}

describe('php.ini document', () => {
    it('gives an assignment with its ranges, its value as written and its comment', () => {
        const text = '[Session]\r\n  session.save_path = "a:1" ; where\r\n';
        const node = only(text, 'assignment');
        assert.equal(node.name, 'session.save_path');
        assert.equal(node.rawValue, '"a:1"');
        assert.equal(text.slice(node.nameRange.start, node.nameRange.end), 'session.save_path');
        assert.equal(text.slice(node.valueRange.start, node.valueRange.end), '"a:1"');
        assert.equal(text.slice(node.range.start, node.range.end), 'session.save_path = "a:1"');
        assert.ok(node.comment);
        assert.equal(text.slice(node.comment.start, node.comment.end), '; where');
        assert.equal(text.charAt(node.equalsOffset), '=');
        assert.equal(node.line, 1);
        assert.equal(node.section?.name, 'Session');
    });

    it('tells switched-off directives from prose', () => {
        const node = only(';session.save_path = "N;/path"\n; Note: this is prose\n', 'disabledAssignment');
        assert.equal(node.name, 'session.save_path');
        assert.equal(node.rawValue, '"N;/path"');
        assert.equal(node.indented, false);
        assert.equal(only('; session.name = X\n', 'disabledAssignment').indented, true);
        // No line ending to PHP, and once the cause of a regular expression that took the square of the blanks before
        // it.
        assert.equal(only(';session.name = \u2028X\n', 'disabledAssignment').rawValue, '\u2028X');
    });

    it('takes both quotes of an empty single-quoted string for its value', () => {
        const node = only(`x = '' ; none\n`, 'assignment');
        assert.equal(node.rawValue, `''`);
        assert.ok(node.comment);
    });

    it('knows the heading that captures settings, also below later headings', () => {
        const { assignments } = parsePhpIni('a=1\n[Hosting]\nb=2\n[Session]\nc=3\n[HOST]\nd=4\n');
        assert.deepEqual(
            assignments.map(node => node.capturedBy?.name),
            [undefined, 'Hosting', 'Hosting', 'Hosting'],
        );
    });

    it('goes on behind an error, and says that PHP does not', () => {
        const document = parsePhpIni('a = 1\n# say "hi"\n\nb = 2\n');
        assert.deepEqual(document.error, {
            line: 1,
            phpLine: 2,
            message: `syntax error, unexpected '"'`,
            offset: 12,
            range: { start: 12, end: 13 },
        });
        assert.deepEqual(
            document.assignments.map(node => [node.name, node.reached]),
            [
                ['a', true],
                ['b', false],
            ],
        );
    });

    it('notices where PHP stops without a message', () => {
        const text = `a = 1\nb = x 'y\nc = 3\n`;
        const document = parsePhpIni(text);
        assert.equal(document.error, undefined);
        assert.equal(document.silentEnd, text.indexOf(`'`));
        assert.equal(parsePhpIni('a = 1\nkey').silentEnd, undefined);
        assert.equal(parsePhpIni("a = 1 ; it's").silentEnd, undefined);
    });

    it('finds the dominant line ending and the byte order mark, decoded or not', () => {
        assert.equal(parsePhpIni('a=1\r\nb=2\r\nc=3\n').eol, '\r\n');
        assert.equal(parsePhpIni('a=1\rb=2\r').eol, '\r');
        assert.equal(parsePhpIni('a=1').eol, '\n');
        assert.equal(parsePhpIni('\uFEFFa=1').assignments[0]?.name, 'a');
        assert.equal(parsePhpIni('\u00ef\u00bb\u00bfa=1').assignments[0]?.name, 'a');
        assert.equal(parsePhpIni('\u00ef\u00bb\u00bfa=1').hasBom, true);
        assert.equal(parsePhpIni('a=1').hasBom, false);
    });

    it('covers any text with its nodes, in order, without gap or overlap', () => {
        fc.assert(
            fc.property(anyText, fc.constantFrom('8.2', '8.4'), (text, phpVersion) => {
                const { nodes, lines } = parsePhpIni(text, { phpVersion });
                let offset = 0;
                for (const node of nodes) {
                    assert.equal(node.full.start, offset);
                    assert.ok(node.full.start <= node.range.start && node.range.start <= node.range.end);
                    assert.ok(node.range.end <= node.full.end);
                    assert.equal(node.line, lines.lineAt(node.range.start));
                    offset = node.full.end;
                }
                assert.equal(offset, text.length);
            }),
            { numRuns: 2000 },
        );
    });

    it('gives up where PHP does', () => {
        assert.equal(parsePhpIni(`x = ${'('.repeat(20_000)}1`).error?.message, 'memory exhausted');
    });
});
