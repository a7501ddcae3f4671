import { compareVersions } from '../phpIni/syntax/dialect.ts';
import { changingFunctions, lastingFunctions } from './generatedFunctions.ts';

/** When a function came and went; empty where it was always there. */
export interface FunctionLifetime {
    readonly since?: string;
    readonly removed?: string;
}

const NEVER_CHANGED: FunctionLifetime = {};

let known: ReadonlyMap<string, FunctionLifetime> | undefined;
const listed = new Map<string, readonly string[]>();

/** Undefined where neither PHP nor an extension that is known here has the function. */
export function findFunction(name: string): FunctionLifetime | undefined {
    return (known ??= readFunctions()).get(name);
}

export function isFunctionOf({ since, removed }: FunctionLifetime, phpVersion: string): boolean {
    return (
        (since === undefined || compareVersions(phpVersion, since) >= 0) &&
        (removed === undefined || compareVersions(phpVersion, removed) < 0)
    );
}

/** All functions of the version, as far as it has their extensions. */
export function functionsOf(phpVersion: string): readonly string[] {
    const before = listed.get(phpVersion);
    if (before) {
        return before;
    }
    const all = [...(known ??= readFunctions())];
    const names = all.filter(([, lifetime]) => isFunctionOf(lifetime, phpVersion)).map(([name]) => name);
    listed.set(phpVersion, names);
    return names;
}

/** The names are one text each, which costs next to nothing until the first of them is asked for. */
function readFunctions(): ReadonlyMap<string, FunctionLifetime> {
    const functions = new Map(lastingFunctions.split(' ').map(name => [name, NEVER_CHANGED]));
    for (const entry of changingFunctions.split(' ')) {
        const [name = '', since = '', removed = ''] = entry.split(/[:-]/);
        functions.set(name, { ...(since && { since }), ...(removed && { removed }) });
    }
    return functions;
}
