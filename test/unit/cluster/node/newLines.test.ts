import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { newLines } from '../../../../client/src/cluster/node/newLines.ts';

describe('newLines', () => {
    it('gives what comes after the lines that were shown', () => {
        assert.deepEqual(newLines(['a', 'b', 'c'], ['b', 'c', 'd']), ['d']);
        assert.deepEqual(newLines(['a', 'b'], ['a', 'b']), []);
    });

    it('gives all where nothing was shown, or nothing of it is there any more', () => {
        assert.deepEqual(newLines([], ['a', 'b']), ['a', 'b']);
        assert.deepEqual(newLines(['x'], ['a', 'b']), ['a', 'b']);
    });

    it('loses no line of a log that goes on, whatever part of it is looked at', () => {
        const log = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 30 }).map(numbers => numbers.map(String));
        fc.assert(
            fc.property(log, fc.nat(30), fc.nat(30), (lines, first, second) => {
                const shown = lines.slice(0, Math.min(first, lines.length));
                const tail = lines.slice(Math.min(second, shown.length));
                assert.deepEqual([...shown, ...newLines(shown, tail)], lines);
            }),
        );
    });
});
