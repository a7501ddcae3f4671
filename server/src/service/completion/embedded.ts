import { findDirective } from '../../catalog/lookup.ts';
import type { Directive } from '../../catalog/directive.ts';
import { isAdmin, isFlag, type EmbeddedLine } from '../../embedded/embeddedLine.ts';
import type { Embedding } from '../../embedded/embedding.ts';
import { wantedValue } from '../../embedded/fileChanges.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { isSwitch } from '../../rules/servers/serverSettings.ts';
import type { Offer } from './offer.ts';
import type { Place } from './place.ts';

export interface EmbeddedPlace {
    /** In the php.ini. */
    readonly place: Place;
    /** The quote that what is replaced starts with in the file: editors compare what is typed with it. */
    readonly quote: string;
}

/** Offers in the words of the file that the settings stand in; those that cannot be written there are left out. */
export function embeddedOffers(
    context: DocumentContext,
    embedding: Embedding,
    { place, quote }: EmbeddedPlace,
    offers: readonly Offer[],
): readonly Offer[] {
    const line = embedding.lineOf(context.document.lines.lineAt(place.replaced.start));
    if (!line) {
        return [];
    }
    if (place.kind === 'name') {
        return offers.flatMap(offer => nameOffer(embedding, place, line, offer));
    }
    return place.kind === 'value'
        ? offers.flatMap(offer => valueOffer(context, embedding, { line, quote }, offer))
        : offers;
}

function nameOffer(
    embedding: Embedding,
    { replaced }: Place,
    line: EmbeddedLine,
    { behind: _, ...offer }: Offer,
): readonly Offer[] {
    const directive = findDirective(offer.label);
    if (!directive || !takes(embedding, line, directive)) {
        return [];
    }
    const { file, format, lines } = embedding;
    const { end } = embedding.toFile(replaced);
    const newText = format.writeName(offer.label, file.slice(end, lines.endOf(end)));
    return newText === undefined ? [] : [{ ...offer, newText }];
}

/** Whether it would have an effect there. */
function takes({ format }: Embedding, { keyword }: EmbeddedLine, directive: Directive): boolean {
    if (!keyword) {
        return true;
    }
    const isApache = format.name !== 'pool';
    const mayBe = !isApache || directive.scope !== 'SYSTEM' || isAdmin(keyword.word);
    return mayBe && (!isFlag(keyword.word) || isSwitch(directive));
}

function valueOffer(
    { phpVersion }: DocumentContext,
    { file, format }: Embedding,
    { line, quote }: { readonly line: EmbeddedLine; readonly quote: string },
    offer: Offer,
): readonly Offer[] {
    const wanted = wantedValue(offer.newText ?? offer.label, phpVersion);
    const newText = wanted && format.writeValue(wanted, line, file);
    return newText === undefined ? [] : [{ ...offer, newText, filterText: quote + offer.label }];
}
