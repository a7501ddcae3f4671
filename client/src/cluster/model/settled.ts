/**
 * Resolves when all have; rejects as the first that failed did, when all have ended: nothing is being done any more
 * while it is being undone.
 */
export async function allSettledOrThrow<Value>(work: readonly Promise<Value>[]): Promise<Value[]> {
    const values: Value[] = [];
    for (const result of await Promise.allSettled(work)) {
        if (result.status === 'rejected') {
            throw result.reason;
        }
        values.push(result.value);
    }
    return values;
}
