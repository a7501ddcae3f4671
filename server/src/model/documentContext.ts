import { findDirective } from '../catalog/lookup.ts';
import type { Directive } from '../catalog/directive.ts';
import type { Embedding } from '../embedded/embedding.ts';
import { type DocumentFacts, NO_FACTS } from './facts.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import { parsePhpIni, type PhpIniDocument, readAs } from '../phpIni/syntax/document.ts';
import { valuesOf } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, PhpIniNode } from '../phpIni/syntax/nodes.ts';
import type { PhpRelease } from '../phpIni/versions.ts';

/** A global assignment that is in force, as far as this file goes. */
export interface Effective {
    readonly node: AssignmentNode;
    readonly value: string;
}

/** What there is to know of a document besides its text. */
interface Surroundings {
    readonly uri?: string;
    readonly facts?: DocumentFacts;
    readonly php?: PhpRelease;
    readonly embedding?: Embedding | undefined;
    readonly profile?: AuditProfile | undefined;
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
    /** Which PHP reads it, as far as that is known; what is older than all that is proven is read as the oldest. */
    readonly php: PhpRelease;
    /** What it is for, where somebody wants to hear what others think is right for that. */
    readonly profile: AuditProfile | undefined;
    /** Where the document is made of what another file holds, which is the one at `uri`. */
    readonly embedding: Embedding | undefined;
    #values: ReadonlyMap<AssignmentNode, string> | undefined;
    #globals: Map<string, AssignmentNode[]> | undefined;
    readonly #memory = new Map<unknown, unknown>();

    constructor(
        document: PhpIniDocument,
        {
            uri = 'untitled:php.ini',
            facts = NO_FACTS,
            php = exactly(document.dialect.version),
            embedding,
            profile,
        }: Surroundings = {},
    ) {
        this.document = document;
        this.uri = uri;
        this.facts = facts;
        this.php = php;
        this.embedding = embedding;
        this.profile = profile;
    }

    /** The same text, as if that PHP read it. */
    as(phpVersion: string): DocumentContext {
        const { uri, facts, embedding, profile } = this;
        return new DocumentContext(readAs(this.document, phpVersion), { uri, facts, embedding, profile });
    }

    /** The same document with another text; not for what a file of others embeds. */
    withText(text: string): DocumentContext {
        const { uri, facts, php, phpVersion, profile } = this;
        return new DocumentContext(parsePhpIni(text, { phpVersion }), { uri, facts, php, profile });
    }

    /** The PHP version that the document is checked for: `8.4`. */
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
     * The global assignment in force; undefined where there is none, its value depends on what only the running PHP
     * knows, or PHP gives up on its line.
     */
    effective(name: string): Effective | undefined {
        const node = this.globalsOf(name).at(-1);
        return node === undefined || hasVariables(node) || this.isBroken(node)
            ? undefined
            : { node, value: this.values.get(node) ?? '' };
    }

    /** Whether PHP gives up on the line of the node, and so on what was meant there. */
    isBroken({ range }: PhpIniNode): boolean {
        const { error, lines } = this.document;
        return error !== undefined && range.end > lines.startOf(lines.lineAt(error.offset));
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

function exactly(version: string): PhpRelease {
    return { version, possible: [version] };
}

export function hasVariables({ value }: AssignmentNode): boolean {
    return (
        value.kind === 'expression' &&
        value.steps.some(step => 'parts' in step && step.parts.some(part => part.kind === 'variable'))
    );
}
