import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import { findDirective } from '../../catalog/lookup.ts';
import { renderDirective } from '../../catalog/render.ts';
import { clientSupport, type ClientSupport } from '../../model/clientSupport.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { shownOffset } from '../positions.ts';
import { blockDocumentation, blockOffers } from './blocks.ts';
import { embeddedOffers } from './embedded.ts';
import { nameOffers, setTo } from './names.ts';
import { kinds, type Offer, toList } from './offer.ts';
import { placeAt, type Place } from './place.ts';
import { parameterOffers } from './redisParameters.ts';
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
    const { document, embedding, uri } = context;
    const offset = shownOffset(context, position);
    const place = offset === undefined ? undefined : placeAt(document, offset);
    if (!place || offset === undefined) {
        return nothing;
    }
    const within = place.kind === 'value' ? parameterOffers(context, place, offset, client.snippets) : undefined;
    const { replaced } = within ?? place;
    const groups = within ? [within.offers] : offersAt(context, place, offset, client);
    if (embedding) {
        const inFile = embedding.toFile(replaced);
        const typed = embedding.file.slice(inFile.start, embedding.toFile({ start: offset, end: offset }).start);
        const quote = /^["']/.exec(typed)?.[0] ?? '';
        const own = within
            ? groups.filter(() => embedding.isVerbatim({ start: replaced.start - 1, end: replaced.end }))
            : groups.map(offers => embeddedOffers(context, embedding, { place, quote }, offers));
        return toList({ uri, document: embedding, replaced: inFile, typed }, own, client);
    }
    const typed = document.text.slice(replaced.start, offset);
    return toList({ uri, document, replaced, typed }, groups, client);
}

function offersAt(
    context: DocumentContext,
    place: Place,
    offset: number,
    client: ClientSupport,
): readonly (readonly Offer[])[] {
    switch (place.kind) {
        case 'name':
            return [nameOffers(context, place), blockOffers(context, place, client.snippets)];
        case 'value':
            return [valueOffers(context, place)];
        case 'section':
            return [sectionOffers(place.isClosed, client.snippets)];
        case 'variable':
            return [variableOffers(context, offset, place.isClosed)];
    }
}

/** With what the list leaves out, as it would be long: what the directive is set to now, and its documentation. */
export function resolveCompletion(
    item: CompletionItem,
    context: DocumentContext,
    client: ClientSupport = plainClient,
): CompletionItem {
    const name = item.kind === undefined || item.kind === kinds.property ? item.label : '';
    const directive = findDirective(name);
    const format = client.completionMarkdown ? 'markdown' : 'plaintext';
    const value = directive
        ? renderDirective(directive, context.phpVersion, format)
        : item.kind === kinds.snippet
          ? blockDocumentation(context, item.label)
          : undefined;
    if (value === undefined) {
        return item;
    }
    const detail = directive && setTo(context, name);
    return {
        ...item,
        ...(detail !== undefined && { detail }),
        documentation: client.completionMarkdown ? { kind: 'markdown', value } : value,
    };
}
