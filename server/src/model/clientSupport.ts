import type { ClientCapabilities } from 'vscode-languageserver';
import type { ServerOptions } from '../phpIni/protocol.ts';

/** What the client can show; what it does not say, it cannot. */
export interface ClientSupport {
    /** Of hovers. */
    readonly hoverMarkdown: boolean;
    /** Of the documentation of completions. */
    readonly completionMarkdown: boolean;
    readonly snippets: boolean;
    /** A list of completions may say once what all its items replace. */
    readonly editRangeDefaults: boolean;
    /** A list of completions may say once what all its items keep until they are resolved. */
    readonly dataDefaults: boolean;
    /** The client writes itself what belongs behind the name of a directive. */
    readonly writesBehindNames: boolean;
    readonly hierarchicalSymbols: boolean;
    readonly lineFoldingOnly: boolean;
    /** The most folding ranges that the client wants. */
    readonly foldingLimit: number;
}

export function clientSupport(
    { textDocument = {} }: ClientCapabilities,
    { writesBehindNames = false }: ServerOptions = {},
): ClientSupport {
    const { completion, documentSymbol, foldingRange, hover } = textDocument;
    const { completionItem, completionList } = completion ?? {};
    const dataDefaults = completionList?.itemDefaults?.includes('data') === true;
    return {
        hoverMarkdown: hover?.contentFormat?.includes('markdown') === true,
        completionMarkdown: completionItem?.documentationFormat?.includes('markdown') === true,
        snippets: completionItem?.snippetSupport === true,
        editRangeDefaults: completionList?.itemDefaults?.includes('editRange') === true,
        dataDefaults,
        writesBehindNames: writesBehindNames && dataDefaults,
        hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
        lineFoldingOnly: foldingRange?.lineFoldingOnly === true,
        foldingLimit: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    };
}
