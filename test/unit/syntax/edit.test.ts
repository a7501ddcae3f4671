import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { addExtension, PhpIniSyntaxError, quoteValue, setDirectives } from '../../../server/src/phpIni/syntax/edit.ts';
import { evaluate, type Setting } from '../../../server/src/phpIni/syntax/evaluate.ts';
import { anyText, directiveName, directiveValue, goodText } from './generators.ts';

const memcached = { name: 'session.save_handler', value: 'memcached' };

function valueOf(text: string, name: string): string | undefined {
    return evaluate(parsePhpIni(text)).settings.find(s => s.name === name && s.section === undefined)?.value;
}

/** What PHP holds besides the directive of that name. */
function others(text: string, name: string): unknown[] {
    const environment = { NOPE: 'n' };
    const { settings, error } = evaluate(parsePhpIni(text), { environment });
    const kept = settings.filter((s: Setting) => s.section !== undefined || s.name !== name);
    return [kept.map(({ name: key, value, section }) => [key, value, section]), error?.message];
}

/** True where every character of `before` is still in `after`, in order, but for one stretch of it. */
function differsInOnePlace(before: string, after: string): boolean {
    let head = 0;
    while (head < before.length && before[head] === after[head]) {
        head++;
    }
    let tail = 0;
    while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) {
        tail++;
    }
    const lost = before.slice(head, before.length - tail);
    return !/[\r\n][^]*[\r\n][^]*[\r\n]/.test(lost);
}

describe('quoteValue', () => {
    const cases: [string, string][] = [
        ['memcached', 'memcached'],
        ['/var/lib/php/sessions', '/var/lib/php/sessions'],
        ['tcp://h:11211', 'tcp://h:11211'],
        ['shop-store-1:11211,shop-store-2:11211', 'shop-store-1:11211,shop-store-2:11211'],
        ['1440', '1440'],
        ['', '""'],
        ['None', '"None"'],
        ['On', '"On"'],
        ['turn on', '"turn on"'],
        ['E_ALL', '"E_ALL"'],
        ['PHP_BINDIR', '"PHP_BINDIR"'],
        ['5;/tmp', '"5;/tmp"'],
        ['a=b', '"a=b"'],
        [' padded ', '" padded "'],
        ['say "hi"', '"say \\"hi\\""'],
        ['C:\\path\\', 'C:\\path\\'],
        ['${HOME}', `'\${HOME}'`],
        [`\${HOME} isn't`, `'\${HOME} isn'"'"'t'`],
        ['\\"x', '"\\\\\\"x"'],
    ];
    for (const [plain, written] of cases) {
        it(`writes ${JSON.stringify(plain)} as ${written}`, () => {
            assert.equal(quoteValue(plain), written);
        });
    }

    it('is read back unchanged, whatever the value', () => {
        fc.assert(
            fc.property(
                fc.oneof(
                    directiveValue,
                    fc
                        .array(fc.constantFrom('"', "'", '\\', '$', '{', '}', '\n', '\r', ' ', ';', '=', 'a', '|'))
                        .map(c => c.join('')),
                ),
                plain => {
                    for (const phpVersion of ['7.4', '8.2', '8.3', '8.4']) {
                        const { settings, error } = evaluate(parsePhpIni(`x = ${quoteValue(plain)}`), { phpVersion });
                        assert.deepEqual([settings, error], [[{ name: 'x', value: plain, line: 1 }], undefined]);
                    }
                },
            ),
            { numRuns: 2000 },
        );
    });

    it('refuses what no directive can hold', () => {
        assert.throws(() => quoteValue('a\0b'), RangeError);
    });
});

