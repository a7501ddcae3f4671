import { directivesOf, findDirective, isDeprecated } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { inForce } from '../values/inForce.ts';
import { kinds, type Offer } from './offer.ts';
import type { Place } from './place.ts';

const plain = new Map<string, readonly NameOffer[]>();

interface NameOffer extends Offer {
    readonly extension: string;
}

/**
 * The directives that this PHP knows, and that may be set in such a file; those of the section that one is in come
 * first.
 */
export function nameOffers(
    { phpVersion, isUserIni }: DocumentContext,
    place: Extract<Place, { kind: 'name' }>,
): readonly Offer[] {
    const known = plainOffers(phpVersion, place.hasEquals);
    const offers = isUserIni ? known.filter(({ label }) => findDirective(label)?.scope !== 'SYSTEM') : known;
    const section = place.section?.toLowerCase();
    return section === undefined
        ? offers
        : offers.map(offer => (offer.extension === section ? { ...offer, sortText: ` ${offer.label}` } : offer));
}

/**
 * What the directive is set to now: by the file, else on the node that the file lies on. Undefined where neither is
 * known.
 */
export function setTo(context: DocumentContext, name: string): string | undefined {
    const node = context.globalsOf(name).at(-1);
    if (node) {
        return `= ${node.rawValue}, in line ${node.line + 1}`;
    }
    const own = inForce(context, name)?.own;
    return own?.value === undefined ? undefined : `= ${own.value}, in force on ${own.nodes.join(', ')}`;
}

/** The same objects each time, as there are many, and they are asked for with every name that is typed. */
function plainOffers(phpVersion: string, hasEquals: boolean): readonly NameOffer[] {
    const key = `${phpVersion} ${hasEquals}`;
    const known = plain.get(key);
    if (known) {
        return known;
    }
    const offers = directivesOf(phpVersion).map(directive => ({
        label: directive.name,
        kind: kinds.property,
        extension: directive.extension,
        ...(!hasEquals && { behind: ' = ' }),
        ...(isDeprecated(directive, phpVersion) && { deprecated: true }),
    }));
    plain.set(key, offers);
    return offers;
}
