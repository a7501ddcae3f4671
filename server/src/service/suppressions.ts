import type { PhpIniDocument } from '../phpIni/syntax/document.ts';

/**
 * `; php-ini-disable-next-line CODE CODE`: what is said of the next line under these codes, or under any, is not said.
 */
const directive = /^;+[ \t]*php-ini-disable-next-line\b[ \t]*(.*)/s;

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

/** Where a further code belongs in the comment above the line, from 0; undefined where there is none. */
export function suppressionAbove({ nodes, text }: PhpIniDocument, line: number): number | undefined {
    const above = nodes.find(node => node.kind === 'comment' && node.line === line - 1);
    const match = above && directive.exec(text.slice(above.range.start, above.range.end));
    if (!match) {
        return undefined;
    }
    const [whole, codes = ''] = match;
    return above.range.start + whole.length - codes.length + (codes.split('--')[0] ?? '').trimEnd().length;
}

export function isSuppressed(
    suppressions: ReadonlyMap<number, ReadonlySet<string>>,
    line: number,
    code: string,
): boolean {
    const codes = suppressions.get(line);
    return codes !== undefined && (codes.size === 0 || codes.has(code));
}
