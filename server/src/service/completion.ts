import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Directive } from '../catalog/directive.ts';
import { directivesOf, findDirective, isDeprecated } from '../catalog/lookup.ts';
import { renderDirective, writtenDefault } from '../catalog/render.ts';
import type { DocumentContext } from '../documentContext.ts';
import type { PhpIniDocument } from '../syntax/document.ts';
import { nodeAt, toOffset, toRange } from './positions.ts';

/** Of the language server protocol's CompletionItemKind and CompletionItemTag. */
const propertyKind = 10;
const valueKind = 12;
const deprecatedTag = 1;

/** Names of directives where a line starts, their values behind the `=`. */
export function complete({ document }: DocumentContext, position: Position): CompletionItem[] {
    const offset = toOffset(document, position);
    const place = placeAt(document, offset);
    switch (place?.kind) {
        case 'name':
            return names(document, place);
        case 'value':
            return values(document, place);
        default:
            return [];
    }
}

/** The details of an item that `complete` gave. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
    return item;
}

type Place =
    | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly hasEquals: boolean }
    | { readonly kind: 'value'; readonly start: number; readonly end: number; readonly name: string };

/** By the line's text rather than by the grammar: lines that are being typed are seldom correct. */
function placeAt(document: PhpIniDocument, offset: number): Place | undefined {
    const { text, lines } = document;
    const line = lines.lineAt(offset);
    if (isProse(document, offset, line)) {
        return undefined;
    }
    const start = lines.startOf(line);
    const before = text.slice(start, offset);
    const behind = /[^\r\n]*/y.exec(text.slice(offset, lines.startOf(line + 1) || text.length))?.[0] ?? '';
    const assigned = /^\s*([^\s=;[]+)\s*=[ \t]*/.exec(before);
    if (assigned) {
        const [head, name = ''] = assigned;
        const written = /^(?:"[^"]*"?|[^;"]*)/.exec(before.slice(head.length) + behind)?.[0] ?? '';
        const valueStart = start + head.length;
        return { kind: 'value', name, start: valueStart, end: Math.max(offset, valueStart + written.trimEnd().length) };
    }
    if (!/^\s*[^\s=;["']*$/.test(before)) {
        return undefined;
    }
    const tail = /^[^\s=;]*/.exec(behind)?.[0] ?? '';
    const nameStart = start + before.length - before.trimStart().length;
    return {
        kind: 'name',
        start: nameStart,
        end: offset + tail.length,
        hasEquals: /^\s*=/.test(behind.slice(tail.length)),
    };
}

/** In a comment, or in the further lines of a quoted string. */
function isProse(document: PhpIniDocument, offset: number, line: number): boolean {
    const node = nodeAt(document, offset);
    const comment = node?.kind === 'comment' || node?.kind === 'disabledAssignment' ? node.range : node?.comment;
    const inComment = comment !== undefined && offset > comment.start && offset <= comment.end;
    return inComment || (node?.kind === 'assignment' && line > node.line && offset <= node.range.end);
}

function names(document: PhpIniDocument, place: Extract<Place, { kind: 'name' }>): CompletionItem[] {
    const { version } = document.dialect;
    const range = toRange(document, place);
    return directivesOf(version).map(directive => ({
        label: directive.name,
        kind: propertyKind,
        detail: writtenDefault(directive, version),
        documentation: { kind: 'markdown', value: renderDirective(directive, version) },
        filterText: directive.name,
        textEdit: { range, newText: place.hasEquals ? directive.name : `${directive.name} = ` },
        ...(isDeprecated(directive, version) && { tags: [deprecatedTag] }),
    }));
}

function values(document: PhpIniDocument, place: Extract<Place, { kind: 'value' }>): CompletionItem[] {
    const directive = findDirective(place.name);
    if (!directive) {
        return [];
    }
    const range = toRange(document, place);
    return candidates(directive).map(({ value, description }, index) => ({
        label: value,
        kind: valueKind,
        ...(description !== undefined && { documentation: { kind: 'markdown' as const, value: description } }),
        // In the catalogue's order, which puts first what is asked for most.
        sortText: String(index).padStart(2, '0'),
        filterText: value,
        textEdit: { range, newText: value },
    }));
}

function candidates(directive: Directive): readonly { value: string; description?: string }[] {
    return directive.type === 'boolean' ? [{ value: 'On' }, { value: 'Off' }] : (directive.values ?? []);
}
