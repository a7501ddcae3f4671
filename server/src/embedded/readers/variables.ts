import { directiveNames } from '../../catalog/lookup.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { instead, verbatim, type Piece } from '../piece.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import { quoteValue } from '../../phpIni/syntax/quote.ts';

let byVariable: ReadonlyMap<string, string> | undefined;

/**
 * The directive that images are told by an environment variable: `PHP_INI_SESSION__SAVE_PATH`, `PHP_MEMORY_LIMIT`. By
 * the names of directives alone, so that nothing is taken for one that is none: `PHP_INI_DIR`, `PHP_VERSION`.
 */
export function directiveOfVariable(variable: string): string | undefined {
    byVariable ??= new Map(directiveNames().map(name => [name.replaceAll('.', '_').toUpperCase(), name]));
    const [, rest = ''] = /^PHP_(?:INI_)?(\w+)$/.exec(variable) ?? [];
    const name = byVariable.get(rest.replaceAll('__', '_').toUpperCase());
    return name === undefined || isExtensionName(name) ? undefined : name;
}

/** What PHP gets of `NAME=value`: images differ in that, and agree in what is plain. */
export function assignmentOf(
    file: string,
    directive: string,
    { name, value }: { readonly name: Range; readonly value: Range },
): Piece[] {
    const text = file.slice(value.start, value.end);
    // Words, numbers, constants and their operators mean the same with quotes around the whole and without.
    const isPlain = /^[\w.,:/ &|~^+-]*$/.test(text);
    return [
        instead(directive, name),
        instead(' = ', { start: name.end, end: value.start }),
        ...(isPlain ? [verbatim(file, value)] : inQuotes(file, value, text)),
    ];
}

function inQuotes(file: string, value: Range, text: string): Piece[] {
    if (/["\\$]/.test(text)) {
        return [instead(quoteValue(text), value)];
    }
    const { start, end } = value;
    return [instead('"', { start, end: start }), verbatim(file, value), instead('"', { start: end, end })];
}

/** In a place where words stand without quotes, and where quotes would have to be others' own. */
export function writePlain({ raw, literal }: { readonly raw: string; readonly literal: string }): string | undefined {
    const value = /^[\w &|~^-]+$/.test(raw) ? raw : literal;
    return /^[\w.,:/&|~^+-]+$/.test(value) ? value : undefined;
}
