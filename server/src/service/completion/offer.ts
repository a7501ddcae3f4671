import type {
    CompletionItem,
    CompletionItemKind,
    CompletionItemTag,
    CompletionList,
    Range as LspRange,
} from 'vscode-languageserver';
import type { ClientSupport } from '../../model/clientSupport.ts';
import type { CompletionListData } from '../../phpIni/protocol.ts';
import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import { toRange } from '../positions.ts';
import { isSubsequence } from '../subsequence.ts';

/** Of the protocol's CompletionItemKind. */
export const kinds = {
    property: 10,
    value: 12,
    snippet: 15,
    module: 9,
    variable: 6,
} as const satisfies Record<string, CompletionItemKind>;

const deprecatedTag: CompletionItemTag = 1;
const snippetFormat = 2;

/** Something to choose. */
export interface Offer {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** What takes the place of what was typed; the label unless told. */
    readonly newText?: string;
    /** What is written behind that; the same for all offers of the first group, and none for others. */
    readonly behind?: string;
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

/** Where a list of offers is for. */
export interface ListPlace {
    readonly uri: string;
    /** The client's. */
    readonly document: Pick<PhpIniDocument, 'lines'>;
    readonly replaced: Range;
    /** What is typed already of what is replaced. */
    readonly typed: string;
}

/**
 * The offers that what was typed may still become, in the protocol's words; as little as possible of each, as there may
 * be a thousand. Offers come in groups, as some groups are the same objects each time.
 */
export function toList(
    { uri, document, replaced, typed }: ListPlace,
    groups: readonly (readonly Offer[])[],
    client: ClientSupport,
): CompletionList {
    const range = toRange(document, replaced);
    const wanted = typed.toLowerCase();
    const items = groups.flatMap(offers => {
        const all = client.editRangeDefaults ? placeless(offers, range, client) : itemsOf(offers, range, client);
        return wanted === '' ? all : all.filter((_, index) => isMeant(wanted, offers[index]));
    });
    const behindNames = client.writesBehindNames ? groups[0]?.[0]?.behind : undefined;
    const data: CompletionListData = { uri, ...(behindNames !== undefined && { behindNames }) };
    const itemDefaults = {
        ...(client.editRangeDefaults && { editRange: range }),
        ...(client.dataDefaults && { data }),
    };
    return {
        isIncomplete: false,
        ...(Object.keys(itemDefaults).length > 0 && { itemDefaults }),
        items: client.dataDefaults ? items : items.map(item => ({ ...item, data })),
    };
}

function isMeant(wanted: string, offer: Offer | undefined): boolean {
    return offer !== undefined && isSubsequence(wanted, (offer.filterText ?? offer.label).toLowerCase());
}

const known = new WeakMap<ClientSupport, WeakMap<readonly Offer[], readonly CompletionItem[]>>();

/** Of a group that is made once, the same items each time: they say nothing of where. */
function placeless(offers: readonly Offer[], range: LspRange, client: ClientSupport): readonly CompletionItem[] {
    const ofClient = known.get(client) ?? new WeakMap<readonly Offer[], readonly CompletionItem[]>();
    known.set(client, ofClient);
    const items = ofClient.get(offers) ?? itemsOf(offers, range, client);
    ofClient.set(offers, items);
    return items;
}

function itemsOf(offers: readonly Offer[], range: LspRange, client: ClientSupport): readonly CompletionItem[] {
    return offers.map(offer => toItem(offer, range, client));
}

function toItem(offer: Offer, range: LspRange, client: ClientSupport): CompletionItem {
    const { label, kind, behind = '', detail, documentation, filterText, sortText } = offer;
    const isShort = behind !== '' && client.editRangeDefaults && client.writesBehindNames;
    const text = (offer.newText ?? label) + (isShort ? '' : behind);
    const item: CompletionItem = isShort ? { label } : { label, kind };
    if (!client.editRangeDefaults) {
        item.textEdit = { range, newText: text };
    } else if (text !== label) {
        item.textEditText = text;
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
