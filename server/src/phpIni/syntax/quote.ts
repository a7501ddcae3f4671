import { parsePhpIni } from './document.ts';
import { evaluate } from './evaluate.ts';

/** A version for each way in which values have been read. */
const versions = ['8.0', '8.2', '8.4'];

/** A word that could be a constant of a PHP that knows more of them than we do. */
const constantLike = /(?:^|[ \t])[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:[ \t]|$)/;

/**
 * The value as it has to be written behind `=`: bare where PHP then reads just that, in quotes otherwise. Every PHP
 * version reads the value back unchanged, whether a comment, a line or the file ends behind it. Throws a RangeError for
 * a value with a NUL, which no directive can hold.
 */
export function quoteValue(value: string): string {
    if (value.includes('\0')) {
        throw new RangeError('A value in a php.ini cannot hold a NUL character');
    }
    const candidates = [inDoubleQuotes(value), `'${value}'`, inPieces(value)];
    if (value !== '' && !/^[ \t]|[ \t]$|[\r\n;="'$]/.test(value) && !constantLike.test(value)) {
        candidates.unshift(value);
    }
    const written = candidates.find(candidate => readsAs(candidate, value));
    if (written === undefined) {
        throw new RangeError(`No way of writing ${JSON.stringify(value)} in a php.ini is known`);
    }
    return written;
}

function readsAs(written: string, value: string): boolean {
    return ['', '\n', ' ; comment\n'].every(behind => {
        const document = parsePhpIni(`x = ${written}${behind}`);
        return versions.every(phpVersion => {
            const { settings, error } = evaluate(document, { phpVersion });
            return !error && settings.length === 1 && settings[0]?.name === 'x' && settings[0].value === value;
        });
    });
}

/** A backslash is doubled only where PHP would take it for an escape. */
function inDoubleQuotes(value: string): string {
    return `"${value.replace(/\\(?=[\\"$]|$)|"|\$(?=\{)/g, '\\$&')}"`;
}

/**
 * Strings that stand next to each other are joined: single quotes go into double ones, everything else into single
 * ones.
 */
function inPieces(value: string): string {
    return value
        .split(/('+)/)
        .filter(piece => piece !== '')
        .map(piece => (piece.startsWith("'") ? `"${piece}"` : `'${piece}'`))
        .join('');
}
