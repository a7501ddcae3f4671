import { constantsOf } from './constants.ts';
import { dialectOf, readsAlike } from './dialect.ts';
import { parsePhpIni, type PhpIniDocument } from './document.ts';
import type { AssignmentNode, SectionNode } from './nodes.ts';
import type { Part, Step, Value } from './value.ts';

export interface Setting {
    /** As written, an array's with its key: `name[key]`, `name[0]`. */
    readonly name: string;
    readonly value: string;
    /** From 1. */
    readonly line: number;
    /** The heading of the host or path section that holds the setting, as written. Without one the setting is global. */
    readonly section?: string;
}

export interface Evaluation {
    readonly settings: Setting[];
    readonly error?: {
        /** From 1, as PHP counts. */
        readonly line: number;
        readonly message: string;
    };
}

export interface EvaluateOptions {
    /** `8.4` unless told. */
    readonly phpVersion?: string | undefined;
    /** What `${NAME}` finds where no directive has that name. */
    readonly environment?: Readonly<Record<string, string | undefined>>;
    /** Constants of this PHP, before those that are known here. */
    readonly constants?: Readonly<Record<string, string>>;
    /** `${NAME}` does not look at directives: for comparing documents that differ in one. */
    readonly variablesOnlyFromEnvironment?: boolean;
}

/**
 * What PHP holds after it has read the document, and nothing else: the last value of each name, with the line that gave it; every `extension`
 * line; up to the first error.
 */
export function evaluate(document: PhpIniDocument, options: EvaluateOptions = {}): Evaluation {
    const dialect = options.phpVersion === undefined ? document.dialect : dialectOf(options.phpVersion);
    const read = readsAlike(dialect, document.dialect)
        ? document
        : parsePhpIni(document.text, { phpVersion: dialect.version });
    const evaluator = new Evaluator(dialect.version, options);
    run(evaluator, read);
    const settings = evaluator.settings();
    return read.error ? { settings, error: { line: read.error.phpLine, message: read.error.message } } : { settings };
}

/** What each assignment that PHP reads gives its directive, those that a later one overrides included. */
export function valuesOf(
    document: PhpIniDocument,
    options: Omit<EvaluateOptions, 'phpVersion'> = {},
): Map<AssignmentNode, string> {
    const evaluator = new Evaluator(document.dialect.version, options);
    return run(evaluator, document);
}

function run(evaluator: Evaluator, document: PhpIniDocument): Map<AssignmentNode, string> {
    const values = new Map<AssignmentNode, string>();
    for (const node of document.nodes) {
        if (node.kind === 'section' && node.reached) {
            evaluator.enter(node);
        } else if (node.kind === 'assignment' && node.reached) {
            values.set(node, evaluator.assign(node));
        }
    }
    return values;
}

class Evaluator {
    readonly #constants: ReadonlyMap<string, string>;
    readonly #options: EvaluateOptions;
    readonly #settings = new Map<string, Setting>();
    readonly #extensions: Setting[] = [];
    /** The next number of each array. */
    readonly #counters = new Map<string, number>();
    #section: SectionNode | undefined;

    constructor(version: string, options: EvaluateOptions) {
        this.#constants = constantsOf(version);
        this.#options = options;
    }

    enter(section: SectionNode): void {
        this.#section = section;
    }

    /** Returns the value. */
    assign(node: AssignmentNode): string {
        const value = this.#value(node.value);
        const section = node.capturedBy;
        const line = node.line + 1;
        if (this.#isExtension(node)) {
            this.#extensions.push({ name: node.name, value, line });
            return value;
        }
        const where = section ? sectionTitle(section) : undefined;
        const name = node.key ? this.#arrayName(node.name, node.key, where) : node.name;
        const key = `${where ?? ''}\n${name}`;
        // Deleted first: the order is that of the assignments in force.
        this.#settings.delete(key);
        this.#settings.set(key, { name, value, line, ...(where !== undefined && { section: where }) });
        return value;
    }

    settings(): Setting[] {
        return [...this.#settings.values(), ...this.#extensions].sort((a, b) => a.line - b.line);
    }

    /** PHP loads these; they are no directives, in any case of letters, but not directly in a host or path section. */
    #isExtension(node: AssignmentNode): boolean {
        return !node.key && this.#section?.special === undefined && /^(?:zend_)?extension$/i.test(node.name);
    }

    #arrayName(name: string, key: readonly Part[], where: string | undefined): string {
        const text = this.#join(key);
        const counter = `${where ?? ''}\n${name}`;
        const next = this.#counters.get(counter) ?? 0;
        if (text === '') {
            this.#counters.set(counter, next + 1);
            return `${name}[${next}]`;
        }
        if (/^(?:0|[1-9]\d*)$/.test(text)) {
            this.#counters.set(counter, Math.max(next, Number(text) + 1));
        }
        return `${name}[${text}]`;
    }

    #value(value: Value): string {
        switch (value.kind) {
            case 'keyword':
                return value.value;
            case 'empty':
                return '';
            case 'expression':
                return this.#expression(value.steps);
        }
    }

    #expression(steps: readonly Step[]): string {
        const stack: string[] = [];
        for (const step of steps) {
            if ('parts' in step) {
                stack.push(this.#join(step.parts));
                continue;
            }
            const right = toInteger(stack.pop() ?? '');
            switch (step.operator) {
                case '~':
                    stack.push(String(~right));
                    break;
                case '!':
                    stack.push(right === 0 ? '1' : '0');
                    break;
                case '|':
                    stack.push(String(toInteger(stack.pop() ?? '') | right));
                    break;
                case '&':
                    stack.push(String(toInteger(stack.pop() ?? '') & right));
                    break;
                case '^':
                    stack.push(String(toInteger(stack.pop() ?? '') ^ right));
                    break;
            }
        }
        return stack.pop() ?? '';
    }

    #join(parts: readonly Part[]): string {
        let joined = '';
        for (const part of parts) {
            switch (part.kind) {
                case 'text':
                    joined += part.text;
                    break;
                case 'constant':
                    joined += this.#options.constants?.[part.name] ?? this.#constants.get(part.name) ?? part.name;
                    break;
                case 'variable':
                    joined += this.#variable(part.name) ?? (part.fallback ? this.#join(part.fallback) : '');
                    break;
            }
        }
        return joined;
    }

    #variable(name: string): string | undefined {
        const directive = this.#options.variablesOnlyFromEnvironment ? undefined : this.#settings.get(`\n${name}`);
        return directive?.value ?? this.#options.environment?.[name];
    }
}

/** As written between the brackets, without a trailing slash: what PHP tells hosts and paths apart by. */
function sectionTitle(section: SectionNode): string {
    return section.name.replace(/[/\\]+$/, '');
}

/** C's `atoi` into 32 bits. */
function toInteger(text: string): number {
    const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
    if (digits === undefined) {
        return 0;
    }
    const number = BigInt(digits.replace('+', ''));
    const largest = 2n ** 63n - 1n;
    const clamped = number > largest ? largest : number < -largest - 1n ? -largest - 1n : number;
    return Number(BigInt.asIntN(32, clamped));
}
