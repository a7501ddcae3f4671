/**
 * Character classes of PHP's scanner, over UTF-16 code units: what lies beyond ASCII belongs to every class, as bytes
 * above 127 do in PHP.
 */
export const NUL = 0x00;
const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const DOLLAR = 0x24;
export const SINGLE_QUOTE = 0x27;
export const MINUS = 0x2d;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const EQUALS = 0x3d;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

export type CharacterClass = (code: number) => boolean;

/** Everything but the characters given. */
export function allBut(characters: string): CharacterClass {
    const excluded = new Uint8Array(128);
    for (const character of characters) {
        excluded[character.charCodeAt(0)] = 1;
    }
    return code => code > 127 || excluded[code] === 0;
}

export function isBlank(code: number): boolean {
    return code === SPACE || code === TAB;
}

export function isNewline(code: number): boolean {
    return code === LF || code === CR;
}

/** The offset after the blanks that begin at `offset`. */
export function skipBlanks(text: string, offset: number, end: number): number {
    while (offset < end && isBlank(text.charCodeAt(offset))) {
        offset++;
    }
    return offset;
}

/** The offset after the line ending at `offset`, which must hold one. */
export function skipNewline(text: string, offset: number, end: number): number {
    const crlf = text.charCodeAt(offset) === CR && offset + 1 < end && text.charCodeAt(offset + 1) === LF;
    return offset + (crlf ? 2 : 1);
}

/** What a run of value characters may hold besides its plain ones. */
export interface RunRules {
    readonly plain: CharacterClass;
    /** Whether a backslash takes the next character with it, whatever that is. */
    readonly escapes: boolean;
}

/** Offset where the longest run ends; -1 where PHP reads over the end of the file in search of it. */
export function matchRun(text: string, start: number, end: number, rules: RunRules): number {
    // Three ways to read `$\x` compete in PHP's automaton (the longest wins), so all are followed at once.
    const between = 1;
    const afterDollar = 2;
    const afterBackslash = 4;
    let states = between;
    let longest = start;
    let offset = start;
    for (; offset < end && states !== 0; offset++) {
        const code = text.charCodeAt(offset);
        let next = 0;
        if (states & between) {
            if (code === DOLLAR) {
                next |= afterDollar;
            } else if (code === BACKSLASH && rules.escapes) {
                next |= afterBackslash;
            } else if (rules.plain(code)) {
                next |= between;
            }
        }
        if (states & afterDollar && code !== OPEN_BRACE && code !== NUL) {
            next |= code === BACKSLASH ? between | afterBackslash : between;
        }
        if (states & afterBackslash) {
            next |= between;
        }
        states = next;
        if (states & between) {
            longest = offset + 1;
        }
    }
    const overruns = (states & between && rules.plain(NUL)) || states & afterBackslash;
    return offset === end && overruns ? -1 : longest;
}
