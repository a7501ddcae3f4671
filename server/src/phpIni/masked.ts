import { MASKED_VALUE } from './protocol.ts';

export function isMasked(value: string): boolean {
    return value.includes(MASKED_VALUE);
}

/**
 * Whether the masked text may be this one: alike line by line but for what is masked, which is within a line and never
 * empty.
 */
export function mayBe(masked: string, text: string): boolean {
    if (!isMasked(masked)) {
        return masked === text;
    }
    const lines = text.split('\n');
    const maskedLines = masked.split('\n');
    return (
        lines.length === maskedLines.length && lines.every((line, index) => lineMayBe(maskedLines[index] ?? '', line))
    );
}

function lineMayBe(masked: string, line: string): boolean {
    const [first = '', ...rest] = masked.split(MASKED_VALUE);
    const last = rest.pop();
    if (last === undefined) {
        return masked === line;
    }
    if (!line.startsWith(first)) {
        return false;
    }
    let at = first.length;
    for (const piece of rest) {
        const found = line.indexOf(piece, at + 1);
        if (found < 0) {
            return false;
        }
        at = found + piece.length;
    }
    return line.length > at + last.length && line.endsWith(last);
}
