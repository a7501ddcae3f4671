import { constantsOf } from '../../phpIni/syntax/constants.ts';

/** A set of flags as PHP computes it, and whether nothing else can be meant. */
export interface Flags {
    readonly text: string;
    readonly sure: boolean;
}

const token = /[ \t]*(?:([A-Za-z_]\w*|\d+)|(&&|\|\||[-+,|&^~!()]))[ \t]*/y;
const words: Readonly<Record<string, string>> = { and: '&', or: '|', xor: '^', not: '~' };
const signs: Readonly<Record<string, string>> = { '&&': '&', '||': '|', '!': '~' };

/**
 * What somebody has written who takes flags for numbers, lists or an expression of PHP: `E_ALL - E_NOTICE`, `E_ALL,
 * ~E_NOTICE`, `E_ALL and not E_NOTICE`. Undefined where PHP computes it as it stands, and for anything else.
 */
export function asFlags(written: string, phpVersion: string): Flags | undefined {
    const tokens = /^[-+]?\d*$/.test(written.trim()) ? undefined : tokensOf(written, phpVersion);
    if (!tokens) {
        return undefined;
    }
    const flags = new FlagWriter(/&&|\|\||\b(?:and|or|xor|not)\b/i.test(written));
    tokens.forEach((one, index) => {
        flags.add(one, tokens[index + 1]);
    });
    return flags.isChanged ? { text: flags.text, sure: flags.sure } : undefined;
}

function tokensOf(written: string, phpVersion: string): string[] | undefined {
    const constants = constantsOf(phpVersion);
    const tokens: string[] = [];
    token.lastIndex = 0;
    while (token.lastIndex < written.length) {
        const [, word, sign = ''] = token.exec(written) ?? [];
        if (word === undefined && sign === '') {
            return undefined;
        }
        const known = word === undefined ? sign : (words[word.toLowerCase()] ?? word);
        if (known === word && !/^\d/.test(word) && !constants.has(word)) {
            return undefined;
        }
        tokens.push(known === word ? word : (signs[known] ?? known));
    }
    return tokens;
}

/** Writes flags so that PHP computes them, from left to right as they were written. */
class FlagWriter {
    text = '';
    sure = true;
    /** Whether anything is written differently. */
    isChanged: boolean;
    #behindOperand = false;

    constructor(isChanged: boolean) {
        this.isChanged = isChanged;
    }

    add(one: string, next: string | undefined): void {
        switch (one) {
            case '-':
            case '+':
            case ',':
                this.isChanged = true;
                this.#arithmetic(one, next);
                break;
            case '|':
            case '&':
            case '^':
                this.#operator(one);
                break;
            case ')':
                this.text += one;
                break;
            default:
                if (this.#behindOperand) {
                    this.isChanged = true;
                    this.sure &&= one === '~';
                    this.#operator(one === '~' ? '&' : '|');
                }
                this.text += one;
                this.#behindOperand = one !== '~' && one !== '(';
        }
    }

    /** Of a list that takes nothing away, nobody knows whether it was to add. */
    #arithmetic(one: string, next: string | undefined): void {
        const isBinary = this.#behindOperand;
        if (one === '-') {
            this.text += isBinary ? ' & ' : '';
            this.text += next === '~' ? '' : '~';
        } else if (isBinary) {
            this.#operator(next === '~' ? '&' : '|');
        }
        this.sure &&= one !== ',' || next === '~';
        this.#behindOperand = false;
    }

    #operator(sign: string): void {
        this.text += ` ${sign} `;
        this.#behindOperand = false;
    }
}
