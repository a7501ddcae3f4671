import fc from 'fast-check';

const pieces = [
    '', ' ', '\t', '\n', '\r', ' \n', '$ \n', '"', "'", '$', '\\', '=', ';', '[', ']', '(', '${', '}', '${a:-', '\0', '"a', '\uFEFF', 'é', '\uD83D',
]; // prettier-ignore

/** The texts with a few characters lost, or put in where they do harm. */
export function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...pieces));
    return fc.tuple(texts, fc.array(change, { maxLength: 4 })).map(([text, changes]) =>
        changes.reduce((result, [place, piece]) => {
            const offset = place % (result.length + 1);
            return result.slice(0, offset) + piece + result.slice(piece === '' ? offset + 1 : offset);
        }, text),
    );
}

export const phpVersion = fc.constantFrom('7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5');
