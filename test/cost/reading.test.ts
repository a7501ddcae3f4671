import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertLinear } from './linear.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { addExtension, setDirectives } from '../../server/src/phpIni/syntax/edit.ts';
import { evaluate } from '../../server/src/phpIni/syntax/evaluate.ts';
import { runsOr, seed } from '../support/run/runs.ts';
import { anyText } from '../unit/syntax/generators.ts';

/** Repetitions, of which four times as many are compared with. */
const size = 250;
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

/** Of a file that is edited: what there are many of. */
const edited: readonly string[] = [
    'session.name = value ; comment\n',
    ';session.name = value\n',
    ';extension = other ; why\n',
    '[Session]\n\n; a comment\n',
    '[PHP]\r\nextension = "other.so"\r\n',
    'a = ${session.name}\n',
];

function reading(text: string): () => void {
    return () => {
        evaluate(parsePhpIni(text, { phpVersion: '8.4' }));
        parsePhpIni(text, { phpVersion: '8.0' });
    };
}

function editing(text: string): () => void {
    return () => {
        setDirectives(text, [
            { name: 'session.name', value: 'other' },
            { name: 'session.save_path', value: 'a:11211' },
        ]);
        addExtension(text, 'memcached');
    };
}

describe('the cost of reading a php.ini', () => {
    for (const [before, piece, after] of repeated) {
        it(`is linear in ${JSON.stringify(piece)} behind ${JSON.stringify(before)}`, () => {
            assertLinear(times => reading(before + piece.repeat(times) + after), size);
        });
    }

    it(`is linear in ${pieces} generated pieces (seed ${seed})`, () => {
        for (const piece of fc.sample(anyText, { numRuns: pieces, seed })) {
            const times = Math.ceil(2000 / (piece.length + 1));
            try {
                assertLinear(times => reading(piece.repeat(times)), times);
            } catch (cause) {
                throw new Error(`In ${JSON.stringify(piece)}`, { cause });
            }
        }
    });
});

describe('the cost of editing a php.ini', () => {
    for (const piece of edited) {
        it(`is linear in ${JSON.stringify(piece)}`, () => {
            assertLinear(times => editing(piece.repeat(times)), size);
        });
    }
});
