import type { TextChange } from '../phpIni/syntax/nodes.ts';

/** The text with the changes made, which are in its order and do not overlap. */
export function applied(text: string, changes: readonly TextChange[]): string {
    let result = '';
    let end = 0;
    for (const { range, newText } of changes) {
        result += text.slice(end, range.start) + newText;
        end = range.end;
    }
    return result + text.slice(end);
}

/**
 * As many of the items as hold together, in their order, found by halves: all, or what holds of the first half with
 * what holds of the other.
 *
 * @param tries how often it is asked what holds; what is left then is left out
 */
export function heldTogether<Item>(
    items: readonly Item[],
    holds: (candidates: readonly Item[]) => boolean,
    tries = Infinity,
): readonly Item[] {
    let left = tries;
    const within = (some: readonly Item[], accepted: readonly Item[]): readonly Item[] => {
        if (some.length === 0 || left < 1) {
            return accepted;
        }
        left--;
        const all = [...accepted, ...some];
        if (holds(all)) {
            return all;
        }
        const middle = some.length >> 1;
        return middle === 0 ? accepted : within(some.slice(middle), within(some.slice(0, middle), accepted));
    };
    return within(items, []);
}
