import { isAdmin, type EmbeddedLine, type EmbeddedScope } from './embeddedLine.ts';
import type { Format } from './format.ts';

/**
 * In a php.ini the last line of a directive counts. An admin word beats the others wherever it stands, and of lines
 * with the same kind of word the first one counts in a pool of FPM: those that are beaten by a line above them, or in a
 * pool by one below, make scopes of their own.
 */
export function withoutBeaten(scopes: readonly EmbeddedScope[], { firstCounts }: Format): EmbeddedScope[] {
    return scopes.flatMap(({ title, lines }) => {
        const winners = new Map<string, EmbeddedLine>();
        for (const line of lines.filter(setsSomething)) {
            const name = nameOf(line);
            const best = winners.get(name);
            if (!best || beats(line, best, firstCounts)) {
                winners.set(name, line);
            }
        }
        const places = new Map(lines.map((line, index) => [line, index]));
        const counted: EmbeddedLine[] = [];
        const beaten: EmbeddedLine[] = [];
        for (const [index, line] of lines.entries()) {
            const winner = setsSomething(line) ? winners.get(nameOf(line)) : undefined;
            const isBeaten = winner && winner !== line && (firstCounts || (places.get(winner) ?? 0) < index);
            (isBeaten ? beaten : counted).push(isBeaten ? { ...line, beatenBy: winner } : line);
        }
        return [{ title, lines: counted }, ...beaten.map(line => ({ title, lines: [line] }))];
    });
}

function setsSomething({ keyword, malformed }: EmbeddedLine): boolean {
    return keyword !== undefined && malformed !== true;
}

function nameOf({ pieces }: EmbeddedLine): string {
    return pieces[0]?.text ?? '';
}

/** Whether a line counts though another one stands above it. */
function beats({ keyword: later }: EmbeddedLine, { keyword: earlier }: EmbeddedLine, firstCounts: boolean): boolean {
    const [isLaterAdmin, isEarlierAdmin] = [later, earlier].map(one => one !== undefined && isAdmin(one.word));
    return isLaterAdmin === isEarlierAdmin ? !firstCounts : isLaterAdmin === true;
}
