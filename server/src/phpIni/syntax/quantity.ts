/** What PHP makes of the text of an integer directive. */
export interface Quantity {
    readonly value: number;
    /** True where PHP skips a part of the text, or all of it. */
    readonly junk: boolean;
}

const factors: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const leading = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|\d+)/;

/**
 * As PHP reads it: the digits in front, times what the last letter stands for, whatever is between the two. `128MB` is
 * 128, `1.5G` is 1G. Measured on PHP 7.4 to 8.5; those from 8.2 on warn about junk.
 */
export function readQuantity(text: string): Quantity {
    const trimmed = text.trimEnd();
    if (trimmed.trim() === '') {
        return { value: 0, junk: false };
    }
    const match = leading.exec(trimmed);
    if (!match) {
        return { value: 0, junk: true };
    }
    const [all, sign = '', digits = ''] = match;
    const factor = factors[trimmed.slice(-1).toLowerCase()];
    const rest = trimmed.slice(all.length);
    const number = numberOf(digits) * (sign === '-' ? -1 : 1);
    if (rest === '') {
        return { value: number, junk: false };
    }
    return {
        value: factor === undefined ? number : number * factor,
        // Behind a lone 0 PHP looks for the letter of a number system, and takes a blank for one.
        junk: !(digits === '0' ? /^[kmg]$/i : /^[ \t\n\v\f\r]*[kmg]$/i).test(rest),
    };
}

/** As PHP reads an integer; undefined for what is not plainly one. */
export function integerOf(value: string): number | undefined {
    const quantity = readQuantity(value);
    const isPlain = value.trim() !== '' && !quantity.junk && Number.isSafeInteger(quantity.value);
    return isPlain ? quantity.value : undefined;
}

function numberOf(digits: string): number {
    if (/^0[0-7]+$/.test(digits)) {
        return Number.parseInt(digits, 8);
    }
    return Number(digits);
}
