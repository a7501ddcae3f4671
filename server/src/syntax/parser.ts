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

/** The depth at which PHP's parser gives up: `YYMAXDEPTH` of bison. */
const maximumDepth = 10_000;
const tooDeep = 'memory exhausted';

interface Failure {
    readonly token: Token;
    readonly message: string;
}

/**
 * PHP's grammar of php.ini, statement by statement. A statement is complete as soon as PHP's parser acts on it, which is before it looks
 * at the next token: `x = yes please` sets x, and fails at `please`. Messages list what was expected where bison does (up to four tokens).
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
                const parts = this.#parts(2);
                const last = parts && this.#expect(`']'`);
                return last && { kind: 'section', first, last, parts };
            }
            case 'TC_LABEL':
                return this.#peek().kind === `'='` ? this.#assignment(first) : { kind: 'bareKey', name: first };
            case 'TC_OFFSET': {
                const key = this.#parts(2);
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
                const expression = this.#expression(first);
                return expression && { ...head, ...expression };
            }
        }
    }

    /** All binary operators bind equally, from the left; the unary ones bind tighter. */
    #expression(first: Token): { value: Value; last: Token } | null {
        const steps: Step[] = [];
        const pending: (Operator | '(')[] = [];
        let parentheses = 0;
        let last = first;
        for (;;) {
            while (isOneOf(this.#peek().kind, `'~'`, `'!'`, `'('`)) {
                last = this.#next();
                pending.push(operatorOf(last) as Operator | '(');
                parentheses += last.kind === `'('` ? 1 : 0;
                if (pending.length + 4 >= maximumDepth) {
                    return this.#fail(tooDeep, last);
                }
            }
            if (!startsParts(this.#peek().kind)) {
                return this.#unexpected(this.#next());
            }
            const parts = this.#parts(pending.length + 4, token => (last = token));
            if (!parts) {
                return null;
            }
            steps.push({ parts });
            for (;;) {
                while (pending.length > 0 && pending.at(-1) !== '(') {
                    steps.push({ operator: pending.pop() as Operator });
                }
                if (parentheses === 0 || this.#peek().kind !== `')'`) {
                    break;
                }
                last = this.#next();
                pending.pop();
                parentheses--;
            }
            if (!isOneOf(this.#peek().kind, `'|'`, `'&'`, `'^'`)) {
                break;
            }
            last = this.#next();
            pending.push(operatorOf(last) as Operator);
        }
        if (parentheses > 0) {
            return this.#unexpected(this.#next(), `'^'`, `'|'`, `'&'`, `')'`);
        }
        return { value: { kind: 'expression', steps: steps.slice() }, last };
    }

    /** Pieces that are joined: words, blanks, quoted strings, variables. `depth` is how much of the parser's stack is in use. */
    #parts(depth: number, onToken: (token: Token) => void = () => undefined): readonly Part[] | null {
        // Copies, as an array that grew has room for sixteen more: a third of a document's memory.
        // Quotes and fallbacks contain pieces again; a stack of our own stands anything that a file may contain.
        const result: Part[] = [];
        const open: Frame[] = [{ parts: result, variable: undefined }];
        for (;;) {
            const frame = open.at(-1);
            const kind = this.#peek().kind;
            if (!frame) {
                return result.slice();
            }
            if (frame.variable) {
                if (!startsParts(kind)) {
                    const end = this.#closeVariable(open, frame.variable);
                    if (!end) {
                        return null;
                    }
                    onToken(end);
                    continue;
                }
            } else if (frame.quoted) {
                if (kind === `'"'`) {
                    open.pop();
                    onToken(this.#next());
                    continue;
                }
                if (!isOneOf(kind, 'TC_DOLLAR_CURLY', 'TC_QUOTED_STRING')) {
                    return this.#unexpected(this.#next(), 'TC_DOLLAR_CURLY', 'TC_QUOTED_STRING', `'"'`);
                }
            } else if (!startsParts(kind)) {
                return result.slice();
            }
            const token = this.#next();
            onToken(token);
            if (depth + open.length * 4 >= maximumDepth) {
                return this.#fail(tooDeep, token);
            }
            if (kind === 'TC_DOLLAR_CURLY') {
                const last = this.#openVariable(open, token, frame);
                if (!last) {
                    return null;
                }
                onToken(last);
            } else if (kind === `'"'`) {
                open.push({ parts: frame.parts, variable: undefined, quoted: true });
            } else {
                frame.parts.push(
                    kind === 'TC_CONSTANT'
                        ? { kind: 'constant', name: token.value }
                        : { kind: 'text', text: token.value },
                );
            }
        }
    }

    #openVariable(open: Frame[], start: Token, frame: Frame): Token | null {
        const name = this.#expect('TC_VARNAME');
        if (!name) {
            return null;
        }
        const variable = { name: name.value, start: start.start, into: frame.parts };
        if (this.#dialect.fallbacks && this.#peek().kind === 'TC_FALLBACK') {
            open.push({ parts: [], variable });
            return this.#next();
        }
        const end = this.#next();
        if (end.kind !== `'}'`) {
            return this.#dialect.fallbacks ? this.#unexpected(end, 'TC_FALLBACK', `'}'`) : this.#unexpected(end, `'}'`);
        }
        frame.parts.push({ kind: 'variable', name: variable.name, start: variable.start, end: end.end });
        return end;
    }

    #closeVariable(open: Frame[], variable: OpenVariable): Token | null {
        const end = this.#expect(`'}'`);
        if (!end) {
            return null;
        }
        const fallback = open.pop()?.parts ?? [];
        variable.into.push({ kind: 'variable', name: variable.name, start: variable.start, end: end.end, fallback });
        return end;
    }
}

interface OpenVariable {
    readonly name: string;
    readonly start: number;
    readonly into: Part[];
}

/** What pieces are being collected for: the whole, a quoted string (its pieces go to the whole), or a variable's fallback. */
interface Frame {
    readonly parts: Part[];
    readonly variable: OpenVariable | undefined;
    readonly quoted?: true;
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
