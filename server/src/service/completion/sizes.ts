import type { Directive } from '../../catalog/directive.ts';
import { defaultOf, rangeOf } from '../../catalog/lookup.ts';
import type { Candidate } from './candidate.ts';

/** What people set instead of a default: the half of it, and up to eight times as much. */
const factors = [1, 0.5, 2, 4, 8];

const suffixes = [
    ['G', 1024 ** 3],
    ['M', 1024 ** 2],
    ['K', 1024],
] as const;

/**
 * Usual values of directives that hold an amount of memory, the default first; none for others, and where the default
 * is no amount.
 */
export function sizeCandidates(directive: Directive, phpVersion: string): readonly Candidate[] {
    const { unit } = directive;
    const written = defaultOf(directive, phpVersion);
    const standard = bytesIn(written);
    if (directive.type !== 'integer' || (unit !== 'bytes' && unit !== 'megabytes') || standard === undefined) {
        return [];
    }
    const { minimum, maximum } = rangeOf(directive, phpVersion);
    return factors
        .map(factor => standard * factor)
        .filter(amount => Number.isInteger(amount) && amount >= Math.max(1, minimum) && amount <= maximum)
        .map(amount => ({
            value: amount === standard ? written : unit === 'bytes' ? inShort(amount) : String(amount),
            ...(amount === standard && { detail: 'default' }),
        }));
}

/** Of `128M` or `8388608`; undefined for what is no positive whole number. */
function bytesIn(text: string): number | undefined {
    const [, digits, suffix = ''] = /^([1-9]\d*)([KMG]?)$/i.exec(text) ?? [];
    const factor = suffixes.find(([letter]) => letter === suffix.toUpperCase())?.[1] ?? 1;
    return digits === undefined ? undefined : Number(digits) * factor;
}

function inShort(bytes: number): string {
    const [letter, factor] = suffixes.find(([, size]) => bytes % size === 0) ?? ['', 1];
    return `${bytes / factor}${letter}`;
}
