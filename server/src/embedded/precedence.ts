import { isAdmin, type EmbeddedLine, type EmbeddedScope } from './embeddedLine.ts';

/**
 * Lines of one file that are scopes of their own, each of which is as long as the file: nobody has as many by
 * intention, and what comes behind is not looked at.
 */
export const MOST_APART = 50;

/**
 * In a php.ini the last line of a directive counts, in a pool of FPM the first one, and an admin word before all
 * others: those that another line beats make scopes of their own.
 */
export function withoutBeaten({ title, lines }: EmbeddedScope): EmbeddedScope[] {
    const winners = new Map<string, EmbeddedLine>();
    for (const line of lines.filter(setsSomething)) {
        const best = winners.get(nameOf(line));
        if (!best || (isByAdmin(line) && !isByAdmin(best))) {
            winners.set(nameOf(line), line);
        }
    }
    const isBeaten = (line: EmbeddedLine): boolean => setsSomething(line) && winners.get(nameOf(line)) !== line;
    return [
        { title, lines: lines.filter(line => !isBeaten(line)) },
        ...lines
            .filter(isBeaten)
            .slice(0, MOST_APART)
            .map(line => {
                const beatenBy = winners.get(nameOf(line));
                return { title, lines: [{ ...line, ...(beatenBy && { beatenBy }) }] };
            }),
    ];
}

/** Of these FPM takes each line. */
const collected = /^(?:extension|disable_functions|disable_classes)$/;

function setsSomething(line: EmbeddedLine): boolean {
    return line.keyword !== undefined && line.malformed !== true && !collected.test(nameOf(line));
}

function isByAdmin({ keyword }: EmbeddedLine): boolean {
    return keyword !== undefined && isAdmin(keyword.word);
}

function nameOf({ pieces }: EmbeddedLine): string {
    return pieces[0]?.text ?? '';
}
