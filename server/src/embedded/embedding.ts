import type { LineTable } from '../phpIni/syntax/lines.ts';
import type { Range } from '../phpIni/syntax/nodes.ts';
import type { EmbeddedLine, EmbeddedScope } from './embeddedLine.ts';
import type { Format } from './format.ts';
import { at, instead, type Piece } from './piece.ts';
import { PositionMap } from './positionMap.ts';

/**
 * The php.ini that the settings of one scope make, and how it lies in the file. Its lines have the numbers of the
 * file's: what rules say of lines is true there as well.
 */
export class Embedding {
    readonly format: Format;
    readonly title: string;
    /** Of the file. */
    readonly file: string;
    readonly lines: LineTable;
    /** As php.ini. */
    readonly text: string;
    readonly #map: PositionMap;
    /** By the number of the line in `text`. */
    readonly #byLine = new Map<number, EmbeddedLine>();
    /** Where the words that set something stand behind what they set. */
    readonly #keywords = new Map<EmbeddedLine, Range>();

    constructor(format: Format, file: string, lines: LineTable, scope: EmbeddedScope) {
        this.format = format;
        this.title = scope.title;
        this.file = file;
        this.lines = lines;
        let text = '';
        let line = 0;
        const placed: (Piece & { at: number })[] = [];
        const add = (piece: Piece): void => {
            placed.push({ ...piece, at: text.length });
            text += piece.text;
        };
        for (const embedded of scope.lines) {
            const wanted = lines.lineAt(embedded.pieces[0]?.from.start ?? embedded.whole.start);
            if (line < wanted) {
                // No range reaches into what lies between; where one would, it ends with the line.
                add(instead('\n'.repeat(wanted - line), at(embedded.whole.start)));
                line = wanted;
            }
            embedded.pieces.forEach(add);
            const { keyword } = embedded;
            const last = embedded.pieces.at(-1);
            if (keyword && last?.from.start === keyword.from.start) {
                this.#keywords.set(embedded, { start: text.length - last.text.length, end: text.length });
            }
            this.#byLine.set(line, embedded);
            add(instead('\n', at(embedded.pieces.at(-1)?.from.end ?? embedded.whole.end)));
            line++;
        }
        this.text = text;
        this.#map = PositionMap.of(placed, file);
    }

    /** Of a stretch of the php.ini, where it stands in the file. */
    toFile(range: Range): Range {
        return this.#map.toFile(range);
    }

    /** Of a place in the file, the one in the php.ini; undefined where no setting stands. */
    toIni(offset: number): number | undefined {
        return this.#map.toMade(offset);
    }

    /** Whether the stretch of the php.ini stands in the file in the same words. */
    isVerbatim(range: Range): boolean {
        return this.#map.isSame(range);
    }

    /** What the line, from 0, of the php.ini was made of. */
    lineOf(line: number): EmbeddedLine | undefined {
        return this.#byLine.get(line);
    }

    /** The word that sets what the line sets, in the comment behind it. */
    keywordOf(line: EmbeddedLine): Range | undefined {
        return this.#keywords.get(line);
    }

    /** All lines, with their numbers in the php.ini. */
    get embedded(): ReadonlyMap<number, EmbeddedLine> {
        return this.#byLine;
    }
}
