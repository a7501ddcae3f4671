import type { Dialect } from './dialect.ts';
import type { Scanner } from './scanner.ts';
import type { Token, TokenKind } from './tokens.ts';
import type { Operator, Part, Step, Value } from './value.ts';

/** What the grammar of php.ini makes of a few tokens. Offsets are of the statement's own characters. */
export type Statement =
    | { readonly kind: 'section'; readonly first: Token; readonly last: Token; readonly parts: readonly Part[] }
    | {
          readonly kind: 'assignment';
          readonly name: Token;
          readonly key?: readonly Part[];
          readonly equals: Token;
          readonly value: Value;
          readonly last: Token;
      }
    | { readonly kind: 'bareKey'; readonly name: Token }
    | { readonly kind: 'endOfLine'; readonly token: Token }
    | { readonly kind: 'end'; readonly token: Token }
    | { readonly kind: 'error'; readonly first: Token; readonly token: Token; readonly message: string };

/**
 * How high the stack of PHP's parser can grow: one below bison's `YYMAXDEPTH`. What stands on it counts from 0: where
 * it begins, the statements so far, then each token and each group of tokens that the grammar has a name for.
 */
const maximumHeight = 9_998;
const heightOfStatement = 2;

interface Failure {
    readonly token: Token;
    readonly message: string;
}

/**
 * PHP's grammar of php.ini, statement by statement. A statement is complete as soon as PHP's parser acts on it, which
 * is before it looks at the next token: `x = yes please` sets x, and fails at `please`. Messages list what was expected
 * where bison does (up to four tokens).
 */
export class Parser {
    readonly #scanner: Scanner;
    readonly #dialect: Dialect;
    #peeked: Token | undefined;
    /** Why a method gave null. No exception: a file may have an error in each line, and those are slow. */
    #failure: Failure | undefined;

    constructor(scanner: Scanner, dialect: Dialect) {
        this.#scanner = scanner;
        this.#dialect = dialect;
    }

    /** After `end` or `error` there is nothing more. */
    next(): Statement {
        const first = this.#next();
        const statement = this.#statement(first);
        return statement ?? { kind: 'error', first, ...(this.#failure ?? { token: first, message: '' }) };
    }

    #fail(message: string, token: Token): null {
        this.#failure = { message, token };
        return null;
    }

    #unexpected(token: Token, ...expected: TokenKind[]): null {
        const hint = expected.length === 0 ? '' : `, expecting ${expected.join(' or ')}`;
        return this.#fail(`syntax error, unexpected ${token.kind}${hint}`, token);
    }

