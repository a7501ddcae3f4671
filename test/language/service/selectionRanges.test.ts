import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { SelectionRange } from 'vscode-languageserver';
import { toOffset, toPosition } from '../../../server/src/service/positions.ts';
import { selectionRanges } from '../../../server/src/service/selectionRanges.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { atCursor, contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

/** What is selected, step by step. */
function steps(marked: string): string[] {
    const { context, document, position } = atCursor(marked);
    const found: string[] = [];
    for (let range: SelectionRange | undefined = selectionRanges(context, [position])[0]; range; range = range.parent) {
        const { start, end } = range.range;
        found.push(document.text.slice(toOffset(document, start), toOffset(document, end)));
    }
    return found;
}

describe('selection ranges', () => {
    it('grow from the word over the server of a list to the file', () => {
        const line = 'session.save_path = "store-1:11211, store-2:11211" ; both';
        assert.deepEqual(steps(`a = 1\n[Session]\n${line.replace('2:', '2|:')}\n[Date]\n`), [
            '2',
            'store-2:11211',
            'store-1:11211, store-2:11211',
            '"store-1:11211, store-2:11211"',
            'session.save_path = "store-1:11211, store-2:11211"',
            line,
            `[Session]\n${line}`,
            `a = 1\n[Session]\n${line}\n[Date]\n`,
        ]);
    });

    it('take entries of a list with blanks in them', () => {
        assert.deepEqual(steps('x = "a, b |c, d"').slice(0, 3), ['c', 'b c', 'a, b c, d']);
    });

    it('take the variable, then its braces', () => {
        assert.deepEqual(steps('x = "a${H|OST:-b}"'), [
            'HOST',
            '${HOST:-b}',
            'a${HOST:-b}',
            '"a${HOST:-b}"',
            'x = "a${HOST:-b}"',
        ]);
    });

    it('take a variable within the fallback of another', () => {
        assert.deepEqual(steps('x = ${AB:-${C|D}}').slice(0, 3), ['CD', '${CD}', '${AB:-${CD}}']);
    });

    it('take a constant, then the expression', () => {
        assert.deepEqual(steps('x = E_ALL & ~E_NO|TICE'), [
            'E_NOTICE',
            '~E_NOTICE',
            'E_ALL & ~E_NOTICE',
            'x = E_ALL & ~E_NOTICE',
        ]);
    });

    it('grow from the word of a name', () => {
        assert.deepEqual(steps('session.na|me = X'), ['name', 'session.name', 'session.name = X']);
        assert.deepEqual(steps('k|[z] = X'), ['k', 'k[z]', 'k[z] = X']);
    });

    it('work in comments, in switched-off settings and in headings', () => {
        assert.deepEqual(steps('a = 1 ; so it i|s'), ['is', '; so it is', 'a = 1 ; so it is']);
        assert.deepEqual(steps('; see the-man|ual\n'), [
            'manual',
            'the-manual',
            '; see the-manual',
            '; see the-manual\n',
        ]);
        assert.deepEqual(steps(';a.b = c|d e'), ['cd', 'cd e', ';a.b = cd e']);
        assert.deepEqual(steps('[CLI Ser|ver]\n'), ['Server', 'CLI Server', '[CLI Server]', '[CLI Server]\n']);
    });

    it('begin with the line or more where there is no word', () => {
        assert.deepEqual(steps('a = 1\n|\nb = 2'), ['a = 1\n\nb = 2']);
        assert.deepEqual(steps('|'), ['']);
    });

    it('are one for each position', () => {
        const context = contextOf('a = 1\nb = 2\n');
        const positions = [0, 6, 99].map(offset => toPosition(context.document, offset));
        assert.deepEqual(
            selectionRanges(context, positions).map(({ range }) => range.start.line),
            [0, 1, 0],
        );
    });

    it('hold the position, and each other, wherever that is', () => {
        fc.assert(
            fc.property(mutated(anyText), phpVersion, fc.nat(), (text, version, place) => {
                const context = contextOf(text, { phpVersion: version });
                const { document } = context;
                let inner = { start: place % (text.length + 1), end: place % (text.length + 1) };
                let [range] = selectionRanges(context, [toPosition(document, inner.start)]);
                assert.ok(range);
                for (let first = true; range; range = range.parent, first = false) {
                    const outer = {
                        start: toOffset(document, range.range.start),
                        end: toOffset(document, range.range.end),
                    };
                    assert.ok(outer.start <= inner.start && outer.end >= inner.end);
                    assert.ok(first || outer.end - outer.start > inner.end - inner.start);
                    inner = outer;
                }
                assert.equal(inner.end - inner.start, text.length);
            }),
            { numRuns: 2_000 },
        );
    });
});
