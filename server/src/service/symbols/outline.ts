import { isDeprecated, isRemoved } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, SectionNode } from '../../phpIni/syntax/nodes.ts';

/** How much of a value, or of an odd name, is shown in one line. */
const longest = 120;

/** Of the language server protocol's SymbolKind and SymbolTag. */
export const sectionKind = 3;
export const settingKind = 7;
const deprecatedTag = 1;

/** The section as the outline has it; never empty, which clients refuse. */
export function sectionTitle({ name }: SectionNode): string {
    return oneLine(name) || '[]';
}

/** `name`, or `name[key]` with the key as written. */
export function settingTitle({ document: { text } }: DocumentContext, node: AssignmentNode): string {
    const key = node.key ? text.slice(node.nameRange.end, node.equalsOffset) : '';
    return oneLine(node.name + key) || '=';
}

/** The value as written, and what is not as it seems. */
export function settingDetail(node: AssignmentNode): string {
    const value = oneLine(node.rawValue);
    return node.reached ? value : `${value} (not read: syntax error above)`;
}

/** Marked as what it is no use to set any more. */
export function settingTags(context: DocumentContext, node: AssignmentNode): { tags?: [typeof deprecatedTag] } {
    const directive = context.directiveOf(node);
    const { phpVersion } = context;
    const gone = directive && (isDeprecated(directive, phpVersion) || isRemoved(directive, phpVersion));
    return gone ? { tags: [deprecatedTag] } : {};
}

function oneLine(text: string): string {
    // Cut first: a value may be as long as the file.
    const cut = text
        .slice(0, longest + 1)
        .replace(/\s+/g, ' ')
        .trim();
    return cut.length > longest ? `${cut.slice(0, longest - 1)}\u2026` : cut;
}
