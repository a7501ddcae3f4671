import { isNewline } from './characters.ts';
import { bomLength, parsePhpIni, type PhpIniDocument } from './document.ts';
import { evaluate, type EvaluateOptions } from './evaluate.ts';
import type { AssignmentNode, PhpIniNode, SectionNode } from './nodes.ts';
import { quoteValue } from './quote.ts';

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

/** An edit would have to stand where PHP does not read any more. */
export class PhpIniSyntaxError extends Error {
    /** From 1, of the place where PHP stops. */
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.name = 'PhpIniSyntaxError';
        this.line = line;
    }
}

/**
 * Gives directives a global value, and keeps every other character. Where one is set already, its last assignment is changed in place; otherwise
 * a line is added: below a commented-out assignment in the section, at the end of the section, or in a new section, but before a `[HOST=…]`
 * or `[PATH=…]`, which would take it. A directive that has the value already is left alone.
 *
 * Throws a PhpIniSyntaxError where PHP would not read the new line because of an error above it, and a RangeError for a name or value
 * that a php.ini cannot express.
 */
export function setDirectives(text: string, edits: readonly DirectiveEdit[], options: EditOptions = {}): string {
    return edits.reduce((result, edit) => setDirective(result, edit, options), text);
}

function setDirective(text: string, { name, value }: DirectiveEdit, options: EditOptions): string {
    checkName(name, options);
    const document = parsePhpIni(text, options);
    const written = quoteValue(value);
    const current = lastGlobal(document, name);
    if (current) {
        return isConstant(current) && globalValue(document, name) === value
            ? text
            : verified(document, [replaceValue(document, current, written)], { name, value });
    }
    const line = `${name} = ${written}`;
    return verified(document, insertions(document, name, line, options.section ?? 'Session'), { name, value });
}

