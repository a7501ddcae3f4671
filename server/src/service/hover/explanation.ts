import type { Range } from '../../phpIni/syntax/nodes.ts';

/** What there is to say about a stretch of the document: paragraphs of Markdown. */
export interface Explanation {
    readonly range: Range;
    readonly paragraphs: readonly string[];
}

/** Our own Markdown, without its marks: code, strong words, links, lists. */
export function plainText(markdown: string): string {
    return markdown.replace(
        /(?<!`)(`+)(?!`)( ?)(.+?)\2(?<!`)\1(?!`)|\*\*|\[(\w[\w ]*)\]\((https:[^\s)]+)\)/g,
        (_all, _fence, _blank, code: string | undefined, title: string | undefined, address: string | undefined) =>
            code ?? (title === undefined ? '' : `${title}: ${address ?? ''}`),
    );
}
