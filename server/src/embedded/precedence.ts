import { isAdmin, type EmbeddedLine, type EmbeddedScope } from './embeddedLine.ts';

/**
 * An admin word beats the others wherever it stands, and in a php.ini the last line counts: lines that an admin line
 * above them beats make scopes of their own.
 */
export function withoutBeaten(scopes: readonly EmbeddedScope[]): EmbeddedScope[] {
    return scopes.flatMap(({ title, lines }) => {
        const admin = new Map<string, EmbeddedLine>();
        const counted: EmbeddedLine[] = [];
        const beaten: EmbeddedLine[] = [];
        for (const line of lines) {
            const name = line.pieces[0]?.text ?? '';
            const winner = line.keyword && !isAdmin(line.keyword.word) ? admin.get(name) : undefined;
            if (winner) {
                beaten.push({ ...line, beatenBy: winner });
            } else {
                counted.push(line);
            }
            if (line.keyword && isAdmin(line.keyword.word) && line.malformed !== true) {
                admin.set(name, line);
            }
        }
        return [{ title, lines: counted }, ...beaten.map(line => ({ title, lines: [line] }))];
    });
}
