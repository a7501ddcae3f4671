/** One measured number, beside its peer's from the same run where there is a peer. */
export interface Figure {
    readonly what: string;
    readonly unit: string;
    readonly ours: number;
    readonly peer?: number;
    readonly peerName?: string;
    readonly goal: string;
    readonly reached: boolean;
}

export function median(values: readonly number[]): number {
    return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
