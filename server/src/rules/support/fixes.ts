import type { DocumentContext } from '../../model/documentContext.ts';
import { skipBlanks } from '../../phpIni/syntax/characters.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, Range, TextChange } from '../../phpIni/syntax/nodes.ts';
import { startsLine } from '../../phpIni/syntax/placement.ts';
import { quoteValue } from '../../phpIni/syntax/quote.ts';
import { valueOrName } from './assignments.ts';
import type { Fix } from '../rule.ts';

const offsets = new WeakMap<AssignmentNode, { readonly value: string; readonly offset: number | undefined }>();

/**
 * Where a stretch of the value stands in the text: just that where the value is written plainly, else the whole value.
 */
export function placeOf(node: AssignmentNode, value: string, { start, end }: Range): Range {
    const offset = start === end ? undefined : offsetOf(node, value);
    return offset === undefined ? valueOrName(node) : { start: offset + start, end: offset + end };
}

/** Where the value starts in the text. Looked at once for all the diagnostics that a long value may have. */
function offsetOf(node: AssignmentNode, value: string): number | undefined {
    const known = offsets.get(node);
    if (known?.value === value) {
        return known.offset;
    }
    const { rawValue, valueRange } = node;
    const isQuoted = /^["']/.test(rawValue) && rawValue.slice(1, -1) === value;
    const offset = isQuoted ? valueRange.start + 1 : rawValue === value ? valueRange.start : undefined;
    offsets.set(node, { value, offset });
    return offset;
}

/** Behind a `=`: `On` and `Off` stand for what PHP makes of them, anything else for itself. */
function inLine(value: string): string {
    return /^O(?:n|ff)$/.test(value) ? value : quoteValue(value);
}

/** In the place of another value: in quotes where there are some already, or PHP needs them. */
function written({ rawValue }: AssignmentNode, value: string): string {
    const isWord = /^[\w./-]+$/.test(value) && !/^["']/.test(rawValue);
    return isWord || /["\\$\0]/.test(value) ? inLine(value) : `"${value}"`;
}

function changeOf({ document: { text } }: DocumentContext, node: AssignmentNode, value: string): TextChange {
    const { start } = node.valueRange;
    // Blanks at the very end of a file belong to a value without quotes.
    const behindBlanks = skipBlanks(text, node.valueRange.end, text.length);
    const end = behindBlanks === text.length ? behindBlanks : node.valueRange.end;
    const isTight = start === node.equalsOffset + 1;
    const before = isTight && start === end && text.charAt(node.equalsOffset - 1) === ' ' ? ' ' : '';
    const behind = text.charAt(end) === ';' ? ' ' : '';
    return { range: { start, end }, newText: before + written(node, value) + behind };
}

/** Gives the assignment another value. */
export function valueFix(
    context: DocumentContext,
    title: string,
    { node, value, preferred = false }: { node: AssignmentNode; value: string; preferred?: boolean },
): Fix {
    return fixOf(title, [changeOf(context, node, value)], preferred);
}

/**
 * Puts words in the place of a stretch of the value: just there where that is written plainly, so that several such
 * fixes go together, else as a new value.
 */
export function stretchFix(
    context: DocumentContext,
    title: string,
    { node, value, stretch, words, preferred = false }: StretchChange,
): Fix {
    if (offsetOf(node, value) === undefined) {
        return valueFix(context, title, {
            node,
            value: value.slice(0, stretch.start) + words + value.slice(stretch.end),
            preferred,
        });
    }
    return replacing(title, placeOf(node, value, stretch), words, preferred);
}

interface StretchChange {
    readonly node: AssignmentNode;
    /** Of the node. */
    readonly value: string;
    /** Not empty. */
    readonly stretch: Range;
    /** Without signs that have a meaning outside of quotes. */
    readonly words: string;
    readonly preferred?: boolean;
}

/** Changes directives where the file sets them, and adds the others below `near`, in its style. */
export function settingsFix(
    context: DocumentContext,
    title: string,
    { settings, near, preferred = false }: { settings: Settings; near: AssignmentNode; preferred?: boolean },
): Fix {
    const { document } = context;
    const equals = document.text.charAt(near.equalsOffset - 1) === ' ' ? ' = ' : '=';
    const changes: TextChange[] = [];
    const lines: string[] = [];
    for (const [name, value] of settings) {
        // Each extension has a line of its own.
        const node = isExtensionName(name) ? undefined : context.globalsOf(name).at(-1);
        if (node) {
            changes.push(changeOf(context, node, value));
        } else {
            lines.push(name + equals + inLine(value));
        }
    }
    if (lines.length > 0) {
        const offset = near.full.end;
        const isOwnLine = startsLine(document.text, offset);
        const added = lines.join(document.eol);
        const newText = isOwnLine ? added + document.eol : document.eol + added;
        changes.push({ range: { start: offset, end: offset }, newText });
    }
    changes.sort((a, b) => a.range.start - b.range.start);
    return fixOf(title, changes, preferred);
}

export type Settings = readonly (readonly [name: string, value: string])[];

/** Another text in the place of one. */
export function replacing(title: string, range: Range, newText: string, preferred = false): Fix {
    return fixOf(title, [{ range, newText }], preferred);
}

/** Takes assignments out, each with its line where that is all that stands there; in the order of the text. */
export function removalFix(
    { document: { text } }: DocumentContext,
    title: string,
    nodes: readonly AssignmentNode[],
    preferred = false,
): Fix {
    const rangeOf = ({ full, range }: AssignmentNode) => (startsLine(text, full.start) ? full : range);
    return fixOf(
        title,
        nodes.map(node => ({ range: rangeOf(node), newText: '' })),
        preferred,
    );
}

function fixOf(title: string, changes: readonly TextChange[], preferred: boolean): Fix {
    return { title, changes, ...(preferred && { preferred }) };
}
