import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { Directive } from '../../catalog/directive.ts';
import { isKnown } from '../../catalog/lookup.ts';
import { type DocumentContext, hasVariables } from '../../model/documentContext.ts';
import type { AssignmentNode, BareKeyNode, Range } from '../../phpIni/syntax/nodes.ts';

/** A setting that PHP reads, of a directive that this PHP knows, with the text that the directive gets. */
export interface KnownSetting {
    readonly node: AssignmentNode;
    readonly directive: Directive;
    readonly value: string;
}

/**
 * What a tool fills in before PHP sees the file: `{{ limit }}`, `<%= limit %>`, `@LIMIT@`, `__LIMIT__`, `%LIMIT%`,
 * `<limit>`.
 */
const placeholder =
    /\{\{|\}\}|<%|%>|\{%|@[A-Z_]{2,}@|__[A-Z_]+__|%[A-Z_]{2,}%|<[A-Za-z_ -]+>|\$\(|\$[A-Z_][A-Z0-9_]*\b/;

export function isPlaceholder(text: string): boolean {
    return placeholder.test(text);
}

/** Settings whose text is known from the file alone. Work for `context.memo`. */
export function knownSettings(context: DocumentContext): readonly KnownSetting[] {
    const found: KnownSetting[] = [];
    for (const node of context.document.assignments) {
        // Of a line that PHP gives up on, there is nothing more to say.
        if (!node.reached || node.key || context.isBroken(node)) {
            continue;
        }
        const directive = context.directiveOf(node);
        if (!directive || !isKnown(directive, context.phpVersion) || hasVariables(node)) {
            continue;
        }
        const isText = directive.type === 'bitmask' || !isComputed(node);
        if (isText && !isPlaceholder(node.rawValue)) {
            found.push({ node, directive, value: context.valueOf(node) ?? '' });
        }
    }
    return found;
}

/** `E_ALL & ~E_NOTICE`, or what only looks like text: another rule tells of that. */
function isComputed({ value }: AssignmentNode): boolean {
    return value.kind === 'expression' && value.steps.some(step => 'operator' in step);
}

/** Lines without `=` that PHP reads, and ignores. Work for `context.memo`. */
export function bareKeys(context: DocumentContext): readonly BareKeyNode[] {
    return context.document.nodes.filter(node => node.kind === 'bareKey' && node.reached) as BareKeyNode[];
}

/** Of the directives of one type only. */
export function settingsOfType(context: DocumentContext, ...types: readonly Directive['type'][]): KnownSetting[] {
    return context.memo(knownSettings).filter(({ directive }) => types.includes(directive.type));
}

/** The value, or the name where nothing stands behind the `=`. */
export function valueOrName({ valueRange, nameRange }: AssignmentNode): Range {
    return valueRange.start < valueRange.end ? valueRange : nameRange;
}

export function isBare({ rawValue }: AssignmentNode): boolean {
    return !/["']/.test(rawValue);
}

/** Names of old, one for each kind of build; PHP ignores them now. */
const oldExtensionName = /^zend_extension_(?:debug|ts|debug_ts)$/i;

/** `memcached` of `memcached.so`, `/usr/lib/php/memcached.so`, `php_memcached.dll`, `php_memcached-3.2-8.1.dll`. */
function extensionBase(value: string): string {
    const file = value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1).toLowerCase();
    const base = file.replace(/\.(?:so|dll)$/, '').replace(/^php_/, '');
    return base.replace(/-\d.*$/, '');
}

/** These may stand in a file more than once. */
export function mayRepeat(name: string): boolean {
    return isExtensionName(name) || oldExtensionName.test(name);
}

export interface ExtensionLine {
    readonly node: AssignmentNode;
    readonly zend: boolean;
    readonly value: string;
    readonly base: string;
}

/** Lines that load extensions, in the order of the text. Work for `context.memo`. */
export function extensionLines(context: DocumentContext): readonly ExtensionLine[] {
    return context.document.assignments
        .filter(node => node.reached && !node.key && isExtensionName(node.name) && !hasVariables(node))
        .filter(node => !node.section?.special)
        .map(node => {
            const value = context.valueOf(node) ?? '';
            return { node, zend: /^zend/i.test(node.name), value, base: extensionBase(value) };
        })
        .filter(({ value }) => !isPlaceholder(value));
}
