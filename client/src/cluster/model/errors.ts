import { Failure, type FailureParts } from '../../failure.ts';

export type OperationErrorCode =
    /** What the user asked for cannot be: a bad name, count, port, file or key. */
    | 'invalid'
    | 'notFound'
    | 'alreadyExists'
    | 'portInUse'
    | 'imageUnsuitable'
    /** The node's own PHP says that the new configuration would not work. */
    | 'preflight'
    /** A file changed since it was read. */
    | 'fileChanged'
    | 'notHealthy'
    /** The new values are not in force after the restart. */
    | 'notInForce'
    | 'unsupported'
    | 'cancelled'
    | 'failed';

/** An operation that did not do what was asked; where it is about a node, `node` names it. */
export class OperationError extends Failure<OperationErrorCode> {
    static override readonly kind = 'OperationError';
    readonly node: string | undefined;

    constructor(code: OperationErrorCode, parts: FailureParts & { readonly node?: string }) {
        super(code, parts);
        this.node = parts.node;
    }
}

export function isOperationError(error: unknown, ...codes: OperationErrorCode[]): error is OperationError {
    return error instanceof OperationError && (codes.length === 0 || codes.includes(error.code));
}
