import { isBlank, isNewline, skipBlanks } from './characters.ts';
import type { Dialect } from './dialect.ts';
import { bomLength, type LineTable } from './lines.ts';
import type { PhpIniNode, PhpIniSyntaxProblem, Range, SectionNode } from './nodes.ts';
import { Parser, type Statement } from './parser.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './tokens.ts';
import type { Part } from './value.ts';

export interface BuiltNodes {
    readonly nodes: PhpIniNode[];
    readonly error: PhpIniSyntaxProblem | undefined;
    readonly silentEnd: number | undefined;
}

export function buildNodes(text: string, dialect: Dialect, lines: LineTable): BuiltNodes {
    return new NodeBuilder(text, dialect, lines).build();
}

const disabled = /^;+([ \t]*)([A-Za-z_][A-Za-z0-9_.-]*)(?:\[[^\]\r\n]*\])?[ \t]*=[ \t]*(.*)/s;

type Open<Node> = Node extends PhpIniNode ? { -readonly [Key in keyof Node]: Node[Key] } : never;
/**
 * A node whose line has not ended yet; its end and its comment come then. Written out with all its properties and
 * changed in place: put together from spread parts, a node takes more memory and leaves as much again to be collected.
 */
type OpenNode = Open<PhpIniNode>;

class NodeBuilder {
    readonly #text: string;
    readonly #dialect: Dialect;
    readonly #lines: LineTable;
    readonly #nodes: PhpIniNode[] = [];
    #error: PhpIniSyntaxProblem | undefined;
    #silentEnd: number | undefined;
    #section: SectionNode | undefined;
    #capturedBy: SectionNode | undefined;
    /** A node whose line has not ended yet. */
    #open: OpenNode | undefined;
    #fullStart = 0;

    constructor(text: string, dialect: Dialect, lines: LineTable) {
        this.#text = text;
        this.#dialect = dialect;
        this.#lines = lines;
    }

    build(): BuiltNodes {
        const bom = bomLength(this.#text);
        const stop = this.#read(bom < this.#text.length ? bom : 0, this.#text.length);
        // Behind an error, line by line: what is broken stays within its line, and the editor has something to work
        // with.
        let line = this.#lines.lineAt(stop);
        if (stop > this.#lines.startOf(line)) {
            line++;
        }
        for (; stop < this.#text.length && line < this.#lines.count; line++) {
            const start = this.#lines.startOf(line);
            const end = line + 1 < this.#lines.count ? this.#lines.startOf(line + 1) : this.#text.length;
            if (start < end) {
                this.#read(start, end);
            }
        }
        return { nodes: this.#nodes, error: this.#error, silentEnd: this.#silentEnd };
    }

    /** Reads statements up to the end, or up to the first error; returns where the next line after that starts. */
    #read(start: number, end: number): number {
        const parser = new Parser(new Scanner(this.#text, this.#dialect, this.#lines, start, end), this.#dialect);
        for (;;) {
            const statement = parser.next();
            switch (statement.kind) {
                case 'end':
                    return this.#atEnd(statement.token, end);
                case 'error':
                    return this.#atError(statement, end);
                case 'endOfLine':
                    this.#endLine(statement.token);
                    break;
                default:
                    this.#add(statement);
            }
        }
    }

    #add(statement: Exclude<Statement, { kind: 'end' | 'error' | 'endOfLine' }>): void {
        if (statement.kind === 'bareKey' && this.#joins(statement.name)) {
            return;
        }
        this.#flush(this.#startOf(statement));
        switch (statement.kind) {
            case 'section':
                this.#addSection(statement.first, statement.last, statement.parts);
                break;
            case 'bareKey':
                this.#open = this.#bareKey(statement.name.value, this.#trimmed(statement.name));
                break;
            case 'assignment':
                this.#addAssignment(statement);
        }
    }

    #startOf(statement: Exclude<Statement, { kind: 'end' | 'error' | 'endOfLine' }>): number {
        return statement.kind === 'section' ? statement.first.start : statement.name.start;
    }

    /**
     * `x = ''`: PHP ends the value at the first quote and reads the second as a bare key; to people both are the value.
     */
    #joins(name: Token): boolean {
        const open = this.#open;
        if (open?.kind !== 'assignment' || open.value.kind !== 'empty') {
            return false;
        }
        const { start } = open.valueRange;
        const { end } = this.#trimmed(name);
        open.valueRange = { start, end };
        open.rawValue = this.#text.slice(start, end);
        open.range = { start: open.range.start, end };
        return true;
    }

