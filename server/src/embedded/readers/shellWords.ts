import type { PlacedText } from '../../phpIni/project/dockerInstructions.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';

/** One character that a shell hands to a program, and where it stands in the file. */
export interface ShellCharacter {
    readonly sign: string;
    readonly from: Range;
    /** In which quotes it stands, if in any; `document` where it stands below the command. */
    readonly quote: 'none' | '"' | "'" | 'document';
}

/** What the shell puts in is not known: it stands there as `${NAME}`, of more than one sign. */
export type ShellWord = readonly ShellCharacter[];

export type ShellToken =
    | { readonly kind: 'word'; readonly word: ShellWord }
    /** `&&`, `;`, `|`, `{`, `>`, `>>`, `<<`, the end of a line, … */
    | { readonly kind: 'operator'; readonly text: string; readonly from: Range };

const operators = /&&|\|\||<<-?|>>|[;&|<>(){}\n]/y;
const expansion = /\$(?:\{[^}\n]*\}|\([^)\n]*\)|\w+)|`[^`\n]*`/y;

export function textOf(word: ShellWord): string {
    return word.map(({ sign }) => sign).join('');
}

export function shellTokens({ signs, offsets }: PlacedText): ShellToken[] {
    const tokens: ShellToken[] = [];
    let place = 0;
    const rangeOf = (start: number, end: number): Range => ({
        start: offsets[start] ?? 0,
        end: (offsets[end - 1] ?? 0) + 1,
    });
    const matchAt = (pattern: RegExp): string => {
        pattern.lastIndex = place;
        return pattern.exec(signs)?.[0] ?? '';
    };

    const readWord = (): ShellWord => {
        const word: ShellCharacter[] = [];
        let quote: '"' | "'" | 'none' = 'none';
        const add = (sign: string, length: number): void => {
            word.push({ sign, from: rangeOf(place, place + length), quote });
            place += length;
        };
        while (place < signs.length) {
            const sign = signs.charAt(place);
            if (quote === 'none' && (/\s/.test(sign) || matchAt(operators) !== '') && !isBrace(word, sign)) {
                break;
            }
            const unknown = quote === "'" ? '' : matchAt(expansion);
            if (sign === quote) {
                quote = 'none';
                place++;
            } else if (quote === 'none' && (sign === '"' || sign === "'")) {
                quote = sign;
                place++;
            } else if (unknown !== '') {
                add(unknown.startsWith('${') ? unknown : `\${${unknown.replace(/\W/g, '')}}`, unknown.length);
            } else if (sign === '\\' && quote !== "'" && isEscape(quote, signs.charAt(place + 1))) {
                add(signs.charAt(place + 1), 2);
            } else {
                add(sign, 1);
            }
        }
        return word;
    };

    while (place < signs.length) {
        const operator = matchAt(operators);
        if (operator !== '') {
            tokens.push({ kind: 'operator', text: operator, from: rangeOf(place, place + operator.length) });
            place += operator.length;
        } else if (/\s/.test(signs.charAt(place))) {
            place++;
        } else if (signs.charAt(place) === '#') {
            place += matchAt(/[^\n]*/y).length;
        } else {
            tokens.push({ kind: 'word', word: readWord() });
        }
    }
    return tokens;
}

/** Within a word a brace is one of its characters: `a{b`. */
function isBrace(word: ShellWord, sign: string): boolean {
    return word.length > 0 && (sign === '{' || sign === '}');
}

/** In double quotes a backslash is one unless it stands before what it could escape. */
function isEscape(quote: ShellCharacter['quote'], next: string): boolean {
    return next !== '' && (quote === 'none' || /["\\$`]/.test(next));
}
