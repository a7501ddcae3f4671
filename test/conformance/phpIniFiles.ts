// Files as PHP's grammar of php.ini allows them, and files a few characters away from that. Names hold a `§`, which
// stands for whatever makes a file's names its own.
import fc from 'fast-check';
import { parsePhpIni, type PhpIniDocument } from '../../server/src/phpIni/syntax/document.ts';
import { evaluate, isExtensionName } from '../../server/src/phpIni/syntax/evaluate.ts';

type Text = fc.Arbitrary<string>;

function joined(...parts: Text[]): Text {
    return fc.tuple(...parts).map(found => found.join(''));
}

function sequence(part: Text, maxLength: number): Text {
    return fc.array(part, { maxLength }).map(found => found.join(''));
}

function oneOrMore(part: Text, maxLength: number): Text {
    return fc.array(part, { minLength: 1, maxLength }).map(found => found.join(''));
}

const blank = fc.constantFrom('', '', '', ' ', '\t', ' \t ');
const keyword = fc.constantFrom('true', 'On', 'YES', 'false', 'off', 'no', 'None', 'null', 'NULL');
const constant = fc.constantFrom(
    'E_ALL',
    'E_STRICT',
    'E_NOTICE',
    'PHP_OS',
    'PHP_INT_SIZE',
    'NO_SUCH_CONSTANT',
    'e_all',
);
const number = fc.constantFrom(
    '0',
    '1',
    '-1',
    '007',
    '1.5',
    '.5',
    '5.',
    '+3',
    '128M',
    '0x1F',
    '1e3',
    '4294967297',
    '-2147483649',
);
const word = fc.constantFrom(
    'a', 'files', 'toString', 'no-cache', 'none:1', 'yes1', 'tcp://h:1', '/tmp', 'C:\\x\\', 'a b', '#x', '{x}', '<>', '[y]', '*/5', 'é', '“q”', '\u{1f418}', 'a\u00a0b', '%', '@', '`', '?', ',', '\\', '$', '$x', '$$',
); // prettier-ignore
const literal = fc.constantFrom(
    '',
    'a',
    'N;/path',
    ' a ',
    '\n',
    '\r\n',
    'a\rb',
    '${HOST}',
    '"',
    'a=b',
    '; c',
    '\\',
    '\\n',
);
const single = literal.map(text => `'${text}'`);
const variableName = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('HOST', '§a', '§b', 'EMPTY', 'SPACED', 'N', 'NOPE', 'x.y', ' HOST ', 'constructor', '__proto__', 'A-B', 'é', 'a b') },
    { weight: 1, arbitrary: fc.constantFrom('H', ':', '', 'A:B', "q'q") },
); // prettier-ignore

/** PHP takes a name of one byte before `:-` for nothing: seldom. */
const longVariableName = variableName.map(name => (/^(?:§?[ab]|N)$/.test(name) ? `${name}${name}` : name));

const values = fc.letrec<{ pieces: string; quoted: string; variable: string; fallback: string; operand: string; expression: string }>(tie => ({
    variable: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 8, arbitrary: variableName.map(name => `\${${name}}`) },
        { weight: 8, arbitrary: joined(fc.constant('${'), longVariableName, fc.constant(':-'), tie('fallback'), fc.constant('}')) },
        { weight: 1, arbitrary: fc.constantFrom('${', '${HOST', '${HOST:-', '${HOST:-}', '${HOST:x}', '${}', "${HOST:-'a'}") },
    ),
    fallback: sequence(
        fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            { weight: 4, arbitrary: fc.constantFrom('a', ' ', 'a b', '1', 'E_ALL', 'é', '/x', 'null', 'True', 'false', 'no', 'on', '(', '|', '=', '\\', '\\}', '$', '{') },
            { weight: 2, arbitrary: tie('variable') },
            { weight: 1, arbitrary: tie('quoted') },
        ),
        3,
    ),
    quoted: sequence(
        fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom('a', ' ', 'N;/x', '=', "'", '\\"', '\\\\', '\\$', '\\', '\\n', '$', '\n', '\r\n', '\r', '${', '(', 'é', '$x', '}', ']') },
            { weight: 1, arbitrary: tie('variable') },
        ),
        5,
    ).map(text => `"${text}"`),
    pieces: sequence(
        fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            { weight: 6, arbitrary: fc.oneof(word, number, constant, fc.constantFrom(' ', '\t', '  ')) },
            { weight: 3, arbitrary: tie('quoted') },
            { weight: 2, arbitrary: single },
            { weight: 3, arbitrary: tie('variable') },
            { weight: 1, arbitrary: keyword },
        ),
        4,
    ),
    operand: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(number, constant, word, tie('quoted'), tie('variable')),
        joined(fc.constantFrom('~', '!', '~ ', '! ', '~~', '!~'), tie('operand')),
        joined(fc.constant('('), blank, tie('expression'), blank, fc.constant(')')),
    ),
    expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('operand'),
        joined(tie('expression'), blank, fc.constantFrom('|', '&', '^'), blank, tie('operand')),
    ),
})); // prettier-ignore

const value = fc.oneof(
    { weight: 2, arbitrary: keyword },
    { weight: 5, arbitrary: values.pieces },
    { weight: 3, arbitrary: values.expression },
    { weight: 1, arbitrary: fc.constant('') },
);

const name = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('§a', '§a', '§b', '§k', '§x.y', '§session.name', 'foo §bar', '§0', '§12', '§-3', '§N', '#§c', '§é', "§it's", 'a:§b', '<§a>') },
    { weight: 1, arbitrary: fc.constantFrom('§a]', ']§', 'yes', 'null', '§nullx', 'no x', 'none', 'on', '§\\', '§a\\', '§,', '§?', '§a\0b') },
); // prettier-ignore