    #addSection(first: Token, last: Token, parts: readonly Part[]): void {
        const close = this.#text.indexOf(']', last.start);
        const range = { start: first.start, end: close + 1 };
        const special = specialSection(plainText(parts));
        this.#flush(first.start);
        this.#open = {
            kind: 'section',
            range,
            full: range,
            line: this.#lines.lineAt(first.start),
            section: this.#section,
            reached: this.#error === undefined,
            name: plainText(parts),
            nameRange: { start: first.end, end: last.start },
            parts,
            special,
            capturedBy: this.#capturedBy,
        };
        if (last.end > close + 1 && isNewline(this.#text.charCodeAt(last.end - 1))) {
            this.#close(last.end);
        }
    }

    #addAssignment(statement: Extract<Statement, { kind: 'assignment' }>): void {
        const { name, equals, value, last } = statement;
        const { start } = this.#trimmed(name);
        const valueStart = equals.end;
        const atEndOfLine = value.kind === 'empty';
        const valueEnd = atEndOfLine
            ? Math.max(valueStart, this.#abruptEnd(last))
            : Math.max(valueStart, this.#trimEnd(valueStart, last.end));
        const nameText = name.value;
        const equalsOffset = skipBlanks(this.#text, equals.start, equals.end);
        const range = { start, end: Math.max(valueEnd, equalsOffset + 1) };
        this.#open = {
            kind: 'assignment',
            range,
            full: range,
            line: this.#lines.lineAt(start),
            section: this.#section,
            reached: this.#error === undefined,
            name: nameText,
            nameRange: { start, end: start + nameText.length },
            equalsOffset,
            rawValue: this.#text.slice(valueStart, valueEnd),
            valueRange: { start: valueStart, end: valueEnd },
            value,
            capturedBy: this.#capturedBy,
        };
        if (statement.key) {
            this.#open.key = statement.key;
        }
        if (atEndOfLine && this.#endsLine(last)) {
            this.#endLine(last);
        }
    }

    /** Where PHP ended a value at a character that it cannot read, that character belongs to the value. */
    #abruptEnd(last: Token): number {
        return this.#endsLine(last) || last.comment >= 0 ? last.start : last.end;
    }

    #endsLine(token: Token): boolean {
        return token.end > token.start && isNewline(this.#text.charCodeAt(token.end - 1));
    }

    #trimEnd(start: number, end: number): number {
        while (end > start && isBlank(this.#text.charCodeAt(end - 1))) {
            end--;
        }
        return end;
    }

    #trimmed(token: Token): Range {
        const start = skipBlanks(this.#text, token.start, token.end);
        return { start, end: this.#trimEnd(start, token.end) };
    }

    #endLine(token: Token): void {
        if (this.#endsLine(token)) {
            this.#finishLine(token.start, token.end, token.comment);
        }
    }

    #finishLine(start: number, end: number, comment: number): void {
        if (this.#open) {
            this.#close(end, comment);
            return;
        }
        if (comment < 0) {
            this.#open = this.#plain('blank', { start, end: start });
        } else {
            this.#open = this.#commentOrDisabled(this.#commentRange(comment, end));
        }
        this.#close(end);
    }

    #commentRange(start: number, end: number): Range {
        while (end > start && isNewline(this.#text.charCodeAt(end - 1))) {
            end--;
        }
        return { start, end };
    }

    #commentOrDisabled(range: Range): OpenNode {
        const text = this.#text.slice(range.start, range.end);
        const match = text.includes('=') ? disabled.exec(text) : null;
        if (!match) {
            return this.#plain('comment', range);
        }
        const [, indent = '', name = '', rest = ''] = match;
        const nameStart = range.start + text.indexOf(name, text.search(/[^;]/) + indent.length);
        const valueStart = range.end - rest.length;
        const valueEnd = this.#trimEnd(valueStart, range.end);
        return {
            kind: 'disabledAssignment',
            range,
            full: range,
            line: this.#lines.lineAt(range.start),
            section: this.#section,
            reached: this.#error === undefined,
            name,
            nameRange: { start: nameStart, end: nameStart + name.length },
            rawValue: this.#text.slice(valueStart, valueEnd),
            valueRange: { start: valueStart, end: valueEnd },
            indented: indent !== '',
        };
    }

    #atEnd(token: Token, end: number): number {
        if (token.comment >= 0) {
            this.#finishLine(token.start, end, token.comment);
            return end;
        }
        const rest = skipBlanks(this.#text, token.start, end);
        if (rest < end) {
            this.#flush(token.start);
            const range = { start: rest, end: this.#trimEnd(rest, end) };
            if (token.silent) {
                this.#open = this.#plain('unreadable', range);
                this.#silentEnd ??= this.#error ? undefined : rest;
            } else {
                this.#open = this.#bareKey(this.#text.slice(range.start, range.end), range);
            }
        } else if (!this.#open && this.#fullStart < end) {
            this.#open = this.#plain('blank', { start: this.#fullStart, end: this.#fullStart });
        }
        this.#flush(end);
        return end;
    }

    #atError(statement: Extract<Statement, { kind: 'error' }>, limit: number): number {
        const { first, token, message } = statement;
        this.#flush(first.start);
        const offset = Math.min(skipBlanks(this.#text, token.start, token.end), limit);
        this.#error ??= {
            line: this.#lines.lineAt(offset),
            phpLine: token.phpLine,
            message,
            offset,
            range: {
                start: offset,
                end: token.kind === 'END_OF_LINE' ? offset : Math.max(offset, this.#trimEnd(offset, token.end)),
            },
        };
        const line = this.#lines.lineAt(first.start);
        const next = line + 1 < this.#lines.count ? this.#lines.startOf(line + 1) : this.#text.length;
        const start = skipBlanks(this.#text, first.start, next);
        this.#open = this.#plain('unreadable', this.#unreadableRange(start, next));
        this.#flush(next);
        return next;
    }

    #unreadableRange(start: number, end: number): Range {
        const withoutNewline = this.#commentRange(start, end).end;
        return { start, end: this.#trimEnd(start, withoutNewline) };
    }

    /** Ends the open node's line without a line ending of its own, so that another node follows on the same line. */
    #flush(end: number): void {
        if (this.#open) {
            this.#close(end);
        }
    }

    #close(end: number, comment = -1): void {
        const node = this.#open;
        if (!node) {
            return;
        }
        this.#open = undefined;
        node.full = { start: this.#fullStart, end };
        if (comment >= 0) {
            node.comment = this.#commentRange(comment, end);
        }
        this.#fullStart = end;
        this.#nodes.push(node);
        if (node.kind === 'section') {
            this.#enter(node);
        }
    }

    #plain(kind: 'comment' | 'blank' | 'unreadable', range: Range): OpenNode {
        const reached = this.#error === undefined && kind !== 'unreadable';
        const line = this.#lines.lineAt(range.start);
        return { kind, range, full: range, line, section: this.#section, reached };
    }

    #bareKey(name: string, range: Range): OpenNode {
        const line = this.#lines.lineAt(range.start);
        const kind = 'bareKey';
        return { kind, range, full: range, line, section: this.#section, reached: this.#error === undefined, name };
    }

    #enter(section: SectionNode): void {
        this.#section = section;
        // A bare `[HOST]` names no host: it captures nothing.
        if (section.special && section.name.length > 4) {
            this.#capturedBy = section;
        }
    }
}

function plainText(parts: readonly Part[]): string {
    return parts
        .map(part => (part.kind === 'text' ? part.text : part.kind === 'constant' ? part.name : `\${${part.name}}`))
        .join('');
}

/** By prefix and in any case, as PHP does: `[Hosting]` is one. */
function specialSection(name: string): 'host' | 'path' | undefined {
    const prefix = name.slice(0, 4).toUpperCase();
    return prefix === 'PATH' ? 'path' : prefix === 'HOST' ? 'host' : undefined;
}
