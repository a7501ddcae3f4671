import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldingRanges } from '../../../server/src/service/folding.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { contextOf } from '../support/cursor.ts';
import { mutated, phpVersion } from '../support/property.ts';

/** First and last line, from 1, and the kind. */
function folds(lines: readonly string[], limit?: number): string[] {
    const context = contextOf(lines.join('\n'));
    return foldingRanges(context, limit === undefined ? {} : { limit }).map(
        ({ startLine, endLine, kind = 'value' }) => `${startLine + 1}-${endLine + 1} ${kind}`,
    );
}

describe('folding', () => {
    it('folds sections, without the blank lines and the comment above the next one', () => {
        assert.deepEqual(folds(['[A]', 'a = 1', '', '; about B', '[B]', 'b = 2', '', '']), [
            '1-2 region',
            '5-6 region',
        ]);
    });

    it('leaves a section without anything in it alone', () => {
        assert.deepEqual(folds(['[A]', '', '[B]', '']), []);
    });

    it('keeps a comment that follows a setting with that setting', () => {
        assert.deepEqual(folds(['[A]', 'a = 1', '; about a', '[B]']), ['1-3 region']);
    });

    it('folds comments', () => {
        assert.deepEqual(folds(['; one', '; two', 'a = 1', '; alone', 'b = 2']), ['1-2 comment']);
    });

    it('folds switched-off settings apart from the prose around them', () => {
        assert.deepEqual(folds(['; one', '; two', ';a = 1', ';b = 2', '; three', '; four']), [
            '1-2 comment',
            '3-4 comment',
            '5-6 comment',
        ]);
    });

    it('takes one switched-off setting amid prose for an example, and leaves one at an end in sight', () => {
        assert.deepEqual(folds(['; one', ';a = 1', '; two', ';b = 2']), ['1-3 comment']);
        assert.deepEqual(folds([';a = 1', '; one', '; two']), ['2-3 comment']);
        assert.deepEqual(folds(['; one', ';a = 1']), []);
    });

    it('folds values of several lines', () => {
        assert.deepEqual(folds(['a = "1', '2', '3"', 'b = "x"']), ['1-3 value']);
    });

    it('starts one range a line, and lets none end amid another', () => {
        assert.deepEqual(folds(['[A]a = "1', '2"', 'b = 2']), ['1-3 region']);
        assert.deepEqual(folds(['[A]', 'bare\t[B]', 'b = 2']), ['1-2 region']);
    });

    it('works behind a syntax error', () => {
        assert.deepEqual(folds(['(', '[A]', 'a = 1', '; x', '; y']), ['2-5 region', '4-5 comment']);
    });

    it('keeps sections where the client wants few ranges', () => {
        const lines = ['; x', '; y', '[A]', 'a = 1', '; x', '; y', 'a = 2', '[B]', 'b = 1'];
        assert.deepEqual(folds(lines, 3), ['1-2 comment', '3-7 region', '8-9 region']);
        assert.deepEqual(folds(lines, 2), ['3-7 region', '8-9 region']);
        assert.deepEqual(folds(lines, 0), []);
    });

    it('gives ranges that lie in each other or apart, in order, of any text', () => {
        fc.assert(
            fc.property(mutated(anyText), phpVersion, (text, version) => {
                const context = contextOf(text, { phpVersion: version });
                const open: number[] = [];
                let previous = -1;
                for (const { startLine, endLine } of foldingRanges(context)) {
                    assert.ok(startLine > previous && endLine > startLine && endLine < context.document.lines.count);
                    while ((open.at(-1) ?? Infinity) < startLine) {
                        open.pop();
                    }
                    assert.ok(endLine <= (open.at(-1) ?? Infinity));
                    open.push(endLine);
                    previous = startLine;
                }
            }),
            { numRuns: 2_000 },
        );
    });
});