    #next(): Token {
        const token = this.#peeked ?? this.#scanner.next();
        this.#peeked = undefined;
        return token;
    }

    /** The next token, which comes to stand at a height of the stack. */
    #shift(height: number): Token | null {
        const token = this.#next();
        return height > maximumHeight ? this.#fail('memory exhausted', token) : token;
    }

    #peek(): Token {
        return (this.#peeked ??= this.#scanner.next());
    }

    #statement(first: Token): Statement | null {
        switch (first.kind) {
            case 'end of file':
                return { kind: 'end', token: first };
            case 'END_OF_LINE':
                return { kind: 'endOfLine', token: first };
            case 'TC_SECTION': {
                const parts = this.#parts(heightOfStatement);
                const last = parts && this.#expect(`']'`);
                return last && { kind: 'section', first, last, parts };
            }
            case 'TC_LABEL':
                return this.#peek().kind === `'='` ? this.#assignment(first) : { kind: 'bareKey', name: first };
            case 'TC_OFFSET': {
                const key = this.#parts(heightOfStatement);
                return key && this.#expect(`']'`) && this.#assignment(first, key);
            }
            default:
                return this.#unexpected(first);
        }
    }

    #expect(kind: TokenKind): Token | null {
        const token = this.#next();
        return token.kind === kind ? token : this.#unexpected(token, kind);
    }

    #assignment(name: Token, key?: readonly Part[]): Statement | null {
        const equals = this.#expect(`'='`);
        if (!equals) {
            return null;
        }
        const first = this.#next();
        const head = { kind: 'assignment' as const, name, equals, ...(key && { key }) };
        switch (first.kind) {
            case 'BOOL_TRUE':
            case 'BOOL_FALSE':
            case 'NULL_NULL':
                return { ...head, value: { kind: 'keyword', value: first.value }, last: first };
            case 'END_OF_LINE':
                return { ...head, value: { kind: 'empty' }, last: first };
            default: {
                this.#peeked = first;
                // The name and the =, or the name, the key, the ] and the =.
                const expression = this.#expression(first, heightOfStatement + (key ? 3 : 1));
                return expression && { ...head, ...expression };
            }
        }
    }

    /**
     * All binary operators bind equally, from the left; the unary ones bind tighter. `height` is that of the stack
     * before it.
     */
    #expression(first: Token, height: number): { value: Value; last: Token } | null {
        const steps: Step[] = [];
        const pending: (Operator | '(')[] = [];
        let last: Token | null = first;
        for (;;) {
            while (isOneOf(this.#peek().kind, `'~'`, `'!'`, `'('`)) {
                last = this.#shift(++height);
                if (!last) {
                    return null;
                }
                pending.push(operatorOf(last) as Operator | '(');
            }
            if (!startsParts(this.#peek().kind)) {
                return this.#unexpected(this.#next());
            }
            const parts = this.#parts(height, token => (last = token));
            if (!parts) {
                return null;
            }
            steps.push({ parts });
            for (;;) {
                height -= reduce(pending, steps);
                if (pending.length === 0 || this.#peek().kind !== `')'`) {
                    break;
                }
                last = this.#shift(height + 2);
                if (!last) {
                    return null;
                }
                pending.pop();
                height--;
            }
            if (!isOneOf(this.#peek().kind, `'|'`, `'&'`, `'^'`)) {
                break;
            }
            height += 2;
            last = this.#shift(height);
            if (!last) {
                return null;
            }
            pending.push(operatorOf(last) as Operator);
        }
        if (pending.length > 0) {
            return this.#unexpected(this.#next(), `'^'`, `'|'`, `'&'`, `')'`);
        }
        // Copied, here and elsewhere: an array that grew has room for sixteen more, a third of a document's memory.
        return { value: { kind: 'expression', steps: steps.slice() }, last };
    }

    /** Pieces that are joined: words, blanks, quoted strings, variables. `height` is that of the stack below them. */
    #parts(height: number, onToken: (token: Token) => void = () => undefined): readonly Part[] | null {
        // Quotes and fallbacks contain pieces again; a stack of our own stands anything that a file may contain.
        const result: Part[] = [];
        const open: Frame[] = [{ parts: result, height, hasPieces: false }];
        for (;;) {
            const frame = open.at(-1);
            if (!frame) {
                return result.slice();
            }
            const { kind } = this.#peek();
            const closing = frame.quoted ? kind === `'"'` : !startsParts(kind);
            if (closing && open.length === 1) {
                return result.slice();
            }
            if (frame.quoted && !closing && !isOneOf(kind, 'TC_DOLLAR_CURLY', 'TC_QUOTED_STRING')) {
                return this.#unexpected(this.#next(), 'TC_DOLLAR_CURLY', 'TC_QUOTED_STRING', `'"'`);
            }
            const last = closing ? this.#close(open, frame) : this.#piece(open, frame);
            if (!last) {
                return null;
            }
            onToken(last);
        }
    }

    /** A piece, or the beginning of one that holds pieces again; the last token of it. */
    #piece(open: Frame[], frame: Frame): Token | null {
        const height = heightOf(frame) + 1;
        const token = this.#shift(height);
        if (!token) {
            return null;
        }
        frame.hasPieces = true;
        switch (token.kind) {
            case 'TC_DOLLAR_CURLY':
                return this.#openVariable(open, token, { frame, height });
            case `'"'`:
                // There are pieces in quotes even where there are none.
                open.push({ parts: frame.parts, height, hasPieces: true, quoted: true });
                break;
            case 'TC_CONSTANT':
                frame.parts.push({ kind: 'constant', name: token.value });
                break;
            default:
                frame.parts.push({ kind: 'text', text: token.value });
        }
        return token;
    }

    #openVariable(open: Frame[], start: Token, { frame, height }: { frame: Frame; height: number }): Token | null {
        const name = this.#peek().kind === 'TC_VARNAME' ? this.#shift(height + 1) : this.#expect('TC_VARNAME');
        if (!name) {
            return null;
        }
        const variable = { name: name.value, start: start.start, into: frame.parts };
        const { kind } = this.#peek();
        if (this.#dialect.fallbacks && kind === 'TC_FALLBACK') {
            open.push({ parts: [], height: height + 2, hasPieces: false, variable });
            return this.#shift(height + 2);
        }
        if (kind !== `'}'`) {
            const end = this.#next();
            return this.#dialect.fallbacks ? this.#unexpected(end, 'TC_FALLBACK', `'}'`) : this.#unexpected(end, `'}'`);
        }
        const end = this.#shift(height + 2);
        if (end) {
            frame.parts.push({ kind: 'variable', name: variable.name, start: variable.start, end: end.end });
        }
        return end;
    }

    /** The end of a quoted string, or of a variable with a fallback, which is something even where it is empty. */
    #close(open: Frame[], frame: Frame): Token | null {
        const { variable, height } = frame;
        if (variable && this.#peek().kind !== `'}'`) {
            return this.#expect(`'}'`);
        }
        const end = this.#shift(height + 2);
        if (!end) {
            return null;
        }
        open.pop();
        if (variable) {
            const { name, start, into } = variable;
            into.push({ kind: 'variable', name, start, end: end.end, fallback: frame.parts });
        }
        return end;
    }
}

interface OpenVariable {
    readonly name: string;
    readonly start: number;
    readonly into: Part[];
}

/**
 * What pieces are being collected for: the whole, a quoted string (its pieces go to the whole), or a variable's
 * fallback.
 */
interface Frame {
    readonly parts: Part[];
    /** Of the stack below the pieces, which, once there are some, take one place together. */
    readonly height: number;
    hasPieces: boolean;
    readonly variable?: OpenVariable;
    readonly quoted?: true;
}

function heightOf({ height, hasPieces }: Frame): number {
    return hasPieces ? height + 1 : height;
}

/** Makes steps of the operators up to the last open parenthesis; by how much that lowers the stack. */
function reduce(pending: (Operator | '(')[], steps: Step[]): number {
    let lowered = 0;
    for (let operator = pending.at(-1); operator !== undefined && operator !== '('; operator = pending.at(-1)) {
        steps.push({ operator });
        pending.pop();
        // A binary one has its left side below it.
        lowered += operator === '~' || operator === '!' ? 1 : 2;
    }
    return lowered;
}

function isOneOf(kind: TokenKind, ...kinds: TokenKind[]): boolean {
    return kinds.includes(kind);
}

function startsParts(kind: TokenKind): boolean {
    switch (kind) {
        case 'TC_CONSTANT':
        case 'TC_RAW':
        case 'TC_NUMBER':
        case 'TC_STRING':
        case 'TC_WHITESPACE':
        case 'TC_DOLLAR_CURLY':
        case `'"'`:
            return true;
        default:
            return false;
    }
}

function operatorOf(token: Token): string {
    return token.kind.charAt(1);
}
