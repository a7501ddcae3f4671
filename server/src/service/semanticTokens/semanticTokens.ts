import type { Range as LspRange, SemanticTokens } from 'vscode-languageserver';
import { isDeprecated, isKnown } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { isBlank, isNewline } from '../../phpIni/syntax/characters.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { AssignmentNode, PhpIniNode, Range } from '../../phpIni/syntax/nodes.ts';
import { indexAt, toOffset } from '../positions.ts';
import { type TokenModifier, tokenModifiers, type TokenType, tokenTypes } from './tokenLegend.ts';
import { valueTokens } from './valueTokens.ts';

/** Of the whole document, or of the lines that the range touches. */
export function semanticTokens(context: DocumentContext, range?: LspRange): SemanticTokens {
    const { document } = context;
    const { nodes } = document;
    const touched = range
        ? nodes.slice(
              indexAt(document, toOffset(document, { line: range.start.line, character: 0 })),
              indexAt(document, toOffset(document, { line: range.end.line, character: Number.MAX_SAFE_INTEGER })) + 1,
          )
        : nodes;
    const encoder = new Encoder(document, range);
    for (const node of touched) {
        encodeNode(context, node, encoder);
    }
    return { data: encoder.data };
}

function encodeNode(context: DocumentContext, node: PhpIniNode, encoder: Encoder): void {
    switch (node.kind) {
        case 'section':
            encoder.add('namespace', node.nameRange, node.special ? ['readonly'] : []);
            break;
        case 'assignment':
            encodeAssignment(context, node, encoder);
            break;
        case 'comment':
        case 'disabledAssignment':
            encoder.add('comment', node.range);
            break;
        case 'bareKey':
            // PHP ignores such a line; `# …` is one that people mean as a comment.
            if (node.name.startsWith('#')) {
                encoder.add('comment', node.range);
            }
            break;
        case 'blank':
        case 'unreadable':
            break;
    }
    if (node.comment && node.comment.start >= node.range.end) {
        encoder.add('comment', node.comment);
    }
}

function encodeAssignment(context: DocumentContext, node: AssignmentNode, encoder: Encoder): void {
    const { document } = context;
    const ofLine: TokenModifier[] = node.reached ? (node.capturedBy ? ['readonly'] : []) : ['unused'];
    encoder.add('property', node.nameRange, [...nameModifiers(context, node), ...ofLine]);
    const directive = context.directiveOf(node);
    for (const { type, range } of valueTokens(document, node, directive)) {
        encoder.add(type, range, ofLine);
    }
}

function nameModifiers(context: DocumentContext, node: AssignmentNode): TokenModifier[] {
    const directive = context.directiveOf(node);
    if (!directive) {
        return [];
    }
    const { phpVersion } = context;
    const isGone = isDeprecated(directive, phpVersion) || !isKnown(directive, phpVersion);
    return isGone ? ['defaultLibrary', 'deprecated'] : ['defaultLibrary'];
}

/**
 * Writes tokens, which come in the order of the text, as the protocol has them: relative to the one before, none over
 * the end of a line.
 */
class Encoder {
    readonly data: number[] = [];
    readonly #text: string;
    readonly #starts: readonly number[];
    readonly #firstLine: number;
    readonly #lastLine: number;
    /** Of the last token. */
    #line = 0;
    #character = 0;
    /** The line that was looked at last. */
    #current = 0;

    constructor({ text, lines }: PhpIniDocument, range?: LspRange) {
        this.#text = text;
        this.#starts = lines.starts;
        this.#firstLine = range?.start.line ?? 0;
        this.#lastLine = range?.end.line ?? Infinity;
        this.#current = range ? Math.min(Math.max(0, range.start.line), lines.count - 1) : 0;
    }

    add(type: TokenType, { start, end }: Range, with_: readonly TokenModifier[] = []): void {
        const bits = with_.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
        while (start < end) {
            this.#moveTo(start);
            const next = this.#starts[this.#current + 1] ?? Infinity;
            this.#push(tokenTypes.indexOf(type), start, Math.min(end, next), bits);
            start = next;
        }
    }

    #moveTo(offset: number): void {
        while ((this.#starts[this.#current] ?? 0) > offset) {
            this.#current--;
        }
        while ((this.#starts[this.#current + 1] ?? Infinity) <= offset) {
            this.#current++;
        }
    }

    #push(type: number, start: number, end: number, bits: number): void {
        while (end > start && isSpace(this.#text.charCodeAt(end - 1))) {
            end--;
        }
        while (end > start && isSpace(this.#text.charCodeAt(start))) {
            start++;
        }
        const line = this.#current;
        if (end === start || line < this.#firstLine || line > this.#lastLine) {
            return;
        }
        const character = start - (this.#starts[line] ?? 0);
        const relative = line === this.#line ? character - this.#character : character;
        this.data.push(line - this.#line, relative, end - start, type, bits);
        this.#line = line;
        this.#character = character;
    }
}

/** What is no part of a token where it stands at one of its ends. */
function isSpace(code: number): boolean {
    return isBlank(code) || isNewline(code);
}
