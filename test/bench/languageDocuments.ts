import { directivesOf } from '../../server/src/catalog/lookup.ts';
import { writtenDefault } from '../../server/src/catalog/render.ts';
import { quoteValue } from '../../server/src/syntax/quote.ts';

/** Keys of the measured document, one a line. */
export const KEYS = 800;
/** Keys that the peers' schema knows beside those of the document: what they complete. */
export const OFFERED = 400;

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

/** Real directives with their defaults, as many lines as the others have keys. */
export function phpIniDocument(phpVersion: string): MeasuredDocument {
    const directives = directivesOf(phpVersion).filter(({ name }) => !/^(?:zend_)?extension$/.test(name));
    const lines = Array.from({ length: KEYS }, (_, index) => {
        const directive = directives[index % directives.length];
        return directive ? `${directive.name} = ${quoteValue(writtenDefault(directive, phpVersion))}` : '';
    });
    const keyLine = KEYS / 2;
    lines[keyLine] = 'session.cookie_samesite = "None"';
    return {
        languageId: 'php-ini',
        extension: 'ini',
        text: `${lines.join('\n')}\n`,
        keyLine,
        freeLine: KEYS,
        wrong: 'session.cookie_samesite = None',
        right: 'session.cookie_samesite = "None"',
    };
}
