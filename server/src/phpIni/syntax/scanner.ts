import {
    allBut,
    CLOSE_BRACE,
    CLOSE_BRACKET,
    COLON,
    DOLLAR,
    DOUBLE_QUOTE,
    EQUALS,
    isNewline,
    matchRun,
    MINUS,
    NUL,
    OPEN_BRACE,
    OPEN_BRACKET,
    type RunRules,
    SEMICOLON,
    SINGLE_QUOTE,
    skipBlanks,
    skipNewline,
} from './characters.ts';
import type { Dialect } from './dialect.ts';
import type { LineTable } from './lines.ts';
import { countLineEndings, quotedEnd, trimBlanks, unescape } from './quoted.ts';
import type { Token, TokenKind } from './tokens.ts';

type State = 'initial' | 'value' | 'section' | 'offset' | 'variable' | 'fallback' | 'quotes';

const labelCharacter = allBut('=\n\r\t;&|^$~(){}!"[');
const labelCharacterSince83 = allBut('=\n\r\t;&|^$~(){}!"[]\0');
const valueRun: RunRules = { plain: allBut('$= \t\n\r;&|^~()!"\'\0'), escapes: false };
const sectionRun: RunRules = { plain: allBut('$\n\r;"\']\\'), escapes: true };
const fallbackRun: RunRules = { plain: allBut('$\n\r;"\'}\\'), escapes: true };
const operators = '&|^~()!';

