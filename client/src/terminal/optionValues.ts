import { homedir } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { parseEndpoint } from '../engine/endpointAddress.ts';
import { Failure } from '../failure.ts';

export function integer(text: string): number {
    if (!/^\d+$/.test(text)) {
        throw new InvalidArgumentError('It is not a whole number.');
    }
    return Number(text);
}

export function integerBetween({ from, to }: { readonly from: number; readonly to: number }): (text: string) => number {
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

/** The address of an engine; whether there is such a context only this machine's Docker knows. */
export function engineAddress(text: string): string {
    if (!/^\s*context:/.test(text)) {
        try {
            parseEndpoint(text, '--engine', homedir());
        } catch (error) {
            throw error instanceof Failure ? new InvalidArgumentError(error.message) : error;
        }
    }
    return text;
}
