import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../../server/src/phpIni/syntax/evaluate.ts';

const environment = { HOST: 'store', EMPTY: '' };

function value(written: string, phpVersion = '8.4'): string | undefined {
    return evaluate(parsePhpIni(`x = ${written}\n`), { phpVersion, environment }).settings.find(s => s.name === 'x')
        ?.value;
}

function errorOf(text: string, phpVersion = '8.4'): string | undefined {
    const { error } = evaluate(parsePhpIni(text), { phpVersion });
    return error && `${error.message} on line ${error.line}`;
}

/** Measured with PHP's own parse_ini_file. */
describe('php.ini evaluation', () => {
    const values: [string, string][] = [
        ['true', '1'],
        ['YES', '1'],
        ['off', ''],
        ['None', ''],
        ['null', ''],
        ['none:11211', 'none:11211'],
        ['no-cache', 'no-cache'],
        ['"None"', 'None'],
        ['a b  c  ', 'a b  c'],
        ['FOO # x', 'FOO # x'],
        ['5;/tmp', '5'],
        ['tcp://h:1?weight&x', '0'],
        ['~/sess', '-1'],
        ['A|B', '0'],
        ['E_ALL & ~E_DEPRECATED', '22527'],
        ['(1 | 2) ^ 1', '2'],
        ['!0', '1'],
        ['4294967297 | 0', '1'],
        ['"a\\"b\\\\c\\$d\\e"', 'a"b\\c$d\\e'],
        ['"C:\\path\\"', 'C:\\path\\'],
        [`'a\\n\${HOST}'`, 'a\\n${HOST}'],
        ['"a" "b"', 'ab'],
        [`'a' 'b'`, 'a b'],
        ['"two\nlines"', 'two\nlines'],
        [`''`, ''],
        ['${HOST}:11211', 'store:11211'],
        ['"${NOPE}:11211"', ':11211'],
        ['"$HOST"', '$HOST'],
        ['a$b', 'a$b'],
        ['1.5', '1.5'],
        ['PHP_INT_SIZE', '8'],
        ['"\u201cx\u201d"', '\u201cx\u201d'],
    ];
    for (const [written, expected] of values) {
        it(`reads ${JSON.stringify(written)} as ${JSON.stringify(expected)}`, () => {
            assert.equal(value(written), expected);
        });
    }

    it('differs between PHP versions where PHP does', () => {
        assert.equal(value('E_ALL', '8.3'), '32767');
        assert.equal(value('E_ALL', '8.4'), '30719');
        assert.equal(value('"${NOPE:-b}"', '8.2'), '');
        assert.equal(value('"${NOPE:-b}"', '8.3'), 'b');
        assert.equal(value('"${EMPTY:-b}"', '8.3'), '');
        assert.equal(value('"\\${HOST}"', '8.0'), '\\store');
        assert.equal(value('"\\${HOST}"', '8.1'), '${HOST}');
        assert.equal(errorOf(']\n', '8.2'), undefined);
        assert.equal(errorOf(']\n', '8.4'), `syntax error, unexpected ']' on line 1`);
    });

    const errors: [string, string][] = [
        ['x = a=b\n', `syntax error, unexpected '=' on line 1`],
        ['a = 1\n# (this)\n', `syntax error, unexpected '(' on line 2`],
        ['no = x\n', 'syntax error, unexpected BOOL_FALSE on line 1'],
        ['null = x\n', 'syntax error, unexpected NULL_NULL on line 1'],
        ['x = yes please\n', 'syntax error, unexpected TC_CONSTANT on line 1'],
        ['x = FOO!BAR\n', `syntax error, unexpected '!' on line 1`],
        ['[Session\na = 1\n', `syntax error, unexpected end of file, expecting ']' on line 1`],
        [
            'x = "a\n',
            `syntax error, unexpected end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '"' on line 2`,
        ],
        ['x = (1\n', `syntax error, unexpected END_OF_LINE, expecting '^' or '|' or '&' or ')' on line 2`],
        [`x = 'a\nb'\n(\n`, `syntax error, unexpected '(' on line 2`],
        ['x = "a\nb"\n(\n', `syntax error, unexpected '(' on line 3`],
        ['x[a] 1\n', `syntax error, unexpected TC_LABEL, expecting '=' on line 1`],
    ];
    for (const [text, expected] of errors) {
        it(`says of ${JSON.stringify(text)}: ${expected}`, () => {
            assert.equal(errorOf(text), expected);
        });
    }

    it('keeps what stands before the error, also on its line', () => {
        const { settings } = evaluate(parsePhpIni('a = 1\nb = yes please\nc = 3\n'));
        assert.deepEqual(settings, [
            { name: 'a', value: '1', line: 1 },
            { name: 'b', value: '1', line: 2 },
        ]);
    });

    it('holds the last value of a name, every extension line, and the numbers of arrays', () => {
        const text = 'a = 1\nextension=x\nEXTENSION=y\nk[] = p\nk[5] = q\nk[] = r\na = 2\nSession.Name = z\n';
        assert.deepEqual(
            evaluate(parsePhpIni(text)).settings.map(s => `${s.name}=${s.value}@${s.line}`),
            ['extension=x@2', 'EXTENSION=y@3', 'k[0]=p@4', 'k[5]=q@5', 'k[6]=r@6', 'a=2@7', 'Session.Name=z@8'],
        );
    });

    it('holds a name as a setting or as an array, whichever came last', () => {
        const held = (text: string, phpVersion = '8.4') =>
            evaluate(parsePhpIni(text), { phpVersion }).settings.map(s => `${s.name}=${s.value}`);
        assert.deepEqual(held('a = 1\na[] = 2\na[k] = 3\n'), ['a[0]=2', 'a[k]=3']);
        assert.deepEqual(held('a[] = 2\na = 1\n'), ['a=1']);
        assert.deepEqual(held('a[-5] = 1\na[] = 2\n', '8.0'), ['a[-5]=1', 'a[-4]=2']);
        assert.deepEqual(held('a[-5] = 1\na[] = 2\n', '7.4'), ['a[-5]=1', 'a[0]=2']);
        assert.deepEqual(held('a[9223372036854775807] = 1\na[] = 2\n'), ['a[9223372036854775807]=1']);
        assert.deepEqual(held('ab[] = 1\nb = x${ab:-y}\n'), ['ab[0]=1', 'b=x']);
    });

    it('tells hosts apart in any case of letters, and paths without what stands around them', () => {
        const text =
            '[HOST=a.com]\nx = 1\n[Host = A.com/]\nx = 2\n[PATH=/p/]\ny = 1\n[PATH=/P]\ny = 2\n[PATH /p]\ny = 3\n';
        assert.deepEqual(
            evaluate(parsePhpIni(text)).settings.map(s => `${s.section}: ${s.name}=${s.value}`),
            ['Host = A.com/: x=2', 'PATH=/P: y=2', 'PATH /p: y=3'],
        );
    });

    it('stands values that double with every line', () => {
        const lines = Array.from({ length: 1000 }, (_, i) => `name${i + 1} = \${name${i}}\${name${i}}\n`);
        const { settings } = evaluate(parsePhpIni(`name0 = x\n${lines.join('')}`));
        assert.equal(settings.length, 1001);
        assert.equal(settings[20]?.value.length, 2 ** 20);
        assert.ok(settings.reduce((sum, { value: text }) => sum + text.length, 0) < 2 ** 23);
    });

    it('takes true, false and null for constants within a value, and what every object has for none', () => {
        const text = 'a[TRUE] = 1\nb = ${NOPE:-null}\nc = toString\nd = ${constructor}\ne = ${__proto__}\n';
        const { settings } = evaluate(parsePhpIni(text), { environment, constants: {} });
        assert.deepEqual(
            settings.map(s => `${s.name}=${s.value}`),
            ['a[1]=1', 'b=', 'c=toString', 'd=', 'e='],
        );
    });

    it('looks variables up among the directives above, then in the environment', () => {
        const text = 'a = ${HOST}\nb = ${c}\nc = 1\nHOST = here\nd = ${HOST}${c}\n';
        assert.deepEqual(
            evaluate(parsePhpIni(text), { environment }).settings.map(s => s.value),
            ['store', '', '1', 'here', 'here1'],
        );
    });

    it('keeps host and path settings apart, to the end of the file', () => {
        const text = 'a = 1\n[HOST=example.com]\na = 2\nextension=x\n[Session]\nb = 3\nextension=y\n';
        assert.deepEqual(evaluate(parsePhpIni(text)).settings, [
            { name: 'a', value: '1', line: 1 },
            { name: 'a', value: '2', line: 3, section: 'HOST=example.com' },
            { name: 'extension', value: 'x', line: 4, section: 'HOST=example.com' },
            { name: 'b', value: '3', line: 6, section: 'HOST=example.com' },
            { name: 'extension', value: 'y', line: 7 },
        ]);
    });
});
