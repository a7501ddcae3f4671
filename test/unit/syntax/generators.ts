import fc from 'fast-check';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';

const names = ['session.name', 'session.save_path', 'session.save_handler', 'memory_limit', 'a', 'x.y', 'foo bar'];
const values = [
    '', '1', 'On', 'none', 'null', 'files', 'tcp://h:1', '"quoted"', '"a \\"b\\" c"', `'single'`, `''`, '"multi\nline"', `'multi\r\nline'`,
    'E_ALL & ~E_NOTICE', '(1|2)', '~5', '"N;/path"', 'a b', '"${NOPE}:1"', '${a}', 'caf\u00e9', '"\u00ff\u00fe"', '[x]', '#no',
]; // prettier-ignore
const name = fc.constantFrom(...names);
const value = fc.constantFrom(...values);
const blanks = fc.constantFrom('', '', '', ' ', '\t', '  ');
const comment = fc.constantFrom('', '', '', '; why', ' ; x = "y', ';');

const assignment = fc
    .tuple(blanks, name, blanks, blanks, value, blanks, comment)
    .map(
        ([indent, key, before, after, written, behind, tail]) =>
            `${indent}${key}${before}=${after}${written}${behind}${tail}`,
    );

const goodLine = fc.oneof(
    { weight: 8, arbitrary: assignment },
    {
        weight: 2,
        arbitrary: fc
            .tuple(
                name,
                value.filter(v => !/[\r\n]/.test(v)),
            )
            .map(([key, written]) => `;${key} = ${written}`),
    },
    {
        weight: 3,
        arbitrary: fc.constantFrom('[Session]', '[session]', '[PHP]', '[ Session ] ', '[Other] ; here', '["x"]'),
    },
    { weight: 1, arbitrary: fc.constantFrom('[HOST=example.com]', '[PATH=/srv]', '[Hosting]') },
    {
        weight: 3,
        arbitrary: fc.constantFrom(
            '',
            '   ',
            '; prose',
            ';',
            '; session.name = see above',
            'bare key',
            '# old comment',
        ),
    },
    {
        weight: 2,
        arbitrary: fc.constantFrom(
            'extension=igbinary',
            ';extension=memcached',
            'extension = "redis.so"',
            'p = "C:\\dir\\"',
            'k[] = 1',
            'k[z] = 2',
        ),
    },
);

const badLine = fc.constantFrom(
    'x = a=b',
    '[Joe',
    'no = 1',
    'x = yes please',
    '# say "hi" (',
    '(',
    'x = (1',
    '  [Session]',
    "x = 'open",
    'x = "open',
    'x = $',
);

const eols = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(['\n'], ['\r\n'], ['\r']) },
    { weight: 1, arbitrary: fc.constant(['\n', '\r\n', '\r']) },
);

function textOf(line: fc.Arbitrary<string>): fc.Arbitrary<string> {
    return fc
        .tuple(
            fc.constantFrom('', '', '\uFEFF', '\u00ef\u00bb\u00bf'),
            eols.chain(choice => fc.array(fc.tuple(line, fc.constantFrom(...choice)), { maxLength: 14 })),
            fc.boolean(),
        )
        .map(([bom, lines, final]) => {
            const text = lines.map(([content, eol]) => content + eol).join('');
            return bom + (final ? text : text.replace(/(?:\r\n|\r|\n)$/, ''));
        });
}

/** Files that PHP reads to the end; their variables refer to nothing but `a`. */
export const goodText = textOf(goodLine).filter(text => {
    const { error, silentEnd } = parsePhpIni(text);
    return !error && silentEnd === undefined;
});

/** Files as people break them. */
export const anyText = fc.oneof(
    { weight: 4, arbitrary: textOf(fc.oneof({ weight: 9, arbitrary: goodLine }, { weight: 1, arbitrary: badLine })) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    {
        weight: 2,
        arbitrary: fc
            .array(
                fc.constantFrom(
                    '=',
                    ' ',
                    '\t',
                    '\n',
                    '\r',
                    ';',
                    '"',
                    "'",
                    '$',
                    '\\',
                    '{',
                    '}',
                    '[',
                    ']',
                    '(',
                    ')',
                    '|',
                    '&',
                    '^',
                    '~',
                    '!',
                    '\0',
                    'a',
                    'yes',
                    'no',
                    '1',
                    '${',
                    ':-',
                    'E_ALL',
                    '\uFEFF',
                ),
                { maxLength: 40 },
            )
            .map(pieces => pieces.join('')),
    },
);

export const directiveName = fc.constantFrom('session.name', 'session.save_path', 'memcached.sess_prefix');

/** Any value that can be meant, the awkward ones more often. */
export const directiveValue = fc.oneof(
    fc.constantFrom(
        'memcached',
        '',
        'On',
        'None',
        'a:11211,b:11211',
        '5;/tmp',
        'E_ALL',
        'a "b" c',
        '${HOME}',
        'C:\\x\\',
        'turn on',
        '$',
        "it's",
    ),
    fc.string().filter(text => !text.includes('\0')),
);
