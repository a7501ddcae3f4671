/**
 * The lines of `tail` behind those that were shown already: from where the end of the one overlaps with the beginning
 * of the other.
 */
export function newLines(shown: readonly string[], tail: readonly string[]): readonly string[] {
    for (let overlap = Math.min(shown.length, tail.length); overlap > 0; overlap -= 1) {
        if (shown.slice(-overlap).every((line, index) => line === tail[index])) {
            return tail.slice(overlap);
        }
    }
    return tail;
}