function checkName(name: string, options: EditOptions): void {
    const { settings } = evaluate(parsePhpIni(`${name} = 1\n`, options));
    if (
        settings.length !== 1 ||
        settings[0]?.name !== name ||
        settings[0].value !== '1' ||
        /^(?:zend_)?extension$/i.test(name)
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

function replaceValue({ text }: PhpIniDocument, node: AssignmentNode, written: string): string {
    const { start, end } = node.valueRange;
    const afterEquals =
        start === node.equalsOffset + 1 && text.charAt(node.equalsOffset - 1) === ' ' && start === end ? ' ' : '';
    const beforeComment = text.charAt(end) === ';' ? ' ' : '';
    return splice(text, start, end, `${afterEquals}${written}${beforeComment}`);
}

/** The text with the line added, the best place first. Throws where there is none that PHP reads. */
function* insertions(document: PhpIniDocument, name: string, line: string, sectionName: string): Generator<string> {
    const sections = document.sections.filter(node => isPlain(node, sectionName));
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
    yield* appended(document, sectionName, line);
}

/** A section of that name from which settings stay global. */
function isPlain(node: SectionNode, name: string): boolean {
    return node.reached && !node.capturedBy && node.name.trim().toLowerCase() === name.toLowerCase();
}

/** In a new section at the end, or before what must not come first. */
function* appended(document: PhpIniDocument, sectionName: string, line: string): Generator<string> {
    const { nodes, text } = document;
    const blocker = nodes.findIndex(node => !node.reached || (node.kind === 'section' && node.special));
    const blocking = nodes[blocker];
    if (blocking && !blocking.reached) {
        throw notRead(document);
    }
    let end = blocking ? blocker : nodes.length;
    while (blocking && nodes[end - 1]?.kind === 'comment') {
        end--;
    }
    const offset = nodes[end]?.full.start ?? text.length;
    const before = end === 0 || nodes[end - 1]?.kind === 'blank' ? [] : [''];
    yield insertLines(document, offset, [...before, `[${sectionName}]`, line, ...(blocking ? [''] : [])]);
    // At the very end of the file PHP reads some things differently from how it reads them at the end of a line.
    const last = nodes.at(-1);
    if (last && !blocking) {
        yield insertLines(document, last.full.start, [`[${sectionName}]`, line]);
    }
}

function notRead(document: PhpIniDocument): PhpIniSyntaxError {
    if (document.error) {
        return new PhpIniSyntaxError(document.error.message, document.error.line + 1);
    }
    const line = document.lines.lineAt(document.silentEnd ?? document.text.length) + 1;
    return new PhpIniSyntaxError('a quote or string that does not end makes PHP stop reading', line);
}

/** Behind the section's last directive, in use or not; comments that stand right above the next heading belong to that. */
function endOfContent({ nodes }: PhpIniDocument, section: SectionNode): number {
    const first = nodes.indexOf(section);
    let next = first + 1;
    let last = first;
    for (; next < nodes.length; next++) {
        const node = nodes[next];
        if (!node || node.kind === 'section' || !node.reached) {
            break;
        }
        if (node.kind !== 'blank' && node.kind !== 'comment') {
            last = next;
        }
    }
    let end = last + 1;
    while (end < next && nodes[end]?.kind === 'comment') {
        end++;
    }
    if (end === next && next < nodes.length) {
        end = last + 1;
    }
    return nodes[end - 1]?.full.end ?? section.full.end;
}

function insertLines({ text, eol }: PhpIniDocument, offset: number, lines: readonly string[]): string {
    const startsLine = offset <= bomLength(text) || isNewline(text.charCodeAt(offset - 1));
    return splice(text, offset, offset, `${startsLine ? '' : eol}${lines.map(line => line + eol).join('')}`);
}

function splice(text: string, start: number, end: number, replacement: string): string {
    return text.slice(0, start) + replacement + text.slice(end);
}

/** The first of the results that does what is wanted and nothing else: PHP's scanner has too many corners to be sure beforehand. */
function verified(
    before: PhpIniDocument,
    results: Iterable<string>,
    wanted: { name: string; value: string | undefined },
): string {
    const others = otherSettings(before, wanted.name);
    for (const result of results) {
        const after = parsePhpIni(result, { phpVersion: before.dialect.version });
        if (globalValue(after, wanted.name) === wanted.value && otherSettings(after, wanted.name) === others) {
            return result;
        }
    }
    throw notRead(before);
}

/** All that PHP holds besides the global value of that name, comparable. Variables count as their names: they may refer to the one changed. */
function otherSettings(document: PhpIniDocument, name: string): string {
    const environment: EvaluateOptions['environment'] = new Proxy({}, { get: (_, key) => `\${${String(key)}}` });
    const { settings, error } = evaluate(document, { environment, variablesOnlyFromEnvironment: true });
    const others = settings.filter(setting => setting.section !== undefined || baseName(setting.name) !== name);
    return JSON.stringify([others.map(({ name: key, value, section }) => [key, value, section]), error?.message]);
}

function baseName(name: string): string {
    return /^([^[]*)\[/.exec(name)?.[1] ?? name;
}

/**
 * Has PHP load an extension, unless it does already under any spelling (`memcached`, `memcached.so`, `/usr/lib/php/memcached.so`). The line goes
 * to the other extensions, else to `[PHP]`, else to the end. Throws like `setDirectives`.
 */
export function addExtension(text: string, name: string, options: Pick<EditOptions, 'phpVersion'> = {}): string {
    const document = parsePhpIni(text, options);
    const loaded = evaluate(document).settings.filter(
        setting => /^extension$/i.test(setting.name) && setting.section === undefined,
    );
    if (loaded.some(setting => extensionName(setting.value) === extensionName(name))) {
        return text;
    }
    const line = `extension=${quoteValue(name)}`;
    const place = extensionPlace(document, name);
    if (place !== undefined) {
        return insertLines(document, place, [line]);
    }
    const [result] = document.sections.length > 0 ? appended(document, 'PHP', line) : [insertAtEnd(document, line)];
    return result ?? text;
}

function insertAtEnd(document: PhpIniDocument, line: string): string {
    if (document.nodes.some(node => !node.reached)) {
        throw notRead(document);
    }
    return insertLines(document, document.text.length, [line]);
}

/** Where extensions are loaded already, or could be. */
function extensionPlace(document: PhpIniDocument, name: string): number | undefined {
    const candidates = document.nodes.filter(
        node =>
            (node.kind === 'assignment' || node.kind === 'disabledAssignment') &&
            node.reached &&
            /^extension$/i.test(node.name) &&
            !node.section?.special,
    );
    const same = candidates.find(
        node =>
            node.kind === 'disabledAssignment' &&
            !node.indented &&
            extensionName(unquoted(node.rawValue)) === extensionName(name),
    );
    const chosen =
        same ??
        candidates.findLast(node => node.kind === 'assignment') ??
        candidates.findLast(node => node.kind === 'disabledAssignment' && !node.indented);
    const php = document.sections.find(node => isPlain(node, 'PHP'));
    return chosen?.full.end ?? (php && endOfContent(document, php));
}

function unquoted(raw: string): string {
    return raw.replace(/\s*;.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** `memcached` for each way of naming its file. */
export function extensionName(value: string): string {
    const file = value.trim().split(/[/\\]/).at(-1) ?? '';
    return file
        .replace(/\.(?:so|dll)$/i, '')
        .replace(/^php_/i, '')
        .toLowerCase();
}

/** Removes every global assignment of the name that PHP reads, with its line. */
export function removeDirective(text: string, name: string, options: Pick<EditOptions, 'phpVersion'> = {}): string {
    const document = parsePhpIni(text, options);
    let result = text;
    for (const node of document.assignments.toReversed()) {
        if (isGlobal(node) && node.name === name) {
            result = splice(result, ...removal(document, node), '');
        }
    }
    return result === text ? text : verified(document, [result], { name, value: undefined });
}

/** The whole line, or, where others share it, only the directive. */
function removal({ text }: PhpIniDocument, node: AssignmentNode): [number, number] {
    const { start, end } = node.full;
    const ownsStart = start <= bomLength(text) || isNewline(text.charCodeAt(start - 1));
    return ownsStart ? [Math.max(start, bomLength(text)), end] : [node.range.start, node.range.end];
}
