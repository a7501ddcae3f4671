/**
 * The candidate with the fewest typing errors (letters missing, added, changed or swapped), up to `limit`; undefined
 * where two are equally near.
 */
export function nearest(word: string, candidates: Iterable<string>, limit: number): string | undefined {
    let best: string | undefined;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        const distance = editDistance(word, candidate, Math.min(limit, bestDistance));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        } else if (distance === bestDistance) {
            best = undefined;
        }
    }
    return bestDistance <= limit ? best : undefined;
}

/** Damerau-Levenshtein distance (adjacent swaps count once); more than `limit` as soon as it is sure to be more. */
function editDistance(a: string, b: string, limit: number): number {
    if (Math.abs(a.length - b.length) > limit) {
        return limit + 1;
    }
    let start = 0;
    while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) {
        start++;
    }
    let aEnd = a.length;
    let bEnd = b.length;
    while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
        aEnd--;
        bEnd--;
    }
    return distanceOf(a.slice(start, aEnd), b.slice(start, bEnd), limit);
}

function distanceOf(a: string, b: string, limit: number): number {
    let before: number[] = [];
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    let leastBefore = 0;
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        let least = i;
        for (let j = 1; j <= b.length; j++) {
            const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
            }
            next.push(cost);
            least = Math.min(least, cost);
        }
        // A swap reaches two rows back, and adds one to what stands there.
        if (least > limit && leastBefore >= limit) {
            return limit + 1;
        }
        leastBefore = least;
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}
