import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { sectionStretches, withComment } from '../nodeRanges.ts';
import { sectionKind, sectionTitle, settingDetail, settingKind, settingTags, settingTitle } from './outline.ts';
import { toRange } from '../positions.ts';

/**
 * The sections with their settings, and the settings above the first section. Settings behind a syntax error are there
 * too, and say that they are not read: the outline is for diagnostic one's way, and a line that is being typed must not
 * empty it.
 */
export function documentSymbols(context: DocumentContext): DocumentSymbol[] {
    const { document } = context;
    const symbols: DocumentSymbol[] = [];
    const stretches = sectionStretches(document);
    let children = symbols;
    let next = 0;
    for (const node of document.nodes) {
        if (node.kind === 'section') {
            const stretch = stretches[next++];
            children = [];
            symbols.push({
                name: sectionTitle(node),
                ...(node.capturedBy && { detail: `only for ${sectionTitle(node.capturedBy)}` }),
                kind: sectionKind,
                range: toRange(document, stretch?.range ?? node.range),
                selectionRange: toRange(document, node.range),
                children,
            });
        } else if (node.kind === 'assignment') {
            children.push(settingSymbol(context, node));
        }
    }
    return symbols;
}

function settingSymbol(context: DocumentContext, node: AssignmentNode): DocumentSymbol {
    const { document } = context;
    return {
        name: settingTitle(context, node),
        detail: settingDetail(node),
        kind: settingKind,
        ...settingTags(context, node),
        range: toRange(document, withComment(node)),
        selectionRange: toRange(document, node.nameRange),
    };
}

/** The same without levels, in the order of the text: for clients that know no other form, and for searching. */
export function flatSymbols(context: DocumentContext): SymbolInformation[] {
    const { document, uri } = context;
    const symbols: SymbolInformation[] = [];
    for (const node of document.nodes) {
        if (node.kind === 'section') {
            const location = { uri, range: toRange(document, node.range) };
            symbols.push({ name: sectionTitle(node), kind: sectionKind, location });
        } else if (node.kind === 'assignment') {
            symbols.push({
                name: settingTitle(context, node),
                kind: settingKind,
                ...settingTags(context, node),
                location: { uri, range: toRange(document, node.range) },
                ...(node.section && { containerName: sectionTitle(node.section) }),
            });
        }
    }
    return symbols;
}
