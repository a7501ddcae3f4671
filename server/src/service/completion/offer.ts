import type {
    CompletionItem,
    CompletionItemKind,
    CompletionItemTag,
    CompletionList,
    Range as LspRange,
} from 'vscode-languageserver';
import type { ClientSupport } from '../../clientSupport.ts';
import type { PhpIniDocument } from '../../syntax/document.ts';
import type { Range } from '../../syntax/nodes.ts';
import { toRange } from '../positions.ts';
import { isSubsequence } from '../subsequence.ts';

/** Of the protocol's CompletionItemKind. */
export const kinds = {
    property: 10,
    value: 12,
    snippet: 15,
    module: 9,
    variable: 6,
    constant: 21,
} as const satisfies Record<string, CompletionItemKind>;

const deprecatedTag: CompletionItemTag = 1;
const snippetFormat = 2;

/** Something to choose. */
export interface Offer {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** What takes the place of what was typed; the label unless told. */
    readonly newText?: string;
    /** `newText` has tab stops in it: `${1:host}`. */
    readonly isSnippet?: boolean;
    readonly detail?: string;
    /** Markdown. */
    readonly documentation?: string;
    /** What is typed is compared with this; the label unless told. */
    readonly filterText?: string;
    /** Offers are sorted by this; by the label unless told. */
    readonly sortText?: string;
    readonly deprecated?: boolean;
}

/** The offers that what was typed may still become, in the protocol's words; as little as possible of each, as there may be a thousand. */
export function toList(
    document: PhpIniDocument,
    replaced: Range,
    typed: string,
    offers: readonly Offer[],
    client: ClientSupport,
): CompletionList {
    const range = toRange(document, replaced);
    const wanted = typed.toLowerCase();
    const items: CompletionItem[] = [];
    for (const offer of offers) {
        if (wanted === '' || isSubsequence(wanted, (offer.filterText ?? offer.label).toLowerCase())) {
            items.push(client.editRangeDefaults ? placeless(offer, range, client) : toItem(offer, range, client));
        }
    }
    return {
        isIncomplete: false,
        ...(client.editRangeDefaults && { itemDefaults: { editRange: range } }),
        items,
    };
}

const known = new WeakMap<Offer, CompletionItem>();

/** Of an offer that is made again, the same item: it says nothing of where. */
function placeless(offer: Offer, range: LspRange, client: ClientSupport): CompletionItem {
    const item = known.get(offer) ?? toItem(offer, range, client);
    known.set(offer, item);
    return item;
}

function toItem(offer: Offer, range: LspRange, client: ClientSupport): CompletionItem {
    const { label, kind, newText, detail, documentation, filterText, sortText } = offer;
    const item: CompletionItem = { label, kind };
    if (!client.editRangeDefaults) {
        item.textEdit = { range, newText: newText ?? label };
    } else if (newText !== undefined && newText !== label) {
        item.textEditText = newText;
    }
    if (offer.isSnippet === true) {
        item.insertTextFormat = snippetFormat;
    }
    if (detail !== undefined) {
        item.detail = detail;
    }
    if (documentation !== undefined) {
        item.documentation = client.completionMarkdown ? { kind: 'markdown', value: documentation } : documentation;
    }
    if (filterText !== undefined && filterText !== label) {
        item.filterText = filterText;
    }
    if (sortText !== undefined) {
        item.sortText = sortText;
    }
    if (offer.deprecated === true) {
        item.tags = [deprecatedTag];
    }
    return item;
}
