import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../../server/src/phpIni/syntax/evaluate.ts';
import { assertLinear, growth } from '../../support/run/cost.ts';
import { runsOr, seed } from '../../support/run/runs.ts';
import { anyText } from './generators.ts';

const pieces = Math.ceil(runsOr(20_000) / 500);

/** What is repeated, with what stands before and behind it. */
const repeated: readonly [before: string, piece: string, after: string][] = [
    ['', 'session.name = value ; comment\n', ''],
    ['', '; a comment\r\n\r\n', ''],
    ['x = ', '(', ''],
    ['x = ', '~', '1'],
    ['x = ', '1|', '1\n'],
    ['x = "', '${A:-"', ''],
    ['x = "', '${A:-b}', '"'],
    ['x = ', '${A:-', '}'],
    ['x = ', '${', '}'],
    ['x = ', '$\\', ''],
    ['x = ', "'a' ", ''],
    ["x = '", 'a\n', ''],
    ['x = "', '\\"\n', ''],
    ['x = ', 'a ', ''],
    ['', "[a'b]\n", ''],
    ['', 'x = "a\n(\n', ''],
    ['', '[', ''],
    ['', '\r', ''],
    ['', "x = ''", ''],
    ['', 'a b ', ''],
    ['', '; a = ', ''],
    [';a', ' ', '= 1'],
    ['; a =', ' ', 'x'],
    ['; a = b', ' ', 'c'],
    ['[HOST=', '/', 'x]\na = 1\n'],
    ['k[', '1', '] = 1\nk[] = 2\n'],
    ['x = ', '9', ' | 1\n'],
    ['k', '[a] = 1\nk', '[]=1'],
    ['', 'k[] = 1\n', ''],
    ['', '[HOST=a]\nx = 1\n', ''],
    ['a = 1\n', 'a = ${a}${b}\n', ''],
];

function reading(text: string): () => void {
    return () => {
        evaluate(parsePhpIni(text, { phpVersion: '8.4' }));
        parsePhpIni(text, { phpVersion: '8.0' });
    };
}

describe('the cost of reading a php.ini', function () {
    this.timeout(600_000);

    for (const [before, piece, after] of repeated) {
        it(`is linear in ${JSON.stringify(piece)} behind ${JSON.stringify(before)}`, () => {
            assertLinear(piece, size => reading(before + piece.repeat(size) + after));
        });
    }

    it(`is linear in ${pieces} generated pieces (seed ${seed})`, () => {
        for (const piece of fc.sample(anyText, { numRuns: pieces, seed })) {
            const size = Math.ceil(2000 / (piece.length + 1));
            assertLinear(JSON.stringify(piece), times => reading(piece.repeat(times)), size);
        }
    });

    it('is seen where it is not', () => {
        const quadratic = (size: number) => () => {
            let found = 0;
            for (let i = 0; i < size; i++) {
                for (let j = 0; j < size; j++) {
                    found += (i ^ j) & 1;
                }
            }
            assert.ok(found >= 0);
        };
        assert.ok(growth(quadratic, 500) > 9);
    });
});
