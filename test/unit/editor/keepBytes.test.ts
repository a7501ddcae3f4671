import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { keepBytes, UnreadableLine } from '../../../client/src/documents/keepBytes.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What an editor gives back that takes the file for UTF-8 and ends every line alike. */
function throughEditor(bytes: Buffer, edit: (text: string) => string, ending = '\n'): Buffer {
    return Buffer.from(edit(bytes.toString('utf8').replace(/\r\n|\r|\n/g, '\n')).replaceAll('\n', ending));
}

describe('keepBytes', () => {
    it('keeps a Latin-1 comment when another line is edited', () => {
        const original = latin1('; f\xfcr alle\nmemory_limit = 1M\n');
        const saved = throughEditor(original, text => text.replace('1M', '2M'));
        assert.deepEqual(keepBytes(original, saved), latin1('; f\xfcr alle\nmemory_limit = 2M\n'));
    });

    it('keeps lines that moved', () => {
        const original = latin1('; \xe4\na = 1\n; \xf6\n');
        const saved = throughEditor(original, text => `new = 1\n${text}last = 1\n`);
        assert.deepEqual(keepBytes(original, saved), latin1('new = 1\n; \xe4\na = 1\n; \xf6\nlast = 1\n'));
    });

    it('keeps mixed line ends, and gives new lines the one of the editor', () => {
        const original = latin1('a = 1\r\nb = 2\nc = 3\r\n');
        const saved = throughEditor(original, text => text.replace('b = 2', 'b = 3\nd = 4'), '\r\n');
        assert.deepEqual(keepBytes(original, saved), latin1('a = 1\r\nb = 3\r\nd = 4\r\nc = 3\r\n'));
    });

    it('lets a person change the line ends of a file that has one kind', () => {
        const original = latin1('a = 1\r\nb = 2\r\n');
        assert.deepEqual(keepBytes(original, latin1('a = 1\nb = 2\n')), latin1('a = 1\nb = 2\n'));
    });

    it('refuses an edit of a line whose bytes cannot be told any more, and names the line', () => {
        const original = latin1('a = 1\n; \xfc\n');
        const saved = throughEditor(original, text => text.replace('; ', '; x'));
        assert.throws(
            () => keepBytes(original, saved),
            (error: unknown) => error instanceof UnreadableLine && error.line === 2,
        );
    });

    it('takes what the editor gives where the file is UTF-8', () => {
        const original = Buffer.from('; für\na = 1');
        const saved = Buffer.from('; für alle\na = 1');
        assert.equal(keepBytes(original, saved), saved);
    });

    it('gives back the very bytes where nothing was edited, and all untouched lines where one was added', () => {
        const line = fc.stringMatching(/^[a-z;= \xe4\xf6\xfc]{0,12}$/);
        const ending = fc.constantFrom('\n', '\r\n', '\r');
        fc.assert(
            fc.property(fc.array(fc.tuple(line, ending)), line, (lines, last) => {
                const original = latin1(lines.map(parts => parts.join('')).join('') + last);
                // Of the text itself: a line ended by CR before an empty one ended by LF is one line ended by CRLF.
                const ends = new Set(original.toString('latin1').match(/\r\n|\r|\n/g));
                const dominant = ends.size === 1 && !ends.has('\r') ? [...ends][0]! : '\n';
                const same = throughEditor(original, text => text, dominant);
                assert.deepEqual(keepBytes(original, same), original);
                const longer = throughEditor(original, text => `added = 1\n${text}`, dominant);
                const added = Buffer.concat([latin1(`added = 1${dominant}`), original]);
                assert.deepEqual(keepBytes(original, longer), added);
            }),
        );
    });
});
