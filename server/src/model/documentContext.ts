import { findDirective } from '../catalog/lookup.ts';
import type { Directive } from '../catalog/directive.ts';
import type { Embedding } from '../embedded/embedding.ts';
import { type DocumentFacts, NO_FACTS } from './facts.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import { valuesOf } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode } from '../phpIni/syntax/nodes.ts';

/** A global assignment that is in force, as far as this file goes. */
export interface Effective {
    readonly node: AssignmentNode;
    readonly value: string;
}

const nothing: readonly AssignmentNode[] = [];

/**
 * One version of one document, as every rule and feature sees it; what several ask for is worked out once, when it is
 * first asked for.
 */
export class DocumentContext {
    readonly uri: string;
    readonly document: PhpIniDocument;
    readonly facts: DocumentFacts;
    /** Where the document is made of what another file holds, which is the one at `uri`. */
    readonly embedding: Embedding | undefined;
    #values: ReadonlyMap<AssignmentNode, string> | undefined;
    #globals: Map<string, AssignmentNode[]> | undefined;
    readonly #memory = new Map<unknown, unknown>();

    constructor(
        document: PhpIniDocument,
        { uri = 'untitled:php.ini', facts = NO_FACTS, embedding = undefined as Embedding | undefined } = {},
    ) {
        this.document = document;
        this.uri = uri;
        this.facts = facts;
        this.embedding = embedding;
    }

    /** The PHP version that counts for the document: `8.4`. */
    get phpVersion(): string {
        return this.document.dialect.version;
    }

    /** Whether PHP reads it for a directory, beside the scripts: CGI and FPM do. */
    get isUserIni(): boolean {
        return this.uri.endsWith('.user.ini');
    }

    /** What PHP makes of each assignment that it reads. */
    get values(): ReadonlyMap<AssignmentNode, string> {
        return (this.#values ??= valuesOf(this.document));
    }

    /** What PHP makes of the assignment; undefined where it does not get there. */
    valueOf(node: AssignmentNode): string | undefined {
        return this.values.get(node);
    }

    /** The global assignments that PHP reads, by name, in the order of the text; elements of arrays are left out. */
    get globals(): ReadonlyMap<string, readonly AssignmentNode[]> {
        if (this.#globals) {
            return this.#globals;
        }
        const globals = new Map<string, AssignmentNode[]>();
        for (const node of this.document.assignments) {
            if (node.reached && !node.capturedBy && !node.key) {
                const same = globals.get(node.name);
                if (same) {
                    same.push(node);
                } else {
                    globals.set(node.name, [node]);
                }
            }
        }
        this.#globals = globals;
        return globals;
    }

    /** Every global assignment of the name that PHP reads, in the order of the text. */
    globalsOf(name: string): readonly AssignmentNode[] {
        return this.globals.get(name) ?? nothing;
    }

    /**
     * The global assignment in force; undefined where there is none, or its value depends on what only the running PHP
     * knows.
     */
    effective(name: string): Effective | undefined {
        const node = this.globalsOf(name).at(-1);
        return node === undefined || hasVariables(node) ? undefined : { node, value: this.values.get(node) ?? '' };
    }

    /** What the catalogue has for the assignment's name. */
    directiveOf(node: Pick<AssignmentNode, 'name'>): Directive | undefined {
        return findDirective(node.name);
    }

    /** What `work` gives, worked out once for this version of the document; `work` is the key. */
    memo<Result>(work: (context: DocumentContext) => Result): Result {
        if (!this.#memory.has(work)) {
            this.#memory.set(work, work(this));
        }
        return this.#memory.get(work) as Result;
    }
}

export function hasVariables({ value }: AssignmentNode): boolean {
    return (
        value.kind === 'expression' &&
        value.steps.some(step => 'parts' in step && step.parts.some(part => part.kind === 'variable'))
    );
}