const bracketed = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('', 'a', 'k', '0', '5', '007', '-1', 'a b', 'é', ' a', 'a ', 'E_ALL', 'no', 'null', 'TRUE', 'valueOf', '1.5') },
    { weight: 1, arbitrary: sequence(
        fc.oneof(values.quoted, single, values.variable, fc.constantFrom('a', ' ', '\\]', '\\', '\\x', '$', '=', ';', '[', '(', '|', '!', '1')),
        3,
    ) },
); // prettier-ignore

const comment = fc.constantFrom('', '', '', '', ';', '; c', ' ; a = "b', ';;x', "; it's");
const assignment = joined(
    blank,
    name,
    fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: bracketed.map(key => `[${key}]`) }),
    blank,
    fc.constant('='),
    blank,
    value,
    blank,
    comment,
);
const otherLine = fc.constantFrom(
    '', '', ' ', ';', '; prose', 'bare key', '# old', 'x: y', '§a', "''", "§a = ''", '§a = 1 b', '; c\0d', '"§a"',
); // prettier-ignore
const wrongLine = fc.constantFrom(
    'k[]', '[', ']', '(', ')', '!', '|', '^', '$', '"', "'", '=', '= 1', '{', '}', '~', '§a = yes please',
    '§a = 1 b = 2', '§a == b', '§a = b = c', '\0', '§a = \0', '§a\0 = 1', '[a', '§a[b = 1', "[a'b]", '§a = "', "§a = '", '§a[b] 1',
); // prettier-ignore

const newline = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

function fileWith(title: Text, further: Text): Text {
    const section = joined(
        fc.constantFrom('', '', '', '', '', '', ' '),
        title.map(text => `[${text}]`),
        blank,
        comment,
    );
    const line = fc.oneof(
        { weight: 60, arbitrary: assignment },
        { weight: 12, arbitrary: section },
        { weight: 12, arbitrary: fc.oneof(otherLine, further) },
        { weight: 1, arbitrary: wrongLine },
    );
    return joined(
        fc.constantFrom('', '', '', '', '', '\uFEFF'),
        fc.array(joined(line, newline), { maxLength: 8 }).map(lines => lines.join('')),
        fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: line }),
    );
}

const piece = fc.constantFrom(
    '=', ' ', '\t', '\n', '\r', ';', '"', "'", '$', '\\', '{', '}', '[', ']', '(', ')', '|', '&', '^', '~', '!', '\0', 'a', 'yes', 'no', '1', '${', ':-', ':', '-', 'E_ALL',
); // prettier-ignore

/** A file with some characters taken out, put in or doubled. */
function broken(file: Text): Text {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    return fc
        .tuple(file, fc.array(fc.tuple(place, fc.constantFrom(0, 0, 1, 3), piece), { maxLength: 3 }))
        .map(([text, changes]) => {
            for (const [where, removed, added] of changes) {
                const offset = Math.floor(where * text.length);
                text = text.slice(0, offset) + added + text.slice(offset + removed);
            }
            return text.toWellFormed();
        });
}

const parsedFile = fileWith(bracketed, fc.constantFrom('extension=x', 'Zend_Extension = "y"'));

/**
 * Any file that parse_ini_file might be given, most of them right or nearly so; host and path sections mean nothing to
 * it.
 */
export const fileToParse: Text = fc
    .oneof(
        { weight: 6, arbitrary: parsedFile },
        { weight: 3, arbitrary: broken(parsedFile) },
        { weight: 2, arbitrary: oneOrMore(piece, 40) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    )
    .map(text => text.replaceAll('§', ''))
    .filter(text => !/\[["' ]*(?:host|path)/i.test(text))
    // parse_ini_file alone takes a name with a sign for a number where it is an array's: `-0[]` is 0, `+5[]` is 5
    // (measured).
    .filter(text => !/^[ \t]*[+-]\d+[ \t]*\[/m.test(text));

const specialTitle = fc.constantFrom(
    'HOST=§h.com', 'host=§H.com', 'Hosts §', 'PATH=/§/p/', 'PATH=/§/p', 'Paths§\\\\', 'HOST = §h.com', 'HOST', 'path', 'Session', 'PHP', '"HOST=§q"', "'PATH=§q'",
); // prettier-ignore
const extensionLine = fc.constantFrom(
    'extension=§x', 'Extension = "§y.so"', 'zend_extension=§z', 'EXTENSION=§x ; why', "zend_extension = '§w'",
); // prettier-ignore
const startFile = fileWith(specialTitle, extensionLine);

/**
 * Files for PHP's start-up, which assign to no real directive and to none of another file. In the place of an array,
 * `${NAME}` gives what happens to be in PHP's memory, and get_cfg_var() of PHP 8.0 and before cuts values at a NUL: no
 * such file is here.
 */
export const fileToStartWith: Text = fc
    .oneof({ weight: 4, arbitrary: startFile }, { weight: 1, arbitrary: broken(startFile) })
    .filter(text => !/§[ab]+[ \t]*\[|\0/.test(text))
    .filter(text => ['8.0', '8.2', '8.4'].every(phpVersion => isFit(parsePhpIni(text, { phpVersion }))));

/** Assigns to its own names, and to none a number that is too large for expressions to agree on. */
function isFit(document: PhpIniDocument): boolean {
    return (
        document.assignments.every(({ name }) => name.includes('§') || isExtensionName(name)) &&
        evaluate(document).settings.every(({ value: text }) => !/\d{19}/.test(text))
    );
}
