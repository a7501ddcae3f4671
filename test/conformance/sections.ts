import { Configuration } from '../../server/src/phpIni/syntax/configuration.ts';
import { findConstant } from '../../server/src/phpIni/syntax/constants.ts';
import type { PhpIniDocument } from '../../server/src/phpIni/syntax/document.ts';
import { valuesOf } from '../../server/src/phpIni/syntax/evaluate.ts';
import type { Part } from '../../server/src/phpIni/syntax/value.ts';

/** Values by where they stand in a tree of arrays; that of an array itself is empty. */
export type Tree = Readonly<Record<string, string>>;

export function pathIn(...names: readonly string[]): string {
    return JSON.stringify(names);
}

interface Leaf {
    readonly path: readonly string[];
    readonly value: string;
}

/** What parse_ini_file gives where it is asked for sections. */
export function settingsBySection(document: PhpIniDocument, environment: Readonly<Record<string, string>>): Tree {
    const values = valuesOf(document, { environment, variablesOnlyFromEnvironment: true });
    const join = (parts: readonly Part[]): string => parts.map(textOf).join('');
    const textOf = (part: Part): string => {
        switch (part.kind) {
            case 'text':
                return part.text;
            case 'constant':
                return findConstant(document.dialect.version, part.name) ?? part.name;
            case 'variable':
                return Object.hasOwn(environment, part.name)
                    ? (environment[part.name] ?? '')
                    : join(part.fallback ?? []);
        }
    };
    // In a heading, the name of a constant is a word, but for the fallback of a variable.
    const titleOf = (parts: readonly Part[]): string =>
        parts.map(part => (part.kind === 'constant' ? part.name : textOf(part))).join('');
    const globals = new Configuration<Leaf>(document.dialect);
    const sections = new Map<string, Configuration<Leaf>>();
    let current = globals;
    let above: readonly string[] = [];
    for (const node of document.nodes) {
        if (node.kind === 'section' && node.reached) {
            above = [titleOf(node.parts)];
            current = new Configuration(document.dialect);
            // A second section of the same name takes the place of the first.
            sections.set(titleOf(node.parts), current);
        } else if (node.kind === 'assignment' && node.reached) {
            const path = [...above, node.name];
            const value = values.get(node) ?? '';
            if (node.key) {
                current.setElement(node.name, join(node.key), key => ({ path: [...path, key], value }));
            } else {
                current.set(node.name, { path, value });
            }
        }
    }
    // So does one that is called like something before the first section.
    const kept = [...globals.values()].filter(({ path: [name] }) => name === undefined || !sections.has(name));
    const result: Record<string, string> = {};
    for (const { path, value } of [...kept, ...[...sections.values()].flatMap(held => [...held.values()])]) {
        for (let depth = 1; depth < path.length; depth++) {
            result[pathIn(...path.slice(0, depth))] = '';
        }
        result[pathIn(...path)] = value;
    }
    for (const title of sections.keys()) {
        result[pathIn(title)] = '';
    }
    return result;
}
