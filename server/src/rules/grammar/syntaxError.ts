import { countBefore } from '../../phpIni/sorted.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { RuleDiagnostic, Fix, Rule } from '../rule.ts';
import { syntaxFixes } from '../support/syntaxFixes.ts';

/** PHP gives up on the file at its first syntax error; it still starts, and exits with status 0. */
export const syntaxError: Rule = {
    code: 'syntax-error',
    severity: 'error',
    dependsOnVersion: true,
    title: 'PHP stops reading the file here',
    reason: 'PHP gives up on a php.ini at its first syntax error. What stands above stays in force, everything below is ignored, and PHP starts all the same, with exit status 0; `apachectl configtest` says *Syntax OK*. A single quote behind a value that is never closed, and a NUL character, even end the file without any message. Most often a value needs quotes: outside of them `= ( ) & | ^ ~ ! { } " \'` have a meaning of their own. Comments start with `;` only. In a pool of FPM, whose lines have the same grammar, FPM does not start.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        { text: 'a = 1\n# say "hi"\nb = 2\n', marks: ['"'], fixed: 'a = 1\n; say "hi"\nb = 2\n' },
        { text: 'a = b=c\n', marks: ['='], fixed: 'a = "b=c"\n' },
        { text: `a = it's\nb = 2\n`, marks: [`'`], fixed: `a = "it's"\nb = 2\n` },
        {
            text: 'memory_limit = 256M # (was 128M)\n',
            marks: ['('],
            fixed: 'memory_limit = 256M ; (was 128M)\n',
        },
        { text: 'a = "x\nb = "y"\n', marks: ['a = "x'], fixed: 'a = "x"\nb = "y"\n' },
        { text: '[Session\na = 1\n', marks: ['[Session'], fixed: '[Session]\na = 1\n' },
        { text: "ini_set('memory_limit', '256M');\n", marks: ['('], fixed: 'memory_limit = 256M\n' },
        { text: 'display_errors == On\n', marks: ['='], fixed: 'display_errors = On\n' },
        {
            text: '(\nsession.cookie_samesite = None\n',
            marks: ['('],
            fixed: '; (\nsession.cookie_samesite = None\n',
        },
        { text: "a = 'x\nb = 'y'\n", marks: ["'"], fixed: "a = 'x'\nb = 'y'\n" },
        { text: ']\n', phpVersion: '8.4', marks: [']'], fixed: '; ]\n' },
        {
            text: '[www]\nphp_value[session.save_path] = tcp://h?auth=x\nphp_value[session.name] = SHOP\n',
            uri: 'file:///etc/php/8.4/fpm/pool.d/www.conf',
            marks: ['='],
            fixed: '[www]\nphp_value[session.save_path] = "tcp://h?auth=x"\nphp_value[session.name] = SHOP\n',
        },
    ],
    passing: [{ text: "a = 1\n; it's\n# plain\n[Session]\n" }, { text: ']\n', phpVersion: '8.2' }, { text: '' }],
    check({ document, embedding }) {
        const { error, silentEnd, text } = document;
        if (embedding?.format.name === 'pool' && (error || silentEnd !== undefined)) {
            return [inPool(document)];
        }
        if (error) {
            return [diagnostic(document, error.range.start, error.range.end, `: ${error.message}`)];
        }
        if (silentEnd === undefined) {
            return [];
        }
        const what = text.charAt(silentEnd) === '\0' ? 'a NUL character' : 'a single quote that is never closed';
        return [diagnostic(document, silentEnd, silentEnd + 1, `, without a message: ${what}`)];
    },
};

/** FPM reads each line by itself: with an error it gives up on all, without one it goes on with the next. */
function inPool(document: PhpIniDocument): RuleDiagnostic {
    const { error, silentEnd, nodes, text } = document;
    const start = nodes.find(({ kind }) => kind !== 'blank')?.range.start ?? 0;
    const end = start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0);
    const place = Math.min(error?.offset ?? silentEnd ?? start, end - 1);
    return {
        range: place > start ? { start: place, end: place + 1 } : { start, end },
        message: error
            ? `FPM does not start: ${error.message}.`
            : 'FPM takes what stands in front of this quote, which is never closed.',
        fixes: () => syntaxFixes(document, start),
    };
}

function diagnostic(document: PhpIniDocument, start: number, end: number, why: string): RuleDiagnostic {
    const { text, lines } = document;
    const statement = statementStart(document, start);
    const fixes = (): Fix[] => syntaxFixes(document, statement);
    // PHP looks for the end of a string or a heading in all that follows: what it never finds the end of is what to
    // look at.
    if (start >= text.length || why.includes('unexpected end of file')) {
        const lineEnd = /[\r\n]|$/.exec(text.slice(statement))?.index ?? 0;
        return {
            range: { start: Math.min(statement, text.length - 1), end: statement + Math.max(1, lineEnd) },
            message: `PHP does not find the end of this, and ignores it and the rest of the file${why}.`,
            fixes,
        };
    }
    const above = lines.lineAt(statement) < lines.lineAt(start);
    return {
        range: { start, end: Math.max(end, start + 1) },
        message: `PHP stops reading here and ignores the rest of the file${why}.`,
        ...(above && {
            related: [{ range: { start: statement, end: statement + 1 }, message: 'What PHP cannot read begins here' }],
        }),
        fixes,
    };
}

/** Where the statement begins that PHP gave up on: lines above the error, where a quote was left open. */
function statementStart({ nodes, lines }: PhpIniDocument, error: number): number {
    const read = countBefore(nodes, ({ reached }) => reached);
    const start = Math.min(nodes[read]?.range.start ?? error, error);
    const before = nodes[read - 1];
    // A string that runs on over lines, up to the quote that should have opened the next one: it is that one's end that
    // is missing.
    const runsOn =
        before?.kind === 'assignment' &&
        lines.lineAt(before.range.start) < lines.lineAt(before.range.end) &&
        lines.lineAt(before.range.end) === lines.lineAt(start);
    return runsOn ? before.range.start : start;
}
