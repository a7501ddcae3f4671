import * as v from 'valibot';
import { messageOf } from './failure.ts';

/**
 * Data that somebody else made is not of the form that it must have. The message says in one line where and what is
 * wrong, and nothing of what stands there: `faults[2].node is no text`. English, as the words of engines and of PHP
 * are, with which it stands in one place.
 */
export class ForeignDataError extends Error {}

/** A path through hostile data may be as long as the data. Characters. */
const LONGEST_PLACE = 200;

/**
 * The value in the type that it has proved to have; what the schema does not name is left out.
 * @throws ForeignDataError
 */
export function readData<const Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
    const read = v.safeParse(schema, value, { abortEarly: true });
    if (!read.success) {
        const [issue] = read.issues;
        throw new ForeignDataError(`${placeOf(issue)} ${whatIsWrong(issue)}`);
    }
    return read.output;
}

/**
 * The same of a text in JSON.
 * @throws ForeignDataError
 */
export function readJson<const Schema extends v.GenericSchema>(schema: Schema, json: string): v.InferOutput<Schema> {
    let value: unknown;
    try {
        value = JSON.parse(json);
    } catch (error) {
        throw new ForeignDataError(`it is not valid JSON: ${messageOf(error)}`, { cause: error });
    }
    return readData(schema, value);
}

/** What `read` gives; undefined where the data are not of their form. */
export function ifOfForm<Result>(read: () => Result): Result | undefined {
    try {
        return read();
    } catch (error) {
        if (error instanceof ForeignDataError) {
            return undefined;
        }
        throw error;
    }
}

/** With these keys; others are left out. Not a list, which valibot takes for an object, too. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
    return v.pipe(v.custom<Record<string, unknown>>(isObject), v.object(entries));
}

/**
 * With any keys but those that mean something to JavaScript itself (`__proto__`, `prototype`, `constructor`), which are
 * left out.
 */
export function byName<const Item extends v.GenericSchema>(item: Item) {
    return v.pipe(v.custom<Record<string, unknown>>(isObject), v.record(v.string(), item));
}

/** Of so many characters at most. */
export function text(most: number) {
    return v.pipe(v.string(), v.maxLength(most));
}

/** The beginning of a text that is only to be shown. */
export function excerpt(most: number) {
    return v.pipe(
        v.string(),
        v.transform(whole => whole.slice(0, most)),
    );
}

/** What engines and file systems name things with. */
export const name = text(255);
export const path = text(4096);
/** Of a directive, an environment variable or a label. */
export const longText = text(1024 * 1024);
export const number = v.pipe(v.number(), v.finite());
/** Counts and times. */
export const figure = v.pipe(number, v.minValue(0));

function isObject(value: unknown): boolean {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `faults[2].shares.during`; control characters, which names in the data may have, as `?`. */
function placeOf({ path: keys }: v.BaseIssue<unknown>): string {
    const place = (keys ?? [])
        .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .replace(/^\./, '')
        .replace(/\p{Cc}/gu, '?');
    return place === '' ? 'it' : place.slice(0, LONGEST_PLACE);
}

function whatIsWrong({ type, expected, requirement }: v.BaseIssue<unknown>): string {
    switch (type) {
        case 'string':
            return 'is no text';
        case 'number':
        case 'finite':
            return 'is no number';
        case 'boolean':
            return 'is neither true nor false';
        case 'array':
            return 'is no list';
        case 'custom':
            return 'is no object';
        case 'object':
            return 'is missing';
        case 'picklist':
            return `is none of ${(expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ')}`;
        case 'min_value':
            return `is below ${String(requirement)}`;
        case 'max_length':
            return `is longer than ${String(requirement)} characters`;
        default:
            return 'is not of a form that is known';
    }
}
