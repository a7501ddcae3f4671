import { CommanderError } from 'commander';
import { OperationError } from '../cluster/model/errors.ts';
import { Failure, isCancellation, messageOf } from '../failure.ts';

/**
 * What standard output has under `--json` where a verb failed; a contract with scripts. Sentences are without their
 * full stop.
 */
export interface FailureDocument {
    readonly error: {
        /** What programs decide by: `usage`, `cancelled`, `internal`, or the code of the operation or of the engine. */
        readonly code: string;
        /** All of it, for people. */
        readonly message: string;
        readonly node?: string | undefined;
        readonly what: string;
        readonly kept?: string | undefined;
        readonly next?: string | undefined;
    };
}

export function failureDocument(failure: Failure): FailureDocument {
    const { what, kept, next } = failure.parts;
    const node = failure instanceof OperationError ? failure.node : undefined;
    return { error: { code: failure.code, message: failure.message, node, what, kept, next } };
}

/** Whatever was thrown, in the form in which it is reported. */
export function toFailure(error: unknown): Failure {
    if (error instanceof Failure) {
        return error as Failure;
    }
    if (error instanceof CommanderError) {
        return new Failure('usage', { what: usageSentence(error), next: 'Add --help for what there is', cause: error });
    }
    if (isCancellation(error)) {
        return new Failure('cancelled', { what: 'It was stopped before it was done', cause: error });
    }
    return new Failure('internal', {
        what: `Something went wrong that nobody thought of: ${messageOf(error)}`,
        next: 'Please report it, with what is on standard error',
        cause: error,
    });
}

/** `error: unknown command 'lst'\n(Did you mean list?)` as a sentence without its full stop. */
function usageSentence({ code, message }: CommanderError): string {
    if (code === 'commander.help') {
        return 'There is no verb';
    }
    const text = message
        .replace(/^error: /, '')
        .replace(/\s+/g, ' ')
        .replace(/\.$/, '');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
