import type { Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import { part, type Piece } from '../../../phpIni/savePaths/pieces.ts';
import { isTransport } from '../../../phpIni/savePaths/redisConnection.ts';
import { redisParameter, type RedisHandler } from '../../../phpIni/savePaths/redisParameters.ts';
import { parseUrlPath, urlServerOf, type UrlServer } from '../../../phpIni/savePaths/urlPath.ts';
import { portIn } from './ports.ts';

/** What stands between two servers, or two parameters, and separates nothing. */
export interface WrongSeparator extends Piece {
    readonly isInParameter: boolean;
}

const betweenServers = /(?<=[^\s,;|])\s*([;|])\s*/g;
/** `tcp:h:6379`, `tcp:user:password@h`: what stands behind such a scheme is a path to PHP. */
const bareScheme = /^(?:tcp|tls|ssl|rediss?):(?=[^/?#@\s,]{0,256}@[\w.[-]|(?:\[[\da-f:.]+\]|[\w.-]+):[\w+-])/i;
const url = new RegExp(String.raw`(?:(?:tcp|tls|ssl|rediss?)://|unix:/)\S|//[\w[]|${bareScheme.source.slice(1)}`, 'iy');
/** Not what is in front of an `@`, which is a login. */
const hostAndPort = /(?![^\s,/?#]{0,256}@)(?:[\w.-]+(?::\w|$)|\[[\da-f:.]+\])/iy;
/** What stands behind a blank is another server to PHP as well. */
const behindBlank = /\/\/\S|(?:tcp|tls|ssl|rediss?):\S|[^\s,/?#:@]{0,256}@[\w.[-]|[\w.-]+(?:[:?]\w|$)|\[[\da-f:.]+\]/iy;

/** A `;` or `|` in front of a server; behind parameters, and without a blank, only of one that is written as a URL. */
export function serverSeparators(value: string): WrongSeparator[] {
    let isInParameter = false;
    let seen = 0;
    return [...value.matchAll(betweenServers)].flatMap(({ 0: text, index }) => {
        const passed = /[?\s,]([^?\s,]*)$/.exec(value.slice(seen, index));
        const { 1: word = '' } = passed ?? [];
        const start = index - word.length;
        // No host has such signs, or is a number: a blank or a decimal comma has torn a parameter.
        const isTorn = /[=&]/.test(word) || (/^\d+$/.test(word) && /=\d*,$/.test(value.slice(seen, start)));
        isInParameter = passed ? value.charAt(start - 1) === '?' || isTorn : isInParameter;
        seen = index;
        const end = index + text.length;
        const place = /\s$/.test(text) ? behindBlank : isInParameter ? undefined : hostAndPort;
        const isServer = [url, place].some(pattern => pattern && isAt(pattern, value, end));
        const found = { text, start: index, end, isInParameter };
        isInParameter = isInParameter && !isServer;
        return isServer ? [found] : [];
    });
}

function isAt(sticky: RegExp, text: string, offset: number): boolean {
    sticky.lastIndex = offset;
    return sticky.test(text);
}

/** A `;` in front of a parameter that the handler knows. */
export function parameterSeparators(value: string, handler: RedisHandler): Piece[] {
    const from = handler === 'redis' ? value.indexOf('?') : 0;
    return [...value.matchAll(/(?<!(?:^|[&?])amp);(?=([a-z_]+)(?:\[\w*\])?=)/g)]
        .filter(
            ({ 1: name = '', index }) => from >= 0 && index > from && name !== 'seed' && redisParameter(handler, name),
        )
        .map(({ index }) => ({ text: ';', start: index, end: index + 1 }));
}

/** The value as it was meant, each character in its place. */
export function withSeparators(value: string, separators: readonly Piece[], separator: ',' | '&'): string {
    let text = value;
    for (const piece of separators) {
        const at = piece.start + piece.text.search(/[;|]/);
        text = text.slice(0, at) + separator + text.slice(at + 1);
    }
    return text;
}

/** With its colon. */
export function schemeWithoutSlashes(text: string): string | undefined {
    return bareScheme.exec(text)?.[0];
}

/** The transport of PHP that a scheme stands for: to PHP, `TCP` is another word than `tcp`. */
export function meantTransport(scheme: string): string {
    const small = scheme.toLowerCase();
    return isTransport(small) ? small : small === 'rediss' || small === 'https' ? 'tls' : 'tcp';
}

/** A value that a comma or a blank in it has torn apart: the rest is another server to phpredis. */
export interface TornValue {
    readonly kind: 'text' | 'number';
    /** All of it, as it was meant. */
    readonly value: Piece;
    /** The commas and blanks in it. */
    readonly separators: readonly Piece[];
}

/** So many torn values of one server are seen. */
const PASSES = 16;

/** In the order of the path. Behind one value of a server may be another that is seen once that is whole. */
export function tornValues(value: string, separators: string | undefined): TornValue[] {
    const found = new Map<number, TornValue>();
    let text = value;
    for (let pass = 0; pass < PASSES; pass++) {
        const torn = tornIn(text, parseUrlPath(text, separators).map(recovered));
        if (torn.length === 0) {
            break;
        }
        for (const one of torn) {
            const before = found.get(one.value.start)?.separators ?? [];
            found.set(one.value.start, { ...one, separators: [...before, ...one.separators] });
        }
        text = withoutTears(text, torn);
    }
    return [...found.values()].toSorted((a, b) => a.value.start - b.value.start);
}

function tornIn(value: string, servers: readonly UrlServer[]): TornValue[] {
    const found: TornValue[] = [];
    for (let index = 1; index < servers.length; index++) {
        const { writtenValue, name } = servers[index - 1]?.parameters.at(-1) ?? {};
        const kind = writtenValue && tearable(name);
        let count = 0;
        const isEnd = (): boolean =>
            count > 0 && (kind === 'number' || /[&#]/.test(servers[index + count - 1]?.whole.text ?? ''));
        while (kind && !isEnd() && isRest(value, servers, index + count, kind)) {
            count++;
        }
        const last = servers[index + count - 1]?.whole;
        if (writtenValue && kind && last && count > 0) {
            const rests = servers.slice(index, index + count).map(({ whole }) => whole);
            const end =
                last.start + ((kind === 'number' ? /[&#;]/ : /[&#]/).exec(last.text)?.index ?? last.text.length);
            found.push({
                kind,
                value: { text: value.slice(writtenValue.start, end), start: writtenValue.start, end },
                separators: rests.map(({ start }) => ({ text: value.charAt(start - 1), start: start - 1, end: start })),
            });
            index += count;
        }
    }
    return found;
}

/** What a value of that name is, where a character may have ended it: a password by any of its names. */
export function tearable(name: string | undefined): TornValue['kind'] | undefined {
    const type = redisParameter('redis', name ?? '')?.type;
    const isText = type === 'login' || type === 'text' || /^pass(?:w(?:or)?d)?$/.test(name ?? '');
    return type === 'seconds' ? 'number' : isText ? 'text' : undefined;
}

/**
 * Whether the server is surely none: one word right behind the comma, that has no sign of a URL, a path or a port; of a
 * number, the digits behind a decimal comma.
 */
function isRest(value: string, servers: readonly UrlServer[], index: number, kind: TornValue['kind']): boolean {
    const before = servers[index - 1]?.whole;
    const whole = servers[index]?.whole;
    if (!before || !whole) {
        return false;
    }
    const between = value.slice(before.end, whole.start);
    return kind === 'number'
        ? between === ',' && /^\d+(?:$|[&#;])/.test(whole.text) && /=\d*$/.test(before.text)
        : /^[, ]$/.test(between) && !/[/:.]|^localhost$|^$/i.test(/^[^?&#]*/.exec(whole.text)?.[0] ?? '');
}

/** Whether a word stands behind a comma or a blank there that would be taken for the rest of a value. */
export function isBeforeRest(value: string, offset: number): boolean {
    return /^[, ][\w-]+(?:[\s,?&#]|$)/.test(value.slice(offset));
}

/** The value as it was meant, each other character in its place: a decimal point, or a letter for what is encoded. */
export function withoutTears(value: string, torn: readonly TornValue[]): string {
    let text = value;
    for (const { kind, separators } of torn) {
        for (const { start } of separators) {
            text = text.slice(0, start) + (kind === 'number' ? '.' : '_') + text.slice(start + 1);
        }
    }
    return text;
}

/** The parts of what PHP cannot take apart, as it was meant: without a port that is none, or the parameters alone. */
export function recovered(server: UrlServer): UrlServer {
    const { whole, host } = server;
    const scheme = schemeWithoutSlashes(whole.text);
    if (scheme !== undefined) {
        // Without the slashes, PHP takes the rest for a path.
        const rest = { ...whole, text: `//${whole.text.slice(scheme.length)}`, start: whole.start + scheme.length - 2 };
        return {
            ...recovered(urlServerOf(rest)),
            scheme: part(whole, 0, scheme.length - 1),
            whole,
            isUrl: server.isUrl,
        };
    }
    if (!host && /^[^\s:/?#@]*@[\w.[-]/.test(whole.text)) {
        // Without slashes, a login is one to PHP only as long as no parameters follow.
        const { isUrl } = server;
        return {
            ...recovered(urlServerOf({ ...whole, text: `//${whole.text}`, start: whole.start - 2 })),
            whole,
            isUrl,
        };
    }
    const written = host ? undefined : portIn(whole);
    const isMisread = written && (written.isWrong || !/^\d+$/.test(written.port.text));
    if (server.isUrl && !isMisread) {
        return server;
    }
    if (!isMisread) {
        const mark = whole.text.indexOf('?');
        return mark < 0 ? server : { ...urlServerOf(part(whole, mark)), whole, isUrl: false };
    }
    const [start, end] = [written.port.start - 1 - whole.start, written.port.end - whole.start];
    const text = whole.text.slice(0, start) + whole.text.slice(end);
    // Without the port, and without a scheme, a host would be a path.
    const isBare = !/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(text);
    const rest = urlServerOf(isBare ? { ...whole, text: `//${text}`, start: whole.start - 2 } : { ...whole, text });
    const moved = <Part extends Piece | undefined>(piece: Part): Part =>
        piece && piece.start >= whole.start + start
            ? { ...piece, start: piece.start + end - start, end: piece.end + end - start }
            : piece;
    const parts = (['path', 'query', 'fragment'] as const).flatMap(name => {
        const piece = moved(rest[name]);
        return piece ? [[name, piece] as const] : [];
    });
    return {
        ...rest,
        ...Object.fromEntries(parts),
        port: written.port,
        parameters: rest.parameters.map((one): Parameter => ({
            ...one,
            whole: moved(one.whole),
            writtenName: moved(one.writtenName),
            ...(one.writtenValue && { writtenValue: moved(one.writtenValue) }),
        })),
        whole,
        isUrl: false,
    };
}
