interface Line {
    readonly bytes: Buffer;
    /**
     * As an editor that takes the file for UTF-8 shows it: bytes that are none are U+FFFD, and cannot be told apart.
     */
    readonly text: string;
    readonly ending: string;
}

const REPLACEMENT = '\uFFFD';

/**
 * A line with bytes that are not UTF-8 was edited; `line` counts from 1. What the bytes were cannot be told from the
 * text.
 */
export class UnreadableLine extends Error {
    readonly line: number;

    constructor(line: number) {
        super(`Line ${line} has bytes that are not UTF-8, and was edited`);
        this.line = line;
    }
}

/**
 * What an editor saves is not always the file plus the person's edit: bytes that are not UTF-8 (an umlaut in a Latin-1
 * comment) come back as U+FFFD, and mixed line ends come back alike. This gives every line that the person did not
 * touch the bytes it had.
 * @throws UnreadableLine
 */
export function keepBytes(original: Buffer, saved: Buffer): Buffer {
    const before = splitLines(original);
    const endings = new Set(before.map(({ ending }) => ending).filter(ending => ending !== ''));
    // The editor has no lone CR either: it makes LF or CRLF of it.
    const mixed = endings.size > 1 || endings.has('\r');
    if (!mixed && !before.some(({ text }) => text.includes(REPLACEMENT))) {
        return saved;
    }
    const after = splitLines(saved);
    const kept = matchLines(before, after);
    return Buffer.concat(
        after.flatMap((line, index) => {
            const source = kept[index];
            if (source === undefined && line.text.includes(REPLACEMENT)) {
                throw new UnreadableLine(index + 1);
            }
            const ending =
                mixed && source !== undefined && line.ending !== '' && source.ending !== ''
                    ? source.ending
                    : line.ending;
            return [source?.bytes ?? line.bytes, Buffer.from(ending, 'latin1')];
        }),
    );
}

/**
 * For each line after the edit the one before that it is: equal from the top, equal from the bottom, and between in
 * order of appearance.
 */
function matchLines(before: readonly Line[], after: readonly Line[]): (Line | undefined)[] {
    const shorter = Math.min(before.length, after.length);
    let top = 0;
    while (top < shorter && before[top]?.text === after[top]?.text) {
        top += 1;
    }
    let bottom = 0;
    while (bottom < shorter - top && before.at(-1 - bottom)?.text === after.at(-1 - bottom)?.text) {
        bottom += 1;
    }
    const between = new Map<string, Line[]>();
    for (const line of before.slice(top, before.length - bottom)) {
        between.set(line.text, [...(between.get(line.text) ?? []), line]);
    }
    return after.map((line, index) => {
        if (index < top) {
            return before[index];
        }
        const fromEnd = after.length - index;
        return fromEnd <= bottom ? before.at(-fromEnd) : between.get(line.text)?.shift();
    });
}

/** CRLF, LF and a lone CR all end lines, for PHP as for the editor. */
function splitLines(bytes: Buffer): Line[] {
    const lines: Line[] = [];
    const characters = bytes.toString('latin1');
    const pattern = /([^\r\n]*)(\r\n|\r|\n|$)/gy;
    for (let match = pattern.exec(characters); match !== null; match = pattern.exec(characters)) {
        const [, content = '', ending = ''] = match;
        const lineBytes = Buffer.from(content, 'latin1');
        lines.push({ bytes: lineBytes, text: lineBytes.toString('utf8'), ending });
        if (ending === '') {
            break;
        }
    }
    return lines;
}
