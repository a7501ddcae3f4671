import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Where a value of JSON holds text, numbers, truth and nothing, and no more lists and objects. */
function leavesOf(value: unknown, path: Path = []): Path[] {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, item]) =>
              leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
          )
        : [path];
}

function leafOf(value: unknown, path: Path): unknown {
    return path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
}

/** A copy of which one place is otherwise. */
function withLeaf(value: unknown, path: Path, leaf: unknown): unknown {
    const copy: unknown = structuredClone(value);
    const [last] = path.slice(-1);
    if (last === undefined) {
        return leaf;
    }
    (leafOf(copy, path.slice(0, -1)) as Record<string, unknown>)[last] = leaf;
    return copy;
}

/** Lists in lists. */
function nestedText(depth: number): string {
    return '['.repeat(depth) + ']'.repeat(depth);
}

/** What no leaf can be: of another type, nested deeply, meant for JavaScript's prototypes. */
const NEVER: readonly unknown[] = [
    [],
    {},
    JSON.parse(nestedText(1000)),
    JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
    { toString: 1, length: 1 },
];

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
    string: [...NEVER, 0, -1, true, false],
    number: [...NEVER, '', '1', 'NaN', true, false],
    boolean: [...NEVER, 0, 1, '', 'true'],
    object: NEVER,
};

/** Longer than any text that a schema lets through, where it has a limit. */
export const HUGE = 'x'.repeat(2 * 1024 * 1024);

/** The value but for one leaf, in place of which stands what this leaf can never be. */
export function spoilt(value: unknown, more: readonly unknown[] = []): fc.Arbitrary<unknown> {
    return fc
        .constantFrom(...leavesOf(value))
        .chain(path =>
            fc
                .constantFrom(...(WRONG[typeof leafOf(value, path)] ?? NEVER), ...more)
                .map(leaf => withLeaf(value, path, leaf)),
        );
}

/** Anything that JSON can say, and texts that are none. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom('', 'null', '[]', '{}', '"', '{"__proto__":{"polluted":true}}', nestedText(100_000)),
    fc.anything({ withObjectString: true }).map(value => fc.stringify(value)),
);
