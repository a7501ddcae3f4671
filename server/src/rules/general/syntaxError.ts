import type { Rule } from '../rule.ts';

/** PHP gives up on the file at its first syntax error; it still starts, and exits with status 0. */
export const syntaxError: Rule = {
    code: 'syntax-error',
    severity: 'error',
    title: 'PHP stops reading the file here',
    reason: 'PHP gives up on a php.ini at its first syntax error. What stands above stays in force, everything below is ignored, and PHP starts all the same, with exit status 0; `apachectl configtest` says *Syntax OK*. A single quote behind a value that is never closed, and a NUL character, even end the file without any message.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        { text: 'a = 1\n# say "hi"\nb = 2\n', marks: ['"'] },
        { text: 'a = b=c\n', marks: ['='] },
        { text: `a = x 'y\n`, marks: [`'`] },
        { text: '(\nsession.cookie_samesite = None\n', marks: ['('] },
        { text: ']\n', phpVersion: '8.4', marks: [']'] },
    ],
    passing: [{ text: "a = 1\n; it's\n# plain\n[Session]\n" }, { text: ']\n', phpVersion: '8.2' }, { text: '' }],
    check({ document }) {
        const { error, silentEnd, text } = document;
        if (error) {
            return [
                {
                    range: error.range,
                    message: `PHP stops reading here and ignores the rest of the file: ${error.message}.`,
                },
            ];
        }
        if (silentEnd === undefined) {
            return [];
        }
        const what = text.charAt(silentEnd) === '\0' ? 'a NUL character' : 'a single quote that is never closed';
        return [
            {
                range: { start: silentEnd, end: silentEnd + 1 },
                message: `PHP stops reading here and ignores the rest of the file, without a message: ${what}.`,
            },
        ];
    },
};
