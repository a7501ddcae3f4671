import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import { findDirective } from '../../catalog/lookup.ts';
import { renderDirective } from '../../catalog/render.ts';
import { clientSupport, type ClientSupport } from '../../clientSupport.ts';
import type { DocumentContext } from '../../documentContext.ts';
import { toOffset } from '../positions.ts';
import { blockOffers } from './blocks.ts';
import { nameOffers } from './names.ts';
import { kinds, type Offer, toList } from './offer.ts';
import { placeAt, type Place } from './place.ts';
import { sectionOffers } from './sections.ts';
import { valueOffers } from './values.ts';
import { variableOffers } from './variables.ts';

const nothing: CompletionList = { isIncomplete: false, items: [] };
const plainClient = clientSupport({});

/** Names of directives where a line starts, their values behind the `=`, headings behind `[`, variables behind `${`. */
export function complete(
    context: DocumentContext,
    position: Position,
    client: ClientSupport = plainClient,
): CompletionList {
    const { document } = context;
    const offset = toOffset(document, position);
    const place = placeAt(document, offset);
    if (!place) {
        return nothing;
    }
    const typed = document.text.slice(place.replaced.start, offset);
    return toList(document, place.replaced, typed, offersAt(context, place, offset, client), client);
}

function offersAt(context: DocumentContext, place: Place, offset: number, client: ClientSupport): Offer[] {
    switch (place.kind) {
        case 'name':
            return [...nameOffers(context, place), ...blockOffers(context, place, client.snippets)];
        case 'value':
            return valueOffers(context, place);
        case 'section':
            return sectionOffers(place.isClosed, client.snippets);
        case 'variable':
            return variableOffers(context, offset, place.isClosed);
    }
}

/** With what the list leaves out, as it would be long: the documentation of a directive, for the PHP version of the document. */
export function resolveCompletion(
    item: CompletionItem,
    phpVersion: string,
    client: ClientSupport = plainClient,
): CompletionItem {
    const directive = item.kind === kinds.property ? findDirective(item.label) : undefined;
    if (!directive) {
        return item;
    }
    const value = renderDirective(directive, phpVersion);
    return { ...item, documentation: client.completionMarkdown ? { kind: 'markdown', value } : value };
}
