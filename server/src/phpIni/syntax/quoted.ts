import { BACKSLASH, CR, DOLLAR, DOUBLE_QUOTE, isBlank, isNewline, LF, OPEN_BRACE } from './characters.ts';
import type { Dialect } from './dialect.ts';

/**
 * Where the text of a double-quoted string that starts at `start` ends: at the quote, at a variable, or with the file.
 */
export function quotedEnd(text: string, start: number, end: number, dialect: Dialect): number {
    return dialect.oldEscapes ? quotedEndBefore81(text, start, end) : quotedEndSince81(text, start, end);
}

function quotedEndSince81(text: string, start: number, end: number): number {
    let offset = start;
    for (; offset < end; offset++) {
        const code = text.charCodeAt(offset);
        if (code === DOUBLE_QUOTE || opensVariable(text, offset, end)) {
            return offset;
        }
        if (code === BACKSLASH && offset + 1 < end) {
            offset++;
            // `"C:\path\"` at the end of a line: meant as a path, not as an escaped quote.
            if (text.charCodeAt(offset) === DOUBLE_QUOTE && endsLine(text, offset + 1, end)) {
                return offset;
            }
        }
    }
    return offset;
}

/**
 * PHP took the first character unseen, and every quote behind a backslash for an escaped one, though not at the end of
 * a line.
 */
function quotedEndBefore81(text: string, start: number, end: number): number {
    for (let offset = start + 1; offset < end; offset++) {
        const code = text.charCodeAt(offset);
        if (code === DOUBLE_QUOTE) {
            if (text.charCodeAt(offset - 1) !== BACKSLASH || endsLine(text, offset + 1, end)) {
                return offset;
            }
        } else if (opensVariable(text, offset, end)) {
            return offset;
        } else if (code === BACKSLASH && offset + 1 < end && text.charCodeAt(offset + 1) !== DOUBLE_QUOTE) {
            offset++;
        }
    }
    return end;
}

function opensVariable(text: string, offset: number, end: number): boolean {
    return text.charCodeAt(offset) === DOLLAR && offset + 1 < end && text.charCodeAt(offset + 1) === OPEN_BRACE;
}

function endsLine(text: string, offset: number, end: number): boolean {
    return offset >= end || isNewline(text.charCodeAt(offset));
}

export function unescape(raw: string): string {
    return raw.includes('\\') ? raw.replace(/\\([\\"$])/g, '$1') : raw;
}

export function countLineEndings(raw: string): number {
    let count = 0;
    for (let index = 0; index < raw.length; index++) {
        const code = raw.charCodeAt(index);
        if (code === LF || (code === CR && raw.charCodeAt(index + 1) !== LF)) {
            count++;
        }
    }
    return count;
}

/** Without the blanks around it. */
export function trimBlanks(text: string): string {
    let start = 0;
    let end = text.length;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) {
        end--;
    }
    while (start < end && isBlank(text.charCodeAt(start))) {
        start++;
    }
    return text.slice(start, end);
}
