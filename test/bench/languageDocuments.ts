import { directivesOf } from '../../server/src/catalog/lookup.ts';
import { writtenDefault } from '../../server/src/catalog/render.ts';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { checkDocument } from '../../server/src/service/ruleDiagnostics.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { quoteValue } from '../../server/src/phpIni/syntax/quote.ts';

/** Keys of the measured document, one a line. */
export const KEYS = 800;
/** Keys that the peers' schema knows beside those of the document: what they complete, as many as ours. */
const OFFERED = directivesOf('8.4').length;

/** A document as one server reads it. */
export interface MeasuredDocument {
    readonly languageId: string;
    readonly extension: string;
    readonly text: string;
    /** The line, from 0, of a key that is hovered over and whose value is edited. */
    readonly keyLine: number;
    /** A line where a further key may stand, with a column. */
    readonly freeLine: number;
    /** What the value in `keyLine` is replaced by, so that there is something to say, and by turns replaced back. */
    readonly wrong: string;
    readonly right: string;
}

const key = (index: number): string => `setting_${String(index).padStart(4, '0')}`;

/** A JSON schema of numbers, each with a text to show. */
export function schema(): object {
    const names = Array.from({ length: KEYS + OFFERED }, (_, index) => key(index));
    const properties = names.map(name => [
        name,
        { type: 'number', description: `What ${name} is for, said in a sentence of usual length.`, default: 1 },
    ]);
    return { type: 'object', properties: Object.fromEntries(properties) as unknown };
}

export function yamlDocument(): MeasuredDocument {
    const lines = Array.from({ length: KEYS }, (_, index) => `${key(index)}: 1`);
    return {
        languageId: 'yaml',
        extension: 'yaml',
        text: `${lines.join('\n')}\n`,
        keyLine: KEYS / 2,
        freeLine: KEYS,
        wrong: `${key(KEYS / 2)}: wrong`,
        right: `${key(KEYS / 2)}: 1`,
    };
}

export function jsonDocument(): MeasuredDocument {
    const lines = Array.from({ length: KEYS }, (_, index) => `  "${key(index)}": 1,`);
    return {
        languageId: 'json',
        extension: 'json',
        text: `{\n${lines.join('\n')}\n  \n}\n`,
        keyLine: KEYS / 2 + 1,
        freeLine: KEYS + 1,
        wrong: `  "${key(KEYS / 2)}": "wrong",`,
        right: `  "${key(KEYS / 2)}": 1,`,
    };
}

/**
 * Real directives with their defaults, those of which there is nothing to say, and as many of an extension that no
 * catalogue has as the lines of the others ask for.
 */
export function phpIniDocument(phpVersion: string): MeasuredDocument {
    const edited = 'session.cookie_samesite';
    const known = directivesOf(phpVersion).flatMap(directive => {
        const value = writtenDefault(directive, phpVersion);
        const line = `${directive.name} = ${directive.type === 'boolean' ? value : quoteValue(value)}`;
        return directive.name !== edited && isClean(line, phpVersion) ? [line] : [];
    });
    const lines = Array.from({ length: KEYS }, (_, index) => known[index] ?? `newrelic.${key(index)} = 1`);
    const keyLine = KEYS / 2;
    lines[keyLine] = `${edited} = "Lax"`;
    return {
        languageId: 'php-ini',
        extension: 'ini',
        text: `${lines.join('\n')}\n`,
        keyLine,
        freeLine: KEYS,
        wrong: `${edited} = None`,
        right: `${edited} = "Lax"`,
    };
}

function isClean(line: string, phpVersion: string): boolean {
    const context = new DocumentContext(parsePhpIni(line, { phpVersion }));
    const onFailure = (rule: Rule, error: unknown): never => {
        throw new Error(`Rule ${rule.code} threw`, { cause: error });
    };
    return checkDocument(context, { onFailure }).length === 0;
}
