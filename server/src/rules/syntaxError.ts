import type { Rule } from './rule.ts';

/** PHP gives up on the file at its first syntax error; it still starts, and exits with status 0. */
export const syntaxError: Rule = {
    code: 'syntax-error',
    severity: 'error',
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
