import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { PhpIniNode, Range, SectionNode } from '../phpIni/syntax/nodes.ts';

/** Whether the offset is in the range, or at an edge of it. */
export function contains({ start, end }: Range, offset: number): boolean {
    return start <= offset && offset <= end;
}

/** The node with the comment behind it. */
export function withComment({ range, comment }: PhpIniNode): Range {
    return { start: range.start, end: Math.max(range.end, comment?.end ?? range.end) };
}

/** The line, from 0, on which the node ends: multi-line values end below the line that they start on. */
export function lastLineOf({ lines }: PhpIniDocument, node: PhpIniNode): number {
    const next = node.line + 1;
    const end = Math.max(node.range.start, node.range.end - 1);
    return next < lines.count && end >= lines.startOf(next) ? lines.lineAt(end) : node.line;
}

export interface SectionStretch {
    readonly section: SectionNode;
    /** From the heading to the end of the last node that belongs to the section, with its comment. */
    readonly range: Range;
    /** The indices, among the document's nodes, of the heading and of that last node. */
    readonly first: number;
    readonly last: number;
}

/**
 * The sections and what belongs to them, for people: up to the next heading, without the blank lines above that, and
 * without a comment that stands right above it, which announces the next section. To PHP a section is a heading and
 * nothing else.
 */
export function sectionStretches({ nodes }: PhpIniDocument): SectionStretch[] {
    const stretches: SectionStretch[] = [];
    const close = (first: number, next: number): void => {
        const section = nodes[first];
        if (section?.kind === 'section') {
            const last = lastOfSection(nodes, first, next);
            stretches.push({ section, first, last, range: { start: section.range.start, end: endOf(nodes[last]) } });
        }
    };
    let first = -1;
    for (let index = 0; index < nodes.length; index++) {
        if (nodes[index]?.kind === 'section') {
            close(first, index);
            first = index;
        }
    }
    close(first, nodes.length);
    return stretches;
}

function lastOfSection(nodes: readonly PhpIniNode[], first: number, next: number): number {
    let last = next - 1;
    if (next < nodes.length) {
        while (last > first && nodes[last]?.kind === 'comment') {
            last--;
        }
        // A comment that follows a setting or the heading directly may just as well be about that.
        last = nodes[last]?.kind === 'blank' ? last : next - 1;
    }
    while (last > first && nodes[last]?.kind === 'blank') {
        last--;
    }
    return last;
}

function endOf(node: PhpIniNode | undefined): number {
    return node ? withComment(node).end : 0;
}
