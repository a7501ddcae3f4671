import fc from 'fast-check';

/** What php.ini is made of, and what no php.ini should hold. */
const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(
        '=', ' ', '\t', '\n', '\r', '\r\n', ';', '"', "'", '$', '\\', '{', '}', '[', ']', '(', ')', '|', '&', '^', '~', '!', ':', ',', '#', '\0', '${', ':-', '[]',
        '[HOST=', '[PATH=/', 'extension=', 'zend_extension = ', 'session.save_path = ', 'session.save_handler=', 'memory_limit', 'yes', 'None', 'null', 'E_ALL', '1', '-1',
        '128M', '99999999999999999999', 'tcp://', '; php-ini-disable-next-line ', '__proto__', 'constructor', '\uFEFF',
    ) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    // Editors hand over half a pair as well.
    { weight: 1, arbitrary: fc.constantFrom('\uD83D', '\uDC18', '\u{1f418}', 'é', '\u2028', '\u00a0', '“', '\x7f', '\x85') },
); // prettier-ignore

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** One change of a text: at a place, between 0 and 1, something goes, and something comes, perhaps again and again. */
export interface Mutation {
    readonly place: number;
    readonly removed: number;
    readonly added: string;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
    place,
    removed: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.nat(8) },
        { weight: 1, arbitrary: fc.nat(400) },
    ),
    added: fc.oneof(
        { weight: 6, arbitrary: piece },
        { weight: 1, arbitrary: fc.constant('') },
        {
            weight: 1,
            arbitrary: fc.tuple(piece, fc.integer({ min: 2, max: 30 })).map(([text, times]) => text.repeat(times)),
        },
    ),
});

/** Where a mutation takes place, in characters. */
export function spanOf(text: string, change: Mutation): { start: number; end: number } {
    const start = Math.floor(change.place * text.length);
    return { start, end: Math.min(text.length, start + change.removed) };
}

function mutate(text: string, change: Mutation): string {
    const { start, end } = spanOf(text, change);
    return text.slice(0, start) + change.added + text.slice(end);
}

/** The texts with a few mutations; some are put together from two. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
    const changes = fc.array(mutation, { maxLength: 6 });
    return fc.oneof(
        { weight: 4, arbitrary: fc.tuple(text, changes).map(([one, all]) => all.reduce(mutate, one)) },
        {
            weight: 1,
            arbitrary: fc
                .tuple(text, text, place, changes)
                .map(([one, other, where, all]) =>
                    all.reduce(
                        mutate,
                        one.slice(0, Math.floor(where * one.length)) + other.slice(Math.floor(where * other.length)),
                    ),
                ),
        },
    );
}
