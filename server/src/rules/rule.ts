import { valuesOf } from '../syntax/evaluate.ts';
import type { PhpIniDocument } from '../syntax/document.ts';
import type { AssignmentNode, Range } from '../syntax/nodes.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
    readonly range: Range;
    /** What PHP will do, and what to do about it. */
    readonly message: string;
}

/** One thing that can be wrong with a php.ini. False alarms are worse than misses: a rule speaks only where it is sure. */
export interface Rule {
    readonly code: string;
    readonly severity: Severity;
    check(context: RuleContext): Finding[];
}

/** A global assignment that is in force, as far as this file goes. */
export interface Effective {
    readonly node: AssignmentNode;
    readonly value: string;
}

/** One document in the eyes of the rules; what several ask for is worked out once. */
export class RuleContext {
    readonly document: PhpIniDocument;
    readonly #values: ReadonlyMap<AssignmentNode, string>;
    readonly #effective = new Map<string, Effective>();

    constructor(document: PhpIniDocument) {
        this.document = document;
        this.#values = valuesOf(document);
        for (const [node, value] of this.#values) {
            if (!node.capturedBy && !node.key) {
                this.#effective.set(node.name, { node, value });
            }
        }
    }

    /** What PHP makes of the assignment; undefined where it does not get there. */
    valueOf(node: AssignmentNode): string | undefined {
        return this.#values.get(node);
    }

    /** The global assignment in force; undefined where there is none, or its value depends on what only the running PHP knows. */
    effective(name: string): Effective | undefined {
        const found = this.#effective.get(name);
        return found && hasVariables(found.node) ? undefined : found;
    }
}

export function hasVariables({ value }: AssignmentNode): boolean {
    return (
        value.kind === 'expression' &&
        value.steps.some(step => 'parts' in step && step.parts.some(part => part.kind === 'variable'))
    );
}
