import type { Directive } from '../../catalog/directive.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { bomLength } from '../../phpIni/syntax/lines.ts';
import { constantsOf } from '../../phpIni/syntax/constants.ts';
import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import { Scanner } from '../../phpIni/syntax/scanner.ts';
import type { Token } from '../../phpIni/syntax/tokens.ts';
import type { TokenType } from './tokenLegend.ts';

export interface ValueToken {
    readonly type: TokenType;
    /** May hold line endings, and begin and end with blanks. */
    readonly range: Range;
}

/**
 * What PHP's scanner makes of the assignment behind its name: the key, the `=`, the value. Pieces of one string are one
 * token.
 */
export function valueTokens(
    document: PhpIniDocument,
    node: AssignmentNode,
    directive: Directive | undefined,
): ValueToken[] {
    const simple = simpleToken(document, node, directive);
    if (simple) {
        return [{ type: 'operator', range: { start: node.equalsOffset, end: node.equalsOffset + 1 } }, ...simple];
    }
    const found: ValueToken[] = [];
    const { text, dialect, lines } = document;
    // Behind a syntax error each line is read on its own.
    const limit = node.reached ? text.length : lines.startOf(node.line + 1) || text.length;
    const scanner = new Scanner(text, dialect, lines, Math.max(node.full.start, bomLength(text)), limit);
    for (;;) {
        const token = scanner.next();
        const end = Math.min(token.end, node.range.end);
        if (token.start >= end || token.kind === 'end of file') {
            break;
        }
        const type = typeOf(token, document, directive);
        if (type !== undefined && token.start >= node.nameRange.end) {
            append(found, { type, range: { start: token.start, end } });
        }
    }
    // `''`, which PHP's scanner has no token for.
    if (node.value.kind === 'empty' && node.rawValue !== '') {
        found.push({ type: 'string', range: node.valueRange });
    }
    return found;
}

const plainQuoted = /^(?:"[^"$\\]*"|'[^']*')$/;

/** Most values are one word, which the parser has told apart already; undefined where it takes a closer look. */
function simpleToken(
    { dialect }: PhpIniDocument,
    { key, value, valueRange, rawValue }: AssignmentNode,
    directive: Directive | undefined,
): ValueToken[] | undefined {
    if (key || value.kind === 'empty') {
        return key || rawValue !== '' ? undefined : [];
    }
    if (value.kind === 'keyword') {
        return [{ type: 'keyword', range: valueRange }];
    }
    const [step, ...more] = value.steps;
    const parts = step && more.length === 0 && 'parts' in step ? step.parts : [];
    const [part] = parts;
    if (parts.length !== 1 || part?.kind === 'variable') {
        return undefined;
    }
    const word = part?.kind === 'constant' ? part.name : part?.text;
    if (word !== rawValue) {
        return plainQuoted.test(rawValue) ? [{ type: 'string', range: valueRange }] : undefined;
    }
    return [{ type: typeOfWord(word, part?.kind === 'constant', dialect.version, directive), range: valueRange }];
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)[KMGkmg]?$/;

function typeOfWord(word: string, isName: boolean, version: string, directive: Directive | undefined): TokenType {
    if (isName && constantsOf(version).has(word)) {
        return 'enumMember';
    }
    if (number.test(word)) {
        return 'number';
    }
    return directive?.values?.some(({ value }) => value === word) ? 'enumMember' : 'string';
}

function typeOf(token: Token, { dialect }: PhpIniDocument, directive: Directive | undefined): TokenType | undefined {
    switch (token.kind) {
        case `'='`:
        case `'|'`:
        case `'&'`:
        case `'^'`:
        case `'~'`:
        case `'!'`:
        case `'('`:
        case `')'`:
        case 'TC_FALLBACK':
            return 'operator';
        case 'BOOL_TRUE':
        case 'BOOL_FALSE':
        case 'NULL_NULL':
            return 'keyword';
        case 'TC_CONSTANT':
        case 'TC_NUMBER':
        case 'TC_STRING':
            return typeOfWord(token.value, token.kind === 'TC_CONSTANT', dialect.version, directive);
        case 'TC_RAW':
        case 'TC_QUOTED_STRING':
        case 'TC_WHITESPACE':
        case `'"'`:
            return 'string';
        case 'TC_DOLLAR_CURLY':
        case 'TC_VARNAME':
        case `'}'`:
            return 'variable';
        default:
            return undefined;
    }
}

/** Strings and variables that touch are one token each, however many PHP's scanner makes of them. */
function append(found: ValueToken[], token: ValueToken): void {
    const last = found.at(-1);
    const joins =
        (token.type === 'string' || token.type === 'variable') &&
        last?.type === token.type &&
        last.range.end === token.range.start;
    if (last && joins) {
        found[found.length - 1] = { type: token.type, range: { start: last.range.start, end: token.range.end } };
    } else {
        found.push(token);
    }
}
