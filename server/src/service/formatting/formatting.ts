import type { Range as LspRange, TextEdit } from 'vscode-languageserver';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { TextChange } from '../../phpIni/syntax/nodes.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { alignments } from './alignment.ts';
import { aroundEquals, atEndOfFile, atEndOfLine, endOfContent, endsLine } from './changes.ts';
import { safeChanges } from './safety.ts';
import { toRange } from '../positions.ts';

export interface FormatOptions {
    readonly alignEquals?: boolean;
    /** Trimmed unless the client says not to. */
    readonly trimTrailingWhitespace?: boolean;
    readonly insertFinalNewline?: boolean;
    readonly trimFinalNewlines?: boolean;
    /** How wide a tab is: for aligning what is indented with them. */
    readonly tabSize?: number;
}

/**
 * Of the whole document, or of the lines that the range touches: one blank on either side of `=`, none at the end of a
 * line. Nothing else changes: not indentation, comments, quotes and what is in them, the order of lines or their
 * number, nor anything from a syntax error on. What would make any version of PHP read something else is not done.
 */
export function format({ document }: DocumentContext, options: FormatOptions, range?: LspRange): TextEdit[] {
    const changes = range
        ? [...ofLines(document, { ...options, trimFinalNewlines: false })].filter(isWithin(document, range))
        : [...ofLines(document, options), ...atEndOfFile(document, options)];
    return safeChanges(document, changes).map(change => ({
        range: toRange(document, change.range),
        newText: change.newText,
    }));
}

function* ofLines(document: PhpIniDocument, options: FormatOptions): Generator<TextChange> {
    const { nodes, text } = document;
    const blanks = options.alignEquals === true ? alignments(document, tabSize(options)) : undefined;
    const end = options.trimFinalNewlines === true ? endOfContent(document) : text.length;
    const stop = startOfUnread(document);
    for (const node of nodes) {
        if (node.full.start >= end || node.full.end > stop) {
            break;
        }
        if (node.kind === 'assignment') {
            yield* aroundEquals(text, node, blanks?.get(node) ?? 1);
        }
        if (options.trimTrailingWhitespace !== false && endsLine(text, node)) {
            yield* atEndOfLine(text, node);
        }
    }
}

/** Where the line starts from which on PHP does not read; infinite where it reads all. */
function startOfUnread({ nodes, lines }: PhpIniDocument): number {
    const unread = nodes.find(({ reached }) => !reached);
    return unread ? lines.startOf(unread.line) : Infinity;
}

function isWithin({ lines }: PhpIniDocument, { start, end }: LspRange): (change: TextChange) => boolean {
    // A selection of whole lines ends at the start of the line behind them.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return ({ range }) => {
        const line = lines.lineAt(range.start);
        return start.line <= line && line <= last;
    };
}

function tabSize({ tabSize: size = 4 }: FormatOptions): number {
    return Number.isInteger(size) && size > 0 ? size : 4;
}
