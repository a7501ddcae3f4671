import type { PhpIniDocument } from '../syntax/document.ts';

/** `; php-ini-disable-next-line CODE CODE`: what is said of the next line under these codes, or under any, is not said. */
const directive = /^;+[ \t]*php-ini-disable-next-line\b[ \t]*(.*)$/;

/** By the line that they are about, from 0; an empty set stands for every code. */
export function suppressionsOf(document: PhpIniDocument): ReadonlyMap<number, ReadonlySet<string>> {
    const found = new Map<number, ReadonlySet<string>>();
    if (!document.text.includes('php-ini-disable-next-line')) {
        return found;
    }
    for (const { kind, line, range } of document.nodes) {
        const match = kind === 'comment' ? directive.exec(document.text.slice(range.start, range.end)) : null;
        if (match) {
            // What follows the codes may say why: `CODE -- legacy application`.
            const codes =
                (match[1] ?? '')
                    .split('--')[0]
                    ?.split(/[\s,]+/)
                    .filter(Boolean) ?? [];
            found.set(line + 1, new Set(codes));
        }
    }
    return found;
}

export function isSuppressed(
    suppressions: ReadonlyMap<number, ReadonlySet<string>>,
    line: number,
    code: string,
): boolean {
    const codes = suppressions.get(line);
    return codes !== undefined && (codes.size === 0 || codes.has(code));
}
