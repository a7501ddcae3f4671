import { parsePhpIni } from '../../phpIni/syntax/document.ts';
import { evaluate } from '../../phpIni/syntax/evaluate.ts';
import { quoteValue } from '../../phpIni/syntax/quote.ts';

/** `name = value` where PHP reads that as one setting and nothing else, with the text that the setting gets. */
export function readLine(line: string, phpVersion: string): { name: string; value: string } | undefined {
    const { settings, error } = evaluate(parsePhpIni(`${line}\n`, { phpVersion }));
    const [setting] = settings;
    return error || settings.length !== 1 || !setting ? undefined : { name: setting.name, value: setting.value };
}

/** The text in quotes, so that PHP reads just that; undefined where it cannot be written. */
export function quoted(text: string): string | undefined {
    if (text.includes('\0')) {
        return undefined;
    }
    if (!/["\\$\r\n]/.test(text)) {
        return `"${text}"`;
    }
    const written = quoteValue(text);
    return /^["']/.test(written) ? written : `"${written}"`;
}

/** What stands behind ` ;`, ` # ` or ` // ` is meant for a comment. */
const commentStart = /(?<![ \t])[ \t]+(?:;|#(?![^\s#]*\S=)|\/\/(?=\s))/;

/** The part that is meant for the value, and where the comment behind it begins, if there is one. */
export function splitComment(text: string): { value: string; comment: string } {
    const at = text.search(commentStart);
    return at < 0 ? { value: text.trim(), comment: '' } : { value: text.slice(0, at).trim(), comment: text.slice(at) };
}