const keyword = /(?:(true|on|yes)|(false|off|none|no)|(null))[ \t]*/iy;
const constant = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const number = /^(?:-?[0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)$/;

/**
 * PHP's own scanner of php.ini files (INI_SCANNER_NORMAL), with offsets. It knows PHP's peculiarities: the longest
 * match wins, a class that may hold NUL reads over the end of the file and makes PHP see the end there, some errors of
 * the line counter. Never throws; each character is looked at a bounded number of times.
 */
export class Scanner {
    readonly #text: string;
    readonly #lines: LineTable;
    readonly #end: number;
    readonly #dialect: Dialect;
    readonly #isLabel: (code: number) => boolean;
    readonly #states: State[] = [];
    #state: State = 'initial';
    #offset: number;
    #phpLine = 1;

    /** Reads `text` from `start` to `end` as if nothing came after. */
    constructor(text: string, dialect: Dialect, lines: LineTable, start = 0, end = text.length) {
        this.#text = text;
        this.#lines = lines;
        this.#dialect = dialect;
        this.#isLabel = dialect.fallbacks ? labelCharacterSince83 : labelCharacter;
        this.#end = end;
        this.#offset = start;
    }

    next(): Token {
        if (this.#offset >= this.#end) {
            if (this.#state === 'value') {
                this.#state = 'initial';
                return this.#take('END_OF_LINE', this.#end);
            }
            return this.#stop();
        }
        switch (this.#state) {
            case 'initial':
                return this.#initial();
            case 'value':
                return this.#inValue();
            case 'section':
            case 'offset':
                return this.#inBrackets(this.#state);
            case 'variable':
                return this.#dialect.fallbacks ? this.#variable() : this.#variableBefore83();
            case 'fallback':
                return this.#inFallback();
            case 'quotes':
                return this.#inQuotes();
        }
    }

    #code(offset: number): number {
        return offset < this.#end ? this.#text.charCodeAt(offset) : NUL;
    }

    #take(kind: TokenKind, end: number, value = '', comment = -1): Token {
        const start = this.#offset;
        this.#offset = end;
        return { kind, start, end, value, phpLine: this.#phpLine, comment, silent: false };
    }

    /** PHP sees the end of the file here, whatever follows. */
    #stop({ comment = -1, silent = false } = {}): Token {
        const { phpLine, start } = { phpLine: this.#phpLine, start: this.#offset };
        return { kind: 'end of file', start, end: this.#end, value: '', phpLine, comment, silent };
    }

    #push(state: State): void {
        this.#states.push(this.#state);
        this.#state = state;
    }

    #pop(): void {
        this.#state = this.#states.pop() ?? 'initial';
    }

    #initial(): Token {
        const start = this.#offset;
        const afterBlanks = skipBlanks(this.#text, start, this.#end);
        const code = this.#code(afterBlanks);
        if (afterBlanks < this.#end) {
            if (code === EQUALS) {
                this.#state = 'value';
                return this.#take(`'='`, skipBlanks(this.#text, afterBlanks + 1, this.#end));
            }
            const endOfLine = this.#endOfLine(afterBlanks);
            if (endOfLine) {
                return endOfLine;
            }
            if (code === OPEN_BRACKET && afterBlanks === start) {
                this.#state = 'section';
                return this.#take('TC_SECTION', start + 1);
            }
        }
        const label = this.#labelEnd(start);
        if (label < afterBlanks) {
            this.#offset = afterBlanks;
            return this.next();
        }
        return label > start ? this.#label(label) : this.#stray(code);
    }

    /** The end of the line at `offset`, with its comment; undefined where there is something else. */
    #endOfLine(offset: number): Token | undefined {
        const code = this.#code(offset);
        let end = offset;
        if (code === SEMICOLON) {
            end = this.#lines.endOf(offset);
            if (end >= this.#end) {
                return this.#stop({ comment: offset });
            }
        } else if (offset >= this.#end || !isNewline(code)) {
            return undefined;
        }
        this.#state = 'initial';
        this.#phpLine++;
        return this.#take('END_OF_LINE', skipNewline(this.#text, end, this.#end), '', code === SEMICOLON ? offset : -1);
    }

    #labelEnd(offset: number): number {
        while (offset < this.#end && this.#isLabel(this.#text.charCodeAt(offset))) {
            offset++;
        }
        return offset;
    }

    #label(end: number): Token {
        const start = this.#offset;
        if (end === this.#end && this.#isLabel(NUL)) {
            return this.#stop();
        }
        if (this.#code(end) === OPEN_BRACKET) {
            this.#state = 'offset';
            return this.#take(
                'TC_OFFSET',
                skipBlanks(this.#text, end + 1, this.#end),
                trimBlanks(this.#text.slice(start, end)),
            );
        }
        return this.#keyword(end) ?? this.#take('TC_LABEL', end, trimBlanks(this.#text.slice(start, end)));
    }

    /** A keyword with the blanks behind it, where it is at least as long as the other match, which ends at `end`. */
    #keyword(end: number): Token | undefined {
        keyword.lastIndex = this.#offset;
        const match = keyword.exec(this.#text);
        const keywordEnd = Math.min(keyword.lastIndex, this.#end);
        if (!match || keywordEnd < end) {
            return undefined;
        }
        if (match[1] !== undefined) {
            return this.#take('BOOL_TRUE', keywordEnd, '1');
        }
        return this.#take(match[2] === undefined ? 'NULL_NULL' : 'BOOL_FALSE', keywordEnd);
    }

    #stray(code: number): Token {
        return code === NUL
            ? this.#stop({ silent: true })
            : this.#take(`'${String.fromCharCode(code)}'`, this.#offset + 1);
    }

    #inValue(): Token {
        const start = this.#offset;
        const code = this.#code(start);
        const afterBlanks = skipBlanks(this.#text, start, this.#end);
        const endOfLine = this.#endOfLine(afterBlanks);
        if (endOfLine) {
            return endOfLine;
        }
        const quote = this.#openingQuote(afterBlanks);
        if (quote) {
            return quote;
        }
        if (afterBlanks > start) {
            return this.#take('TC_WHITESPACE', afterBlanks, this.#text.slice(start, afterBlanks));
        }
        if (code === SINGLE_QUOTE) {
            return this.#singleQuoted() ?? this.#abruptEnd(1);
        }
        if (code === DOLLAR && this.#code(start + 1) === OPEN_BRACE) {
            return this.#openVariable();
        }
        if (code === EQUALS) {
            return this.#abruptEnd(0);
        }
        const character = String.fromCharCode(code);
        if (operators.includes(character)) {
            return this.#take(`'${character}'`, skipBlanks(this.#text, start + 1, this.#end));
        }
        return this.#run(valueRun) ?? this.#abruptEnd(1);
    }

    /** PHP ends a value where it knows nothing better, and goes on as if a new line began. */
    #abruptEnd(length: number): Token {
        this.#state = 'initial';
        return this.#take('END_OF_LINE', this.#offset + length);
    }

    #openingQuote(offset: number): Token | undefined {
        if (this.#code(offset) !== DOUBLE_QUOTE) {
            return undefined;
        }
        this.#push('quotes');
        return this.#take(`'"'`, offset + 1);
    }

    #openVariable(): Token {
        this.#push('variable');
        return this.#take('TC_DOLLAR_CURLY', this.#offset + 2);
    }

    /** Undefined where two single quotes follow each other: PHP's single-quoted strings hold at least one character. */
    #singleQuoted(): Token | undefined {
        const start = this.#offset;
        if (this.#code(start + 1) === SINGLE_QUOTE) {
            return undefined;
        }
        const close = this.#text.indexOf(`'`, start + 1);
        if (close < 0 || close >= this.#end) {
            return this.#stop({ silent: true });
        }
        return this.#take('TC_RAW', close + 1, this.#text.slice(start + 1, close));
    }

    /** A constant, a number, a keyword (in values), or else a string; undefined where not even one character fits. */
    #run(rules: RunRules): Token | undefined {
        const start = this.#offset;
        const end = matchRun(this.#text, start, this.#end, rules);
        if (end === start) {
            return undefined;
        }
        if (end < 0) {
            return this.#stop();
        }
        const found = rules === valueRun ? this.#keyword(end) : undefined;
        if (found) {
            return found;
        }
        const value = this.#text.slice(start, end);
        const kind = constant.test(value) ? 'TC_CONSTANT' : number.test(value) ? 'TC_NUMBER' : 'TC_STRING';
        return this.#take(kind, end, value);
    }

    #inBrackets(state: 'section' | 'offset'): Token {
        const start = this.#offset;
        const code = this.#code(start);
        const afterBlanks = skipBlanks(this.#text, start, this.#end);
        if (code === SINGLE_QUOTE) {
            return this.#singleQuoted() ?? this.#stop();
        }
        if (state === 'section' && code === CLOSE_BRACKET) {
            const end = skipBlanks(this.#text, start + 1, this.#end);
            this.#state = 'initial';
            this.#phpLine++;
            const newline = end < this.#end && isNewline(this.#text.charCodeAt(end));
            return this.#take(`']'`, newline ? skipNewline(this.#text, end, this.#end) : end);
        }
        if (state === 'offset' && this.#code(afterBlanks) === CLOSE_BRACKET) {
            this.#state = 'initial';
            return this.#take(`']'`, afterBlanks + 1);
        }
        if (code === DOLLAR && this.#code(start + 1) === OPEN_BRACE) {
            return this.#openVariable();
        }
        return this.#openingQuote(afterBlanks) ?? this.#run(sectionRun) ?? this.#stop();
    }

    #variableBefore83(): Token {
        const start = this.#offset;
        if (this.#code(start) === CLOSE_BRACE) {
            this.#pop();
            return this.#take(`'}'`, start + 1);
        }
        const end = this.#labelEnd(start);
        if (end === start || end === this.#end) {
            return this.#stop();
        }
        return this.#take('TC_VARNAME', end, trimBlanks(this.#text.slice(start, end)));
    }

    #variable(): Token {
        const start = this.#offset;
        const code = this.#code(start);
        if (code === CLOSE_BRACE) {
            this.#pop();
            return this.#take(`'}'`, start + 1);
        }
        if (code === COLON && this.#code(start + 1) === MINUS) {
            return this.#startFallback(start + 2);
        }
        if (!this.#isLabel(code)) {
            return this.#stop();
        }
        if (code < 0x80 && this.#code(start + 1) === COLON && this.#code(start + 2) === MINUS) {
            // PHP takes a name of one byte for part of the `:-`.
            return this.#startFallback(start + 2);
        }
        let end = start + 1;
        while (end < this.#end && !this.#endsVariable(end)) {
            end++;
        }
        // PHP forgets the length of a name that ends with the file.
        const nameEnd = end === this.#end ? start + 1 : end;
        return this.#take('TC_VARNAME', end, trimBlanks(this.#text.slice(start, nameEnd)));
    }

    #endsVariable(offset: number): boolean {
        const code = this.#text.charCodeAt(offset);
        if (code === COLON) {
            return this.#code(offset + 1) === MINUS;
        }
        return code !== NUL && !this.#isLabel(code);
    }

    #startFallback(end: number): Token {
        this.#pop();
        this.#push('fallback');
        return this.#take('TC_FALLBACK', end);
    }

    #inFallback(): Token {
        const start = this.#offset;
        const code = this.#code(start);
        if (code === CLOSE_BRACE) {
            this.#pop();
            return this.#take(`'}'`, start + 1);
        }
        if (code === DOLLAR && this.#code(start + 1) === OPEN_BRACE) {
            return this.#openVariable();
        }
        return this.#openingQuote(skipBlanks(this.#text, start, this.#end)) ?? this.#run(fallbackRun) ?? this.#stop();
    }

    #inQuotes(): Token {
        const start = this.#offset;
        const code = this.#code(start);
        if (code === DOUBLE_QUOTE) {
            this.#pop();
            return this.#take(`'"'`, skipBlanks(this.#text, start + 1, this.#end));
        }
        if (code === DOLLAR && this.#code(start + 1) === OPEN_BRACE) {
            return this.#openVariable();
        }
        const end = quotedEnd(this.#text, start, this.#end, this.#dialect);
        const raw = this.#text.slice(start, end);
        this.#phpLine += countLineEndings(raw);
        return this.#take('TC_QUOTED_STRING', end, unescape(raw));
    }
}
