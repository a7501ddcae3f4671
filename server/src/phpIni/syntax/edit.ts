import { skipBlanks } from './characters.ts';
import { parsePhpIni, type PhpIniDocument } from './document.ts';
import { evaluate, isExtensionName, type Setting, VARIABLES_BY_NAME } from './evaluate.ts';
import type { AssignmentNode, PhpIniNode } from './nodes.ts';
import { appended, endOfContent, insertLines, isPlainSection, notRead, splice } from './placement.ts';
import { quoteValue } from './quote.ts';

export { PhpIniSyntaxError } from './placement.ts';
export { quoteValue } from './quote.ts';

export interface DirectiveEdit {
    readonly name: string;
    /** The plain value; quotes are added where PHP needs them. */
    readonly value: string;
}

export interface EditOptions {
    /** The section, in any case of letters, that new directives go to; `Session` unless told. */
    readonly section?: string;
    /** Whose grammar counts; `8.4` unless told. */
    readonly phpVersion?: string;
}

/**
 * Gives directives a global value, and keeps every other character. Where one is set already, its last assignment is
 * changed in place; otherwise a line is added: below a commented-out assignment in the section, at the end of the
 * section, or in a new section, but before a `[HOST=…]` or `[PATH=…]`, which would take it. A directive that has the
 * value already is left alone.
 *
 * Throws a PhpIniSyntaxError where PHP would not read the new line because of an error above it, and a RangeError for a
 * name or value that a php.ini cannot express.
 */
export function setDirectives(text: string, edits: readonly DirectiveEdit[], options: EditOptions = {}): string {
    return edits.reduce((result, edit) => setDirective(result, edit, options), text);
}

function setDirective(text: string, { name, value }: DirectiveEdit, options: EditOptions): string {
    checkName(name, options);
    const document = parsePhpIni(text, options);
    const written = quoteValue(value);
    const current = lastGlobal(document, name);
    if (!current) {
        const line = `${name} = ${written}`;
        return verified(document, insertions(document, name, line, options.section ?? 'Session'), name, value);
    }
    if (isConstant(current) && globalValue(document, name) === value) {
        return text;
    }
    return verified(document, replacements(document, current, written), name, value);
}

function checkName(name: string, options: EditOptions): void {
    const { settings } = evaluate(parsePhpIni(`${name} = 1\n`, options));
    const [setting] = settings;
    if (
        settings.length !== 1 ||
        setting?.name !== name ||
        setting.value !== '1' ||
        name.includes('[') ||
        isExtensionName(name)
    ) {
        throw new RangeError(`${JSON.stringify(name)} cannot be the name of a directive`);
    }
}

function isGlobal(node: PhpIniNode): node is AssignmentNode {
    return node.kind === 'assignment' && node.reached && !node.capturedBy;
}

function lastGlobal(document: PhpIniDocument, name: string): AssignmentNode | undefined {
    return document.assignments.findLast(node => isGlobal(node) && node.name === name && !node.key);
}

/** False where the value depends on the environment or on other directives. */
function isConstant({ value }: AssignmentNode): boolean {
    return (
        value.kind !== 'expression' ||
        !value.steps.some(step => 'parts' in step && step.parts.some(part => part.kind === 'variable'))
    );
}

function globalValue(document: PhpIniDocument, name: string): string | undefined {
    return evaluate(document).settings.find(setting => setting.name === name && setting.section === undefined)?.value;
}

function* replacements({ text }: PhpIniDocument, node: AssignmentNode, written: string): Generator<string> {
    const { start, end } = node.valueRange;
    const isTight = start === node.equalsOffset + 1;
    const before = isTight && start === end && text.charAt(node.equalsOffset - 1) === ' ' ? ' ' : '';
    const behind = text.charAt(end) === ';' ? ' ' : '';
    yield splice(text, start, end, before + written + behind);
    // Blanks at the very end of a file belong to a value without quotes.
    yield splice(text, start, skipBlanks(text, end, text.length), before + written + behind);
}

