import { Configuration } from './configuration.ts';
import { findConstant } from './constants.ts';
import { dialectOf, readsAlike, type Dialect } from './dialect.ts';
import { parsePhpIni, type PhpIniDocument } from './document.ts';
import type { AssignmentNode, SectionNode } from './nodes.ts';
import type { Part, Step, Value } from './value.ts';

export interface Setting {
    /** As written, an array's with its key: `name[key]`, `name[0]`. */
    readonly name: string;
    readonly value: string;
    /** From 1. */
    readonly line: number;
    /**
     * The heading of the host or path section that holds the setting, as written. Without one the setting is global.
     */
    readonly section?: string;
}

/** A setting of one of several documents. */
export interface PlacedSetting extends Setting {
    /** Which of them, from 0. */
    readonly document: number;
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

/** Variables stand for their names: for comparing documents whatever the environment and other directives hold. */
export const VARIABLES_BY_NAME: Omit<EvaluateOptions, 'phpVersion'> = {
    environment: new Proxy({}, { get: (_, name) => `\${${String(name)}}` }),
    variablesOnlyFromEnvironment: true,
};

/**
 * What PHP holds after it has read the document, and nothing else: the last value of each name, with the line that gave
 * it; every `extension` line; up to the first error.
 */
export function evaluate(document: PhpIniDocument, options: EvaluateOptions = {}): Evaluation {
    const dialect = options.phpVersion === undefined ? document.dialect : dialectOf(options.phpVersion);
    const read = readsAlike(dialect, document.dialect)
        ? document
        : parsePhpIni(document.text, { phpVersion: dialect.version });
    const evaluator = new Evaluator(dialect, options);
    run(evaluator, read);
    const settings = evaluator.settings();
    return read.error ? { settings, error: { line: read.error.phpLine, message: read.error.message } } : { settings };
}

/**
 * What PHP holds after it has read the documents one after another, as it does with php.ini and the files of a folder
 * that it scans: `${NAME}` finds what an earlier one sets, a host or path section ends with its document, and a
 * document with an error counts up to there.
 */
export function evaluateAll(
    documents: readonly PhpIniDocument[],
    options: Omit<EvaluateOptions, 'phpVersion'> = {},
): PlacedSetting[] {
    const [first] = documents;
    if (!first) {
        return [];
    }
    const evaluator = new Evaluator(first.dialect, options);
    for (const [index, document] of documents.entries()) {
        evaluator.begin(index);
        run(evaluator, document);
    }
    return evaluator.placed();
}

/** What each assignment that PHP reads gives its directive, those that a later one overrides included. */
export function valuesOf(
    document: PhpIniDocument,
    options: Omit<EvaluateOptions, 'phpVersion'> = {},
): Map<AssignmentNode, string> {
    const evaluator = new Evaluator(document.dialect, options);
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

/**
 * Values that each hold the one above twice fill PHP's memory with thirty lines, and ours. In all that variables of one
 * file bring in together, what goes beyond this many characters is left out.
 */
const maximumExpansion = 2 ** 22;

class Evaluator {
    readonly #dialect: Dialect;
    readonly #options: EvaluateOptions;
    /** By host or path; what is global by undefined. */
    readonly #configurations = new Map<string | undefined, Configuration<PlacedSetting>>();
    readonly #global: Configuration<PlacedSetting>;
    readonly #extensions: PlacedSetting[] = [];
    #document = 0;
    #section: SectionNode | undefined;
    /** How many characters variables have brought in. */
    #expanded = 0;

    constructor(dialect: Dialect, options: EvaluateOptions) {
        this.#dialect = dialect;
        this.#options = options;
        this.#global = this.#configuration(undefined);
    }

    /** What follows is of another document. */
    begin(document: number): void {
        this.#document = document;
        this.#section = undefined;
    }

    enter(section: SectionNode): void {
        this.#section = section;
    }

    /** Returns the value. */
    assign(node: AssignmentNode): string {
        const value = this.#value(node.value);
        const line = node.line + 1;
        const document = this.#document;
        if (!node.key && isExtensionName(node.name)) {
            this.#extension({ name: node.name, value, line, document }, node);
            return value;
        }
        const { capturedBy } = node;
        const where = capturedBy ? { section: capturedBy.name } : {};
        const configuration = capturedBy ? this.#configuration(hostOrPath(capturedBy)) : this.#global;
        if (node.key) {
            configuration.setElement(node.name, this.#join(node.key), key => ({
                name: `${node.name}[${key}]`,
                value,
                line,
                document,
                ...where,
            }));
        } else {
            configuration.set(node.name, { name: node.name, value, line, document, ...where });
        }
        return value;
    }

    settings(): Setting[] {
        return this.placed().map(({ document: _, ...setting }) => setting);
    }

    placed(): PlacedSetting[] {
        const held = [...this.#configurations.values()].flatMap(configuration => [...configuration.values()]);
        return [...held, ...this.#extensions].sort((a, b) => a.document - b.document || a.line - b.line);
    }

    #configuration(where: string | undefined): Configuration<PlacedSetting> {
        const configuration = this.#configurations.get(where) ?? new Configuration<PlacedSetting>(this.#dialect);
        this.#configurations.set(where, configuration);
        return configuration;
    }

    /**
     * PHP loads these; they are no directives, in any case of letters, but right below the heading of a host or path.
     */
    #extension(setting: PlacedSetting, node: AssignmentNode): void {
        if (this.#section?.special === undefined) {
            this.#extensions.push(setting);
        } else {
            const section = node.capturedBy ?? this.#section;
            this.#configuration(hostOrPath(section)).set(node.name, { ...setting, section: section.name });
        }
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
                    joined +=
                        textOf(this.#options.constants, part.name) ??
                        findConstant(this.#dialect.version, part.name) ??
                        part.name;
                    break;
                case 'variable':
                    joined += this.#variable(part.name) ?? (part.fallback ? this.#join(part.fallback) : '');
                    break;
            }
        }
        return joined;
    }

    #variable(name: string): string | undefined {
        const held = this.#options.variablesOnlyFromEnvironment ? undefined : this.#global.get(name);
        // PHP takes some bytes of its memory for the text of an array: that nobody means.
        const value = held === 'array' ? '' : (held?.value ?? textOf(this.#options.environment, name));
        this.#expanded += value?.length ?? 0;
        return this.#expanded > maximumExpansion ? '' : value;
    }
}

/** What is in a record itself: `${constructor}` is none of the environment's variables. */
function textOf(record: Readonly<Record<string, string | undefined>> | undefined, name: string): string | undefined {
    const text: unknown = record?.[name];
    return typeof text === 'string' ? text : undefined;
}

/** What asks PHP to load something, and is no directive. */
export function isExtensionName(name: string): boolean {
    return /^(?:zend_)?extension$/i.test(name);
}

/** What PHP tells hosts and paths apart by, and not from each other. */
function hostOrPath({ name, special }: SectionNode): string {
    let start = 4;
    let end = name.length;
    while (end > start && '/\\'.includes(name.charAt(end - 1))) {
        end--;
    }
    while (start < end && '= \t'.includes(name.charAt(start))) {
        start++;
    }
    const key = name.slice(start, end);
    return special === 'host' ? key.replace(/[A-Z]+/g, letters => letters.toLowerCase()) : key;
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
