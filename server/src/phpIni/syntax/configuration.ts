import { compareVersions, type Dialect } from './dialect.ts';

/**
 * An array that PHP holds: its elements by key, and the number of the next one that has no key; undefined before there
 * is any number.
 */
interface HeldArray<Held> {
    readonly elements: Map<string, Held>;
    next: bigint | undefined;
}

const integer = /^(?:0|-?[1-9]\d{0,18})$/;
const largest = 2n ** 63n - 1n;

/** Names and what PHP holds by them: each is either one thing or an array of things, as it was assigned to last. */
export class Configuration<Held extends object> {
    readonly #held = new Map<string, Held | HeldArray<Held>>();
    readonly #firstNumber: bigint | undefined;

    constructor(dialect: Dialect) {
        // PHP 8 counts on from a negative number.
        this.#firstNumber = compareVersions(dialect.version, '8.0') < 0 ? 0n : undefined;
    }

    set(name: string, held: Held): void {
        this.#held.set(name, held);
    }

    /** Sets the element of an array that `hold` makes of its key: the next number where `key` is empty. */
    setElement(name: string, key: string, hold: (key: string) => Held): void {
        const found = this.#held.get(name);
        const array: HeldArray<Held> = isArray(found) ? found : { elements: new Map(), next: this.#firstNumber };
        this.#held.set(name, array);
        const number = key === '' ? (array.next ?? 0n) : integer.test(key) ? BigInt(key) : undefined;
        if (number !== undefined && number <= largest) {
            array.next = array.next === undefined || number >= array.next ? number + 1n : array.next;
        } else if (key === '') {
            // There is no number left: PHP drops the value without a word.
            return;
        }
        const held = key === '' ? String(number) : key;
        array.elements.set(held, hold(held));
    }

    /** What the name stands for, or `array`. */
    get(name: string): Held | 'array' | undefined {
        const found = this.#held.get(name);
        return isArray(found) ? 'array' : found;
    }

    /** All that is held, the elements of arrays one by one. */
    *values(): Generator<Held> {
        for (const one of this.#held.values()) {
            if (isArray(one)) {
                yield* one.elements.values();
            } else {
                yield one;
            }
        }
    }
}

function isArray<Held extends object>(held: Held | HeldArray<Held> | undefined): held is HeldArray<Held> {
    return held !== undefined && 'elements' in held;
}
