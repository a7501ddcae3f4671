import type { DocumentContext } from '../../model/documentContext.ts';
import { kinds, type Offer } from './offer.ts';

/** What `${…}` finds: settings of this file above the line, then the environment of the node. */
export function variableOffers(context: DocumentContext, offset: number, isClosed: boolean): Offer[] {
    const close = isClosed ? '' : '}';
    const settings: Offer[] = [];
    for (const [name, nodes] of context.globals) {
        const node = nodes.findLast(({ range }) => range.end < offset);
        if (node) {
            settings.push({ label: name, kind: kinds.variable, newText: name + close, detail: node.rawValue });
        }
    }
    const environment = (context.facts.node?.php?.environmentVariables ?? []).map(name => ({
        label: name,
        kind: kinds.variable,
        newText: name + close,
        detail: `environment of ${context.facts.node?.node ?? ''}`,
        // People mean the environment; settings are there as well.
        sortText: ` ${name}`,
    }));
    return [...environment, ...settings];
}