describe('setDirectives', () => {
    it('changes the last global assignment in place: spacing, comment and line ending stay', () => {
        const text =
            'session.save_handler=a\r\n\tsession.save_handler  =  files  ; default\r\n[HOST=x]\r\nsession.save_handler = b\r\n';
        assert.equal(setDirectives(text, [memcached]), text.replace('files', 'memcached'));
    });

    it('fills an empty value', () => {
        assert.equal(setDirectives('session.save_handler =\n', [memcached]), 'session.save_handler = memcached\n');
        assert.equal(
            setDirectives('session.save_handler = ; why\n', [memcached]),
            'session.save_handler = memcached ; why\n',
        );
        assert.equal(setDirectives(`session.save_handler=''\n`, [memcached]), 'session.save_handler=memcached\n');
    });

    it('leaves alone what has the value, however it is written', () => {
        const text = `session.save_handler = 'memcached'   \n`;
        assert.equal(setDirectives(text, [memcached]), text);
        const variable = 'session.save_path = "${HOST}"\n';
        assert.equal(setDirectives(variable, [{ name: 'session.save_path', value: '' }]), 'session.save_path = ""\n');
    });

    it('stands below the commented-out assignment in the section', () => {
        const text =
            '[Session]\n; session.save_path = "N;/path"\n;session.save_path = "/tmp"\n\nsession.name = X\n[Other]\n;session.save_path = "y"\n';
        const expected = text.replace('"/tmp"\n', '"/tmp"\nsession.save_path = h:11211\n');
        assert.equal(setDirectives(text, [{ name: 'session.save_path', value: 'h:11211' }]), expected);
    });

    it('stands at the end of the section, before the comments of the next heading', () => {
        const text = '[session]\nsession.name = X\n\n; about dates\n[Date]\n';
        assert.equal(
            setDirectives(text, [memcached]),
            '[session]\nsession.name = X\nsession.save_handler = memcached\n\n; about dates\n[Date]\n',
        );
        assert.equal(
            setDirectives('[Session]\n; none yet\n', [memcached]),
            '[Session]\n; none yet\nsession.save_handler = memcached\n',
        );
    });

    it('makes the section where there is none, with the line endings of the file', () => {
        assert.equal(setDirectives('', [memcached]), '[Session]\nsession.save_handler = memcached\n');
        assert.equal(
            setDirectives('a = 1\r\nb = 2', [memcached]),
            'a = 1\r\nb = 2\r\n\r\n[Session]\r\nsession.save_handler = memcached\r\n',
        );
        assert.equal(
            setDirectives('a=1\n', [memcached], { section: 'Cluster' }),
            'a=1\n\n[Cluster]\nsession.save_handler = memcached\n',
        );
    });

    it('never goes behind a host or path section, which would take the directive', () => {
        const text = 'a = 1\n\n; our host\n[HOST=example.com]\nb = 2\n[Session]\nc = 3\n';
        assert.equal(
            setDirectives(text, [memcached]),
            'a = 1\n\n[Session]\nsession.save_handler = memcached\n\n; our host\n[HOST=example.com]\nb = 2\n[Session]\nc = 3\n',
        );
    });

    it('refuses to write where PHP does not read, and says where it stops', () => {
        const broken = 'a = 1\n# say "hi"\n[Session]\n';
        assert.throws(
            () => setDirectives(broken, [memcached]),
            (error: unknown) =>
                error instanceof PhpIniSyntaxError &&
                error.line === 2 &&
                error.message === `syntax error, unexpected '"'`,
        );
        assert.throws(() => setDirectives(`a = x 'y\nb = 1\n`, [memcached]), PhpIniSyntaxError);
        assert.equal(
            setDirectives('[Session]\na = 1\n\n[Other]\nb = c=d\n', [memcached]),
            '[Session]\na = 1\nsession.save_handler = memcached\n\n[Other]\nb = c=d\n',
        );
    });

    it('refuses names that cannot be', () => {
        for (const name of ['', 'a=b', 'yes', ' a', 'a;b', 'extension', 'a[b]', 'a\nb']) {
            assert.throws(() => setDirectives('', [{ name, value: '1' }]), RangeError, name);
        }
    });

    it('sets the value, changes nothing else, in one place, and nothing the second time', () => {
        fc.assert(
            fc.property(goodText, directiveName, directiveValue, (text, name, value) => {
                const result = setDirectives(text, [{ name, value }]);
                assert.equal(valueOf(result, name), value);
                assert.deepEqual(others(result, name), others(text, name));
                assert.ok(differsInOnePlace(text, result));
                assert.equal(setDirectives(result, [{ name, value }]), result);
            }),
            { numRuns: 1500 },
        );
    });

    it('does that with any text, or refuses', () => {
        fc.assert(
            fc.property(anyText, directiveName, directiveValue, (text, name, value) => {
                let result: string;
                try {
                    result = setDirectives(text, [{ name, value }]);
                } catch (error) {
                    assert.ok(error instanceof PhpIniSyntaxError);
                    return;
                }
                assert.equal(valueOf(result, name), value);
                assert.deepEqual(others(result, name), others(text, name));
            }),
            { numRuns: 1500 },
        );
    });
});

describe('addExtension', () => {
    it('joins the extensions that are there', () => {
        assert.equal(
            addExtension('[PHP]\nextension=a\nextension=a\nx = 1\n', 'memcached'),
            '[PHP]\nextension=a\nextension=a\nextension=memcached\nx = 1\n',
        );
        assert.equal(
            addExtension(';extension=curl\n;extension=memcached\n;extension=zip\n', 'memcached'),
            ';extension=curl\n;extension=memcached\nextension=memcached\n;extension=zip\n',
        );
    });

    it('goes to [PHP], or to the end', () => {
        assert.equal(
            addExtension('[PHP]\na = 1\n\n[Session]\n', 'memcached'),
            '[PHP]\na = 1\nextension=memcached\n\n[Session]\n',
        );
        assert.equal(addExtension('', 'memcached'), 'extension=memcached\n');
        assert.equal(addExtension('[Session]\na = 1', 'memcached'), '[Session]\na = 1\n\n[PHP]\nextension=memcached\n');
    });

    it('adds nothing where it is loaded under another spelling', () => {
        for (const loaded of [
            'memcached',
            'memcached.so',
            '"memcached.so"',
            '/usr/lib/php/20230831/memcached.so',
            'php_memcached.dll',
        ]) {
            const text = `extension = ${loaded}\n`;
            assert.equal(addExtension(text, 'memcached'), text);
            assert.equal(addExtension(text, 'memcached.so'), text);
        }
        assert.notEqual(addExtension('extension=memcache\n', 'memcached'), 'extension=memcache\n');
        assert.notEqual(
            addExtension('[HOST=x]\nextension=memcached\n', 'memcached'),
            '[HOST=x]\nextension=memcached\n',
        );
    });

    it('refuses to write where PHP does not read', () => {
        assert.throws(() => addExtension('(\n', 'memcached'), PhpIniSyntaxError);
    });

    it('loads it, changes nothing else, and nothing the second time', () => {
        fc.assert(
            fc.property(goodText, text => {
                const result = addExtension(text, 'memcached');
                const before = evaluate(parsePhpIni(text)).settings.map(s => [s.name, s.value, s.section]);
                const after = evaluate(parsePhpIni(result)).settings.map(s => [s.name, s.value, s.section]);
                const added = after.findIndex(
                    ([name, value, section]) => name === 'extension' && value === 'memcached' && section === undefined,
                );
                assert.ok(added >= 0);
                assert.deepEqual(after.toSpliced(added, 1), before);
                assert.equal(addExtension(result, 'memcached'), result);
            }),
            { numRuns: 1000 },
        );
    });
});
