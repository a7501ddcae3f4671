import { messageOf } from '../../failure.ts';
import { OperationError } from '../model/errors.ts';
import type { VerificationReport } from './report.ts';

/** Gives the value in the type that it has proved to have. Throws Unexpected. */
type Reader<T> = (value: unknown, path: string) => T;
type Fields = Readonly<Record<string, Reader<unknown>>>;
type Read<T extends Fields> = { readonly [K in keyof T]: ReturnType<T[K]> };

class Unexpected extends Error {}

/** Reads a report that `verify --json` printed or the editor saved. Throws OperationError('invalid') that says what is wrong, and where. */
export function parseReport(text: string): VerificationReport {
    try {
        return readReport(JSON.parse(text), '');
    } catch (error) {
        if (error instanceof SyntaxError || error instanceof Unexpected) {
            throw new OperationError('invalid', {
                what: `This is not the report of a verification: ${messageOf(error)}`,
                next: 'Choose a file that was saved as JSON from a report, or printed by verify --json',
                cause: error,
            });
        }
        throw error;
    }
}

/** Undefined where the value, of JSON, is no report. */
export function toReport(value: unknown): VerificationReport | undefined {
    try {
        return readReport(value, '');
    } catch (error) {
        if (error instanceof Unexpected) {
            return undefined;
        }
        throw error;
    }
}

const text: Reader<string> = (value, path) => {
    if (typeof value !== 'string') {
        throw new Unexpected(`${path} is no text`);
    }
    return value;
};

/** Counts and times: nothing in a report is below zero. */
const figure: Reader<number> = (value, path) => {
    if (typeof value !== 'number' || !(value >= 0)) {
        throw new Unexpected(`${path} is no number from 0`);
    }
    return value;
};

const aboveZero: Reader<number> = (value, path) => {
    const number = figure(value, path);
    if (number === 0) {
        throw new Unexpected(`${path} is 0`);
    }
    return number;
};

const anyNumber: Reader<number> = (value, path) => {
    if (typeof value !== 'number') {
        throw new Unexpected(`${path} is no number`);
    }
    return value;
};

function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
    return (value, path) => {
        const word = words.find(candidate => candidate === value);
        if (word === undefined) {
            throw new Unexpected(`${path} is none of ${words.join(', ')}`);
        }
        return word;
    };
}

function list<T>(item: Reader<T>): Reader<readonly T[]> {
    return (value, path) => {
        if (!Array.isArray(value)) {
            throw new Unexpected(`${path} is no list`);
        }
        return value.map((element, index) => item(element, `${path}[${index}]`));
    };
}

function entriesOf(value: unknown, path: string): [string, unknown][] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new Unexpected(`${path === '' ? 'it' : path} is no object`);
    }
    return Object.entries(value);
}

function byName<T>(item: Reader<T>): Reader<Readonly<Record<string, T>>> {
    return (value, path) =>
        Object.fromEntries(entriesOf(value, path).map(([name, element]) => [name, item(element, `${path}.${name}`)]));
}

/** What it has beyond these fields is left out. */
function object<T extends Fields, O extends Fields>(fields: T, optional?: O): Reader<Read<T> & Partial<Read<O>>> {
    return (value, path) => {
        const given = new Map(entriesOf(value, path));
        const wanted = Object.entries({ ...optional, ...fields }).filter(([name]) => name in fields || given.has(name));
        const read = wanted.map(([name, reader]) => [
            name,
            reader(given.get(name), path === '' ? name : `${path}.${name}`),
        ]);
        // Each field has just been read by the reader that its type comes from.
        return Object.fromEntries(read) as Read<T> & Partial<Read<O>>;
    };
}

function byPhase<T>(item: Reader<T>) {
    return object({ before: item, during: item, after: item });
}

const totals = {
    requests: figure,
    errors: figure,
    cut: figure,
    lost: figure,
    stale: figure,
    replayed: figure,
    slowestMs: figure,
    p99Ms: figure,
};

const shares = byName(figure);

const fault = object(
    {
        ...totals,
        node: text,
        layer: text,
        fault: text,
        verdict: oneOf('pass', 'fail', 'notRun', 'impossible'),
        recoveryMs: figure,
        struckAtMs: figure,
        healedAtMs: figure,
        backAtMs: figure,
        shares: byPhase(shares),
        phases: byPhase(object(totals)),
        groups: list(object({ ...totals, mode: oneOf('sequential', 'parallel'), method: oneOf('GET', 'POST') })),
    },
    { reason: text },
);

const slice = object({
    answers: byName(figure),
    errors: figure,
    lost: figure,
    stale: figure,
    replayed: figure,
    medianMs: figure,
    slowestMs: figure,
});

const readReport: Reader<VerificationReport> = object(
    {
        verdict: oneOf('pass', 'fail'),
        environment: text,
        startedAt: text,
        sessions: figure,
        totals: object(totals),
        shares,
        faults: list(fault),
        weaknesses: list(object({ code: text, what: text, next: text })),
        timeline: object({ sliceMs: aboveZero, slices: list(slice) }),
    },
    { seed: anyNumber },
);
