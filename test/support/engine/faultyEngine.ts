import type { Engine } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';

type Method = {
    [Name in keyof Engine]: Engine[Name] extends (...args: never[]) => Promise<unknown> ? Name : never;
}[keyof Engine];

export interface Fault {
    readonly method: Method;
    /** The first call, counted from 1, that fails; only that one. */
    readonly from?: number;
    /** Counts only calls whose arguments, as JSON, match. */
    readonly matching?: RegExp;
    /** True: the call reaches the engine, and its answer is lost on the way back. */
    readonly afterwards?: boolean;
}

/**
 * A real engine of which one call fails. This stands in for a fault that cannot be made at a chosen moment otherwise:
 * an engine or a connection that dies in the middle of an operation. All other calls reach the real engine.
 */
export function faultyEngine(
    engine: Engine,
    fault: Fault,
): { readonly engine: Engine; readonly struck: () => boolean } {
    let calls = 0;
    let struck = false;
    const proxy = new Proxy(engine, {
        get(target, name) {
            const value: unknown = Reflect.get(target, name, target);
            if (typeof value !== 'function') {
                return value;
            }
            return (...args: unknown[]): unknown => {
                const counts = name === fault.method && (fault.matching?.test(JSON.stringify(args)) ?? true);
                if (counts) {
                    calls++;
                }
                const strikes = counts && calls === (fault.from ?? 1);
                const result: unknown = strikes && !fault.afterwards ? undefined : Reflect.apply(value, target, args);
                if (!strikes) {
                    return result;
                }
                struck = true;
                return Promise.resolve(result).then(() => {
                    throw new EngineError('failed', { what: `injected: ${fault.method} failed` });
                });
            };
        },
    });
    return { engine: proxy, struck: () => struck };
}
