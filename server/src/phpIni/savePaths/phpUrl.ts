import { part, type Piece } from './pieces.ts';

/** The parts of a URL. */
export interface PhpUrl {
    readonly scheme?: Piece;
    /** In front of the `@`; all of that where there is no colon in it. */
    readonly user?: Piece;
    readonly password?: Piece;
    /** An IPv6 address with its brackets. */
    readonly host?: Piece;
    readonly port?: Piece;
    /** What PHP makes of the port: the digits in front, 0 without a port. */
    readonly portNumber: number;
    /** With the slash in front, where there is one. */
    readonly path?: Piece;
    /** Without the question mark. */
    readonly query?: Piece;
    /** Without the `#`. */
    readonly fragment?: Piece;
}

/**
 * A URL as `parse_url()` of PHP 7.4 to 8.5 takes it apart (`php_url_parse_ex2()`); undefined where PHP cannot. Most
 * texts are URLs to it: what has neither scheme nor host is a path.
 */
export function parsePhpUrl(whole: Piece): PhpUrl | undefined {
    const { text } = whole;
    const colon = text.indexOf(':');
    if (colon === 0) {
        return portAt(whole, colon);
    }
    if (colon < 0) {
        return text.startsWith('//') ? hostAt(whole, 2) : pathAt(whole, 0, none);
    }
    if (!/^[a-z\d+.-]+$/i.test(text.slice(0, colon))) {
        if (colon + 1 < text.length && colon < firstOf(text, 0, /[?#]/g)) {
            return portAt(whole, colon);
        }
        return text.startsWith('//') ? hostAt(whole, 2) : pathAt(whole, 0, none);
    }
    const scheme = part(whole, 0, colon);
    if (colon + 1 === text.length) {
        return { scheme, portNumber: 0 };
    }
    if (text.charAt(colon + 1) !== '/') {
        // `host:6379`; behind more than five digits, or before a question mark, it is a scheme all the same.
        return /^\d{0,5}(?:\/|$)/.test(text.slice(colon + 1, colon + 8))
            ? portAt(whole, colon)
            : pathAt(whole, colon + 1, { ...none, scheme });
    }
    if (text.charAt(colon + 2) !== '/') {
        return pathAt(whole, colon + 1, { ...none, scheme });
    }
    if (scheme.text.toLowerCase() === 'file' && text.charAt(colon + 3) === '/') {
        // `file:///c:/…`, of Windows, has no slash in front of the drive.
        return pathAt(whole, colon + (text.charAt(colon + 5) === ':' ? 4 : 3), { ...none, scheme });
    }
    return hostAt(whole, colon + 3, { ...none, scheme });
}

const none: PhpUrl = { portNumber: 0 };

function firstOf(text: string, from: number, pattern: RegExp): number {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
}

/** The colon may be the one in front of a port. */
function portAt(whole: Piece, colon: number): PhpUrl | undefined {
    const { text } = whole;
    const [digits = ''] = /^\d{0,6}/.exec(text.slice(colon + 1, colon + 7)) ?? [];
    const end = colon + 1 + digits.length;
    const isWhole = end === text.length || text.charAt(end) === '/';
    const start = text.startsWith('//') ? 2 : 0;
    if (digits !== '' && digits.length < 6 && isWhole) {
        const portNumber = Number(digits);
        return portNumber > MOST ? undefined : hostAt(whole, start, { port: part(whole, colon + 1, end), portNumber });
    }
    if (end === text.length && digits === '') {
        return undefined;
    }
    return start > 0 ? hostAt(whole, start) : pathAt(whole, 0, none);
}

const MOST = 65_535;

function hostAt(whole: Piece, from: number, known: PhpUrl = none): PhpUrl | undefined {
    const { text } = whole;
    const end = firstOf(text, from, /[/?#]/g);
    const at = text.slice(from, end).lastIndexOf('@');
    const start = at < 0 ? from : from + at + 1;
    const login = at < 0 ? {} : loginIn(part(whole, from, from + at));
    const isBracketed = text.charAt(start) === '[' && text.charAt(end - 1) === ']';
    const found = isBracketed ? -1 : text.slice(start, end).lastIndexOf(':');
    const hostEnd = found < 0 ? end : start + found;
    const port = found < 0 || known.portNumber > 0 ? {} : portIn(part(whole, hostEnd + 1, end));
    if (!port || hostEnd === start) {
        return undefined;
    }
    const url = { ...known, ...login, ...port, host: part(whole, start, hostEnd) };
    return end === text.length ? url : pathAt(whole, end, url);
}

function loginIn(login: Piece): Pick<PhpUrl, 'user' | 'password'> {
    const colon = login.text.indexOf(':');
    return colon < 0 ? { user: login } : { user: part(login, 0, colon), password: part(login, colon + 1) };
}

/** Undefined for what is no port; nothing where there is none. PHP reads the digits in front only. */
function portIn(port: Piece): Partial<Pick<PhpUrl, 'port' | 'portNumber'>> | undefined {
    if (port.text === '') {
        return {};
    }
    const digits = /^\s*[+-]?\d+/.exec(port.text)?.[0];
    const portNumber = Number(digits ?? -1);
    return port.text.length > 5 || portNumber < 0 || portNumber > MOST ? undefined : { port, portNumber };
}

function pathAt(whole: Piece, from: number, known: PhpUrl): PhpUrl {
    const { text } = whole;
    const hash = firstOf(text, from, /#/g);
    const mark = firstOf(text.slice(0, hash), from, /\?/g);
    return {
        ...known,
        ...((from < mark || from === text.length) && { path: part(whole, from, mark) }),
        ...(mark < hash && { query: part(whole, mark + 1, hash) }),
        ...(hash < text.length && { fragment: part(whole, hash + 1) }),
    };
}
