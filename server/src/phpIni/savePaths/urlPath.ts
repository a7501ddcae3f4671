import { parsePhpQuery, type Parameter, type PhpArray } from './phpQuery.ts';
import { parsePhpUrl, type PhpUrl } from './phpUrl.ts';
import { part, type Piece } from './pieces.ts';

/** One server of a path for the memcache or the redis extension. */
export interface UrlServer extends PhpUrl {
    readonly whole: Piece;
    /** False where PHP cannot take it apart: no part is known then, and the extensions refuse the whole path. */
    readonly isUrl: boolean;
    readonly parameters: readonly Parameter[];
    /** What PHP makes of the parameters. */
    readonly values: PhpArray;
}

const empty: PhpArray = new Map();

/**
 * URLs, separated by white space or commas, as both extensions read them: by `parse_url()` and `parse_str()`.
 *
 * @param separators what `arg_separator.input` holds
 */
export function parseUrlPath(value: string, separators?: string): UrlServer[] {
    return [...value.matchAll(/[^ \t\n\v\f\r,]+/g)].map(({ 0: text, index }) =>
        urlServerOf({ text, start: index, end: index + text.length }, separators),
    );
}

/** One of the URLs. */
export function urlServerOf(whole: Piece, separators?: string): UrlServer {
    // Both read `unix:` as `file:`, which PHP lets have a path and no host.
    const isUnix = whole.text.startsWith('unix:');
    const url = parsePhpUrl(isUnix ? { ...whole, text: `file${whole.text.slice(4)}` } : whole);
    if (!url) {
        return { whole, isUrl: false, portNumber: 0, parameters: [], values: empty };
    }
    const query = queryOf(whole, url);
    const { parameters, values } = query ? parsePhpQuery(query, separators) : { parameters: [], values: empty };
    return {
        ...url,
        whole,
        isUrl: true,
        ...(isUnix && { scheme: part(whole, 0, 4) }),
        ...(query && { query }),
        parameters,
        values,
    };
}

/** A `#` behind the question mark belongs to the parameters, so that a password may have one. */
function queryOf(whole: Piece, { query, fragment }: PhpUrl): Piece | undefined {
    if (!query) {
        return undefined;
    }
    const { start } = query;
    const all = part(whole, start - whole.start, (fragment ?? query).end - whole.start);
    // As PHP does with control characters in a URL.
    return { ...all, text: all.text.replace(/[\0-\x1f\x7f]/g, '_') };
}
