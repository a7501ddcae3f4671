/** What a person needs to know when something went wrong. */
export interface FailureParts {
    /** One sentence: what failed, and on which node or engine. Without its full stop. */
    readonly what: string;
    /** What was left as it was, or put back. Without its full stop. */
    readonly kept?: string;
    /** What to do next. Without its full stop. */
    readonly next?: string;
    readonly cause?: unknown;
}

/**
 * Marks an error with the kind of its class. In the registry of the whole process: each bundle has a copy of these
 * classes.
 */
const KIND = Symbol.for('php-session-cluster.failure');

/**
 * Base of every error that a person is meant to read; `code` is what programs decide by. `instanceof` goes by the mark,
 * so that an error of the engine's adapter, which is a bundle of its own, is recognised in the others.
 */
export class Failure<Code extends string = string> extends Error {
    static readonly kind: string = 'Failure';
    readonly code: Code;
    readonly parts: FailureParts;

    constructor(code: Code, parts: FailureParts) {
        const sentences = [parts.what, parts.kept, parts.next].filter(part => part !== undefined && part !== '');
        super(sentences.map(sentence => `${sentence}.`).join(' '), { cause: parts.cause });
        this.name = new.target.kind;
        this.code = code;
        this.parts = parts;
        Object.defineProperty(this, KIND, { value: new.target.kind });
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
        const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, KIND) : undefined;
        return this.kind === Failure.kind ? kind !== undefined : kind === this.kind;
    }
}

/** True where work ended because its caller asked for that. */
export function isCancellation(error: unknown): boolean {
    return error instanceof Error && (error.name === 'AbortError' || ('code' in error && error.code === 'cancelled'));
}

export function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
