import { directivesOf, isDeprecated } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../documentContext.ts';
import { kinds, type Offer } from './offer.ts';
import type { Place } from './place.ts';

/** The directives that this PHP knows; those that the file sets already say what to. */
export function nameOffers(context: DocumentContext, place: Extract<Place, { kind: 'name' }>): Offer[] {
    const { phpVersion } = context;
    const section = place.section?.toLowerCase();
    return directivesOf(phpVersion).map(directive => {
        const { name } = directive;
        const detail = setTo(context, name);
        return {
            label: name,
            kind: kinds.property,
            ...(!place.hasEquals && { newText: `${name} = ` }),
            ...(detail !== undefined && { detail }),
            // Those of the section that one is in come first.
            ...(directive.extension === section && { sortText: ` ${name}` }),
            ...(isDeprecated(directive, phpVersion) && { deprecated: true }),
        };
    });
}

/** `= memcached, in line 12`; undefined where the file does not set it. */
function setTo(context: DocumentContext, name: string): string | undefined {
    const node = context.globalsOf(name).at(-1);
    return node && `= ${node.rawValue}, in line ${node.line + 1}`;
}
