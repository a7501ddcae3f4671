import { InvalidArgumentError } from 'commander';

export function integer(text: string): number {
    if (!/^\d+$/.test(text)) {
        throw new InvalidArgumentError('It is not a whole number.');
    }
    return Number(text);
}

export function integerBetween(from: number, to: number): (text: string) => number {
    return text => {
        const value = integer(text);
        if (value < from || value > to) {
            throw new InvalidArgumentError(`It is not from ${from} to ${to}.`);
        }
        return value;
    };
}

/** Names with commas between them. */
export function nameList(text: string): readonly string[] {
    const names = text.split(',').map(name => name.trim());
    if (names.includes('')) {
        throw new InvalidArgumentError('There is a name missing.');
    }
    return names;
}