/** The text with the line added, the best place first. Throws where there is none that PHP reads. */
function* insertions(document: PhpIniDocument, name: string, line: string, sectionName: string): Generator<string> {
    const sections = document.sections.filter(node => isPlainSection(node, sectionName));
    const disabled = document.nodes.filter(
        node =>
            node.kind === 'disabledAssignment' &&
            node.name === name &&
            node.reached &&
            sections.some(s => s === node.section),
    );
    const below = disabled.findLast(node => node.kind === 'disabledAssignment' && !node.indented) ?? disabled.at(-1);
    if (below) {
        yield insertLines(document, below.full.end, [line]);
    }
    const section = sections.at(-1);
    if (section) {
        yield insertLines(document, endOfContent(document, section), [line]);
    }
    yield* appended(document, [`[${sectionName}]`, line]);
}

/**
 * The first of the results that does what is wanted and nothing else: PHP's grammar has too many corners to be sure
 * beforehand.
 */
function verified(before: PhpIniDocument, results: Iterable<string>, name: string, value: string): string {
    const others = describeSettings(before, setting => !isOf(setting, name));
    for (const result of results) {
        const after = parsePhpIni(result, { phpVersion: before.dialect.version });
        if (globalValue(after, name) === value && describeSettings(after, setting => !isOf(setting, name)) === others) {
            return result;
        }
    }
    throw notRead(before);
}

function isOf(setting: Setting, name: string): boolean {
    return setting.section === undefined && (setting.name === name || setting.name.startsWith(`${name}[`));
}

/** What PHP holds, comparable. Variables count as their names: they may refer to the directive that changes. */
function describeSettings(document: PhpIniDocument, isWanted: (setting: Setting) => boolean): string {
    const { settings, error } = evaluate(document, VARIABLES_BY_NAME);
    const wanted = settings.filter(isWanted).map(({ name, value, section }) => [name, value, section]);
    return JSON.stringify([wanted, error?.message]);
}

/**
 * Has PHP load an extension, unless it does already under any spelling (`memcached`, `memcached.so`,
 * `/usr/lib/php/memcached.so`). The line goes to the other extensions, else to `[PHP]`, else to the end. Throws like
 * `setDirectives`.
 */
export function addExtension(text: string, name: string, options: Pick<EditOptions, 'phpVersion'> = {}): string {
    const document = parsePhpIni(text, options);
    const isThis = (setting: Setting) =>
        setting.section === undefined &&
        /^extension$/i.test(setting.name) &&
        extensionName(setting.value) === extensionName(name);
    if (evaluate(document).settings.some(isThis)) {
        return text;
    }
    const before = describeSettings(document, () => true);
    for (const result of extensionInsertions(document, name, `extension=${quoteValue(name)}`)) {
        const after = parsePhpIni(result, { phpVersion: document.dialect.version });
        if (evaluate(after).settings.some(isThis) && describeSettings(after, setting => !isThis(setting)) === before) {
            return result;
        }
    }
    throw notRead(document);
}

function* extensionInsertions(document: PhpIniDocument, name: string, line: string): Generator<string> {
    const candidates = document.nodes.filter(
        node =>
            (node.kind === 'assignment' || (node.kind === 'disabledAssignment' && !node.indented)) &&
            node.reached &&
            /^extension$/i.test(node.name) &&
            !node.section?.special,
    );
    const same = candidates.find(
        node => node.kind === 'disabledAssignment' && extensionName(unquoted(node.rawValue)) === extensionName(name),
    );
    const neighbour = same ?? candidates.findLast(node => node.kind === 'assignment') ?? candidates.at(-1);
    if (neighbour) {
        yield insertLines(document, neighbour.full.end, [line]);
    }
    const php = document.sections.find(node => isPlainSection(node, 'PHP'));
    if (php) {
        yield insertLines(document, endOfContent(document, php), [line]);
    }
    yield* appended(document, document.sections.length > 0 ? ['[PHP]', line] : [line]);
}

function unquoted(raw: string): string {
    return raw
        .replace(/;.*/s, '')
        .trimEnd()
        .replace(/^(["'])(.*)\1$/, '$2');
}

/** `memcached` for each way of naming its file. */
export function extensionName(value: string): string {
    const file = value.trim().split(/[/\\]/).at(-1) ?? '';
    const bare = file.replace(/\.(?:so|dll)$/i, '').replace(/^php_/i, '');
    return bare.toLowerCase();
}
