import { countBefore } from '../phpIni/sorted.ts';
import type { Range } from '../phpIni/syntax/nodes.ts';
import type { Piece } from './piece.ts';

interface Run {
    /** In the php.ini. */
    readonly made: Range;
    /** In the file. */
    readonly from: Range;
    /** Both have the same characters, so that every place has its like. */
    readonly same: boolean;
}

/** Between the places of a php.ini that was made of another file, and those of that file. */
export class PositionMap {
    readonly #runs: readonly Run[];

    private constructor(runs: readonly Run[]) {
        this.#runs = runs;
    }

    /** Pieces with where they stand in what was made, in its order. */
    static of(pieces: readonly (Piece & { readonly at: number })[], file: string): PositionMap {
        return new PositionMap(
            pieces.map(({ text, from, at }) => ({
                made: { start: at, end: at + text.length },
                from,
                same: file.slice(from.start, from.end) === text,
            })),
        );
    }

    /** Of what was made of several stretches, all that lies between them. */
    toFile({ start, end }: Range): Range {
        const from = this.#placeInFile(start, 'start');
        return { start: from, end: start === end ? from : Math.max(from, this.#placeInFile(end, 'end')) };
    }

    /** Undefined where nothing was made of the place. */
    toMade(offset: number): number | undefined {
        const around = this.#runs.filter(({ from }) => from.start <= offset && offset <= from.end);
        const run = around.find(({ same }) => same) ?? around[0];
        if (!run) {
            return undefined;
        }
        return run.same
            ? run.made.start + offset - run.from.start
            : offset === run.from.start && offset < run.from.end
              ? run.made.start
              : run.made.end;
    }

    /** Whether the stretch stands in the file in the same words. */
    isSame({ start, end }: Range): boolean {
        const run = this.#runs[countBefore(this.#runs, ({ made }) => made.start <= start) - 1];
        return run?.same === true && end <= run.made.end;
    }

    #placeInFile(offset: number, side: 'start' | 'end'): number {
        const before = countBefore(this.#runs, ({ made }) =>
            side === 'start' ? made.start <= offset : made.start < offset,
        );
        const run = this.#runs[Math.max(0, before - 1)];
        if (!run) {
            return 0;
        }
        const { made, from, same } = run;
        if (same) {
            return from.start + Math.min(Math.max(0, offset - made.start), from.end - from.start);
        }
        return side === 'start' && offset < made.end ? from.start : from.end;
    }
}
