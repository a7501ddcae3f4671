import type { Unit } from '../../catalog/directive.ts';

/**
 * `134,217,728`, to three decimals; without `Intl`, whose data take more memory than all the rest of a small document.
 */
export function grouped(value: number): string {
    const [whole = '', fraction] = String(Math.round(value * 1000) / 1000).split('.');
    const digits = whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, ',');
    return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** Two of `node`: `2 nodes`; one: `1 node`. */
export function counted(count: number, noun: string): string {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** How many of the smallest unit one of them is, of time: microseconds. */
const micro = { microseconds: 1, milliseconds: 1e3, seconds: 1e6, minutes: 6e7, hours: 3.6e9, days: 8.64e10 } as const;

const bytesOf = { bytes: 1, kilobytes: 1024, megabytes: 1024 ** 2 } as const;

/** `134,217,728 bytes`, `1,440 seconds`; without a unit the number alone. */
export function withUnit(value: number, unit: Unit | undefined): string {
    switch (unit) {
        case undefined:
            return grouped(value);
        case 'percent':
            return `${grouped(value)} %`;
        default:
            return counted(value, unit.slice(0, -1));
    }
}

/**
 * The same in a unit that people think in: 1440 seconds are `24 minutes`. Undefined where that says nothing new, and of
 * 0 and less, which have meanings of their own.
 */
export function inOtherUnit(value: number, unit: Unit | undefined): string | undefined {
    if (unit === undefined || value <= 0 || !Number.isSafeInteger(value)) {
        return undefined;
    }
    if (unit in micro) {
        return duration(value, unit as keyof typeof micro);
    }
    return unit in bytesOf ? size(value, unit as keyof typeof bytesOf) : undefined;
}

function duration(value: number, unit: keyof typeof micro): string | undefined {
    let rest = value * micro[unit];
    const parts: string[] = [];
    for (const name of ['days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'] as const) {
        const count = Math.floor(rest / micro[name]);
        rest -= count * micro[name];
        if (count > 0) {
            parts.push(counted(count, name.slice(0, -1)));
        }
    }
    const words = listed(parts);
    return words === withUnit(value, unit) ? undefined : words;
}

/** In PHP's own short form where it comes out even: 134217728 bytes are `128M`. */
function size(value: number, unit: keyof typeof bytesOf): string | undefined {
    if (unit !== 'bytes') {
        return withUnit(value * bytesOf[unit], 'bytes');
    }
    const exponent = [3, 2, 1].find(power => value % 1024 ** power === 0);
    return exponent === undefined ? undefined : `${grouped(value / 1024 ** exponent)}${'KMG'.charAt(exponent - 1)}`;
}
