import { Failure } from '../failure.ts';

export type EngineErrorCode =
    /** Nothing answers at the endpoint. */
    | 'unreachable'
    /** The endpoint is there, but not for this user. */
    | 'forbidden'
    | 'timeout'
    | 'cancelled'
    /** No such container, image, network, volume or path. */
    | 'notFound'
    /** The name is taken, or the object is in a state that forbids the call. */
    | 'conflict'
    | 'portInUse'
    | 'noSpace'
    /** The address range asked for a network is taken. */
    | 'addressInUse'
    | 'readOnly'
    | 'buildFailed'
    | 'failed';

/** An engine call that did not do what was asked; the message names the engine. */
export class EngineError extends Failure<EngineErrorCode> {
    static override readonly kind = 'EngineError';
}

export function isEngineError(error: unknown, ...codes: EngineErrorCode[]): error is EngineError {
    return error instanceof EngineError && (codes.length === 0 || codes.includes(error.code));
}
