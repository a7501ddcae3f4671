import type { Engine } from '../../../client/src/engine/engine.ts';

export interface Call {
    readonly method: string;
    readonly args: readonly unknown[];
}

/** A real engine that notes what it is asked. */
export function countedEngine(engine: Engine): { readonly engine: Engine; readonly calls: Call[] } {
    const calls: Call[] = [];
    const proxy = new Proxy(engine, {
        get(target, name) {
            const value: unknown = Reflect.get(target, name, target);
            if (typeof value !== 'function') {
                return value;
            }
            return (...args: unknown[]): unknown => {
                calls.push({ method: String(name), args });
                return Reflect.apply(value, target, args);
            };
        },
    });
    return { engine: proxy, calls };
}

/** Of the calls, those that list the containers of the whole engine, and those that list one environment's. */
export function lookUps(calls: readonly Call[]): { readonly whole: number; readonly own: number } {
    const lists = calls.filter(({ method }) => method === 'listContainers');
    const whole = lists.filter(({ args: [filter] }) => JSON.stringify(filter) === '{}').length;
    return { whole, own: lists.length - whole };
}
