import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import { nodeAt } from '../positions.ts';

/** What the cursor is in, and what a choice would replace. */
export type Place =
    | {
          readonly kind: 'name';
          readonly replaced: Range;
          readonly hasEquals: boolean;
          /** Nothing but blanks stands on the line, so that several lines may take its place. */
          readonly alone: boolean;
          readonly section: string | undefined;
      }
    | {
          readonly kind: 'value';
          readonly replaced: Range;
          readonly name: string;
          /** The quote that the value starts with. */
          readonly quote: string;
      }
    | { readonly kind: 'section'; readonly replaced: Range; readonly isClosed: boolean }
    | { readonly kind: 'variable'; readonly replaced: Range; readonly isClosed: boolean };

/**
 * By the line's text rather than by the grammar: lines that are being typed are seldom correct. Undefined where there
 * is nothing to choose.
 */
export function placeAt(document: PhpIniDocument, offset: number): Place | undefined {
    const { text, lines } = document;
    const line = lines.lineAt(offset);
    if (isProse(document, offset, line)) {
        return undefined;
    }
    const start = lines.startOf(line);
    const before = text.slice(start, offset).replace(/^\uFEFF/, match => ' '.repeat(match.length));
    const behind = /[^\r\n]*/y.exec(text.slice(offset, lines.startOf(line + 1) || text.length))?.[0] ?? '';
    return (
        sectionPlace(before, behind, offset) ??
        variablePlace(before, behind, offset) ??
        valuePlace(before, behind, start, offset) ??
        namePlace(document, before, behind, offset)
    );
}

function sectionPlace(before: string, behind: string, offset: number): Place | undefined {
    const typed = /^\[([^\];"'$]*)$/.exec(before)?.[1];
    if (typed === undefined) {
        return undefined;
    }
    const rest = /^[^\];"'$]*/.exec(behind)?.[0] ?? '';
    const isClosed = behind.charAt(rest.length) === ']';
    // Without the bracket, what follows may be anything.
    const end = isClosed ? offset + rest.length : offset;
    return { kind: 'section', replaced: { start: offset - typed.length, end }, isClosed };
}

function variablePlace(before: string, behind: string, offset: number): Place | undefined {
    const typed = /\$\{([A-Za-z0-9_.-]*)$/.exec(before)?.[1];
    if (typed === undefined || !before.includes('=') || isSingleQuoted(before)) {
        return undefined;
    }
    const rest = /^[A-Za-z0-9_.-]*/.exec(behind)?.[0] ?? '';
    const isClosed = /[}:]/.test(behind.charAt(rest.length));
    const end = isClosed ? offset + rest.length : offset;
    return { kind: 'variable', replaced: { start: offset - typed.length, end }, isClosed };
}

function isSingleQuoted(before: string): boolean {
    const quote = before.lastIndexOf("'");
    const inFront = before.slice(0, Math.max(0, quote));
    return inFront.lastIndexOf('=') > Math.max(inFront.lastIndexOf('"'), inFront.lastIndexOf("'"));
}

function valuePlace(before: string, behind: string, start: number, offset: number): Place | undefined {
    const assigned = /^\s*([^\s=;[]+)\s*=[ \t]*/.exec(before);
    if (!assigned) {
        return undefined;
    }
    const [head, name = ''] = assigned;
    const written = /^(?:"[^"]*"?|'[^']*'?|[^;"']*)/.exec(before.slice(head.length) + behind)?.[0] ?? '';
    const valueStart = start + head.length;
    if (offset > valueStart + written.length) {
        // Behind the closing quote, or in the comment.
        return undefined;
    }
    return {
        kind: 'value',
        name,
        quote: /^["']/.exec(written)?.[0] ?? '',
        replaced: { start: valueStart, end: Math.max(offset, valueStart + written.trimEnd().length) },
    };
}

function namePlace(document: PhpIniDocument, before: string, behind: string, offset: number): Place | undefined {
    if (!/^\s*[^\s=;["']*$/.test(before)) {
        return undefined;
    }
    const typed = before.trimStart().length;
    const tail = /^[^\s=;]*/.exec(behind)?.[0] ?? '';
    return {
        kind: 'name',
        replaced: { start: offset - typed, end: offset + tail.length },
        hasEquals: /^\s*=/.test(behind.slice(tail.length)),
        alone: /^\s*$/.test(behind.slice(tail.length)),
        section: sectionAt(document, offset),
    };
}

function sectionAt(document: PhpIniDocument, offset: number): string | undefined {
    const node = nodeAt(document, offset);
    // A line that has just begun may still belong to the heading's node.
    return (node?.kind === 'section' && node.range.end <= offset ? node : node?.section)?.name;
}

/** In a comment, or in the further lines of a quoted string. */
function isProse(document: PhpIniDocument, offset: number, line: number): boolean {
    const node = nodeAt(document, offset);
    const comment = node?.kind === 'comment' || node?.kind === 'disabledAssignment' ? node.range : node?.comment;
    const inComment = comment !== undefined && offset > comment.start && offset <= comment.end;
    return inComment || (node?.kind === 'assignment' && line > node.line && offset <= node.range.end);
}
