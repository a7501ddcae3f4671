import type { Engine } from '../engine/engine.ts';
import { EngineError, type EngineErrorCode } from '../engine/errors.ts';
import type { FailureParts } from '../failure.ts';

/**
 * The adapter is a bundle of its own, with a class EngineError of its own that `instanceof` does not know here. This gives the same engine, rejecting
 * with the EngineError of this bundle.
 */
export function withOwnErrors(engine: Engine): Engine {
    return new Proxy(engine, {
        get(target, property) {
            const value: unknown = Reflect.get(target, property, target);
            if (typeof value !== 'function') {
                return value;
            }
            return (...args: unknown[]): unknown => {
                const result: unknown = Reflect.apply(value, target, args);
                if (result instanceof Promise) {
                    return result.catch((error: unknown) => {
                        throw ownError(error);
                    });
                }
                return isIterable(result) ? iterate(result) : result;
            };
        },
    });
}

async function* iterate(items: AsyncIterable<unknown>): AsyncIterable<unknown> {
    try {
        yield* items;
    } catch (error) {
        throw ownError(error);
    }
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
    return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function ownError(error: unknown): unknown {
    if (error instanceof EngineError || !(error instanceof Error) || error.name !== 'EngineError') {
        return error;
    }
    const { code, parts } = error as Error & { code: EngineErrorCode; parts: FailureParts };
    return new EngineError(code, parts);
}
