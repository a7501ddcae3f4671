import type { DocumentContext } from '../model/documentContext.ts';
import { countBefore } from '../phpIni/sorted.ts';
import { isExtensionName } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, Range } from '../phpIni/syntax/nodes.ts';
import { variableNameRange, variablesOf } from './variables.ts';

/** One place where a document names a directive or an environment variable. */
export interface Occurrence {
    readonly name: string;
    /** Of the name alone. */
    readonly range: Range;
    /** The assignment whose name it is; undefined for a `${NAME}`. */
    readonly write: AssignmentNode | undefined;
    /**
     * What is meant: PHP looks `${NAME}` up among the global directives above it, and only then in the environment.
     * Assignments always mean the directive.
     */
    readonly meaning: 'directive' | 'environment';
}

/** All of them, in the order of the text; those behind a syntax error are read as if there were none. */
export function occurrencesOf({ document }: DocumentContext): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const directives = new Set<string>();
    for (const node of document.nodes) {
        if (node.kind === 'assignment' && node.name !== '') {
            found.push({ name: node.name, range: node.nameRange, write: node, meaning: 'directive' });
        }
        for (const variable of variablesOf(node)) {
            const { name } = variable;
            const meaning = directives.has(name) ? 'directive' : 'environment';
            found.push({ name, range: variableNameRange(document, variable), write: undefined, meaning });
        }
        if (node.kind === 'assignment' && isReadByVariables(node)) {
            directives.add(node.name);
        }
    }
    return found;
}

/** Elements of arrays, extensions and settings of a host or path are not to be had as `${NAME}`. */
export function isReadByVariables(node: AssignmentNode): boolean {
    return !node.key && !node.capturedBy && !isExtensionName(node.name);
}

/** The name at the offset, its end included. */
export function occurrenceAt(context: DocumentContext, offset: number): Occurrence | undefined {
    const occurrences = context.memo(occurrencesOf);
    const found = occurrences[countBefore(occurrences, ({ range }) => range.end < offset)];
    return found && found.range.start <= offset ? found : undefined;
}

/** The places of the document that mean the same as this one, which is among them. */
export function sameAs(context: DocumentContext, { name, meaning }: Occurrence): Occurrence[] {
    return context.memo(occurrencesOf).filter(other => other.name === name && other.meaning === meaning);
}
