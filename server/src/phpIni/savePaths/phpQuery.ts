import { part, split, type Piece } from './pieces.ts';

/** What PHP keeps of a query string: texts, and arrays of them by their keys. */
export type PhpValue = string | PhpArray;
export type PhpArray = ReadonlyMap<string, PhpValue>;

/** One `name=value` of a query string. */
export interface Parameter {
    readonly whole: Piece;
    /** As it is written. */
    readonly writtenName: Piece;
    /** As it is written; undefined without a `=`. */
    readonly writtenValue?: Piece;
    /** `auth` of `auth[user]`, as PHP reads it. */
    readonly name: string;
    /** `user` of `auth[user]`; `0` of the first `auth[]`. */
    readonly keys: readonly string[];
    /** As PHP reads it. */
    readonly value: string;
}

export interface PhpQuery {
    readonly parameters: readonly Parameter[];
    readonly values: PhpArray;
}

type Arrays = Map<string, string | Arrays>;

/**
 * `name=value&list[]=value`, as `parse_str()` of PHP reads it: `+` is a blank, `%2B` is `+`, and the last of two
 * parameters of one name counts. Between parameters is what `arg_separator.input` holds, `&` unless it is set.
 */
export function parsePhpQuery(query: Piece, separators = '&'): PhpQuery {
    const values: Arrays = new Map();
    const next: NextKeys = new Map();
    const parameters = split(query.text, separators, query.start).flatMap(whole => {
        const parameter = parameterIn(whole);
        return parameter ? [{ ...parameter, keys: put(values, parameter, next) }] : [];
    });
    return { parameters, values };
}

/** The key of each array's next `[]`. */
type NextKeys = Map<Arrays, number>;

/** Of the nth `[]` of an array. */
function keyIn(array: Arrays, written: string, next: NextKeys): string {
    const key = written === '' ? String(next.get(array) ?? 0) : written;
    if (/^(?:0|[1-9]\d{0,14})$/.test(key)) {
        next.set(array, Math.max(next.get(array) ?? 0, Number(key) + 1));
    }
    return key;
}

/** Gives the keys under which the value is found. */
function put(
    into: Arrays,
    { name, keys, value }: Pick<Parameter, 'name' | 'keys' | 'value'>,
    next: NextKeys,
): string[] {
    let array = into;
    let place = name;
    const found: string[] = [];
    for (const written of keys) {
        const inner = array.get(place);
        const nested: Arrays = typeof inner === 'object' ? inner : new Map<string, string | Arrays>();
        array.set(place, nested);
        array = nested;
        place = keyIn(array, written, next);
        found.push(place);
    }
    array.set(place, value);
    return found;
}

function parameterIn(whole: Piece): Parameter | undefined {
    const equals = whole.text.indexOf('=');
    const writtenName = part(whole, 0, equals < 0 ? whole.text.length : equals);
    const read = nameIn(decoded(writtenName.text));
    if (read.name === '') {
        // Nothing between two `&`, or in front of a `=` or a bracket: PHP drops it.
        return undefined;
    }
    if (equals < 0) {
        return { whole, writtenName, ...read, value: '' };
    }
    const writtenValue = part(whole, equals + 1);
    return { whole, writtenName, writtenValue, ...read, value: decoded(writtenValue.text) };
}

/**
 * Blanks in front are dropped; blanks and dots within become `_`, and so does a bracket that is not closed. What stands
 * behind the last bracket is dropped. (`php_register_variable_ex()`)
 */
function nameIn(text: string): Pick<Parameter, 'name' | 'keys'> {
    const [written = ''] = /^[^\0]*/.exec(text.replace(/^ +/, '')) ?? [];
    const opening = written.indexOf('[');
    const bare = (piece: string): string => piece.replace(/[ .]/g, '_');
    if (opening < 0) {
        return { name: bare(written), keys: [] };
    }
    const name = bare(written.slice(0, opening));
    const keys: string[] = [];
    let at = opening;
    while (written.charAt(at) === '[') {
        // One blank behind the bracket is skipped where nothing but that stands there.
        const blank = /\s/.test(written.charAt(at + 1)) ? 1 : 0;
        const closing = written.indexOf(']', at + 1 + blank);
        if (closing < 0) {
            break;
        }
        keys.push(closing === at + 1 + blank ? '' : written.slice(at + 1, closing));
        at = closing + 1;
    }
    return keys.length > 0 || name === '' ? { name, keys } : { name: unclosed(name, written.slice(opening)), keys };
}

function unclosed(name: string, rest: string): string {
    return `${name}_${rest.slice(1).replace(/[ .[]/g, '_')}`;
}

const utf8 = new TextDecoder();

/** `%2B` and `+` as PHP reads them; what is no valid encoding stays as it is. */
export function decoded(text: string): string {
    return text
        .replaceAll('+', ' ')
        .replace(/(?:%[\da-f]{2})+/gi, all =>
            utf8.decode(Uint8Array.from(all.slice(1).split('%'), hex => Number.parseInt(hex, 16))),
        );
}

/** So written that PHP reads just that text, wherever in a save path, and within any quotes of a php.ini. */
export function encoded(text: string): string {
    return encodeURIComponent(text.toWellFormed()).replace(
        /[!'()*]/g,
        one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    );
}
