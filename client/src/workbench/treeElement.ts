import type { Layer } from '../cluster/model/model.ts';
import type { FailureParts } from '../failure.ts';

/** A sentence of a failure that has a row of its own. */
export type Advice = keyof Pick<FailureParts, 'what' | 'kept' | 'next'>;

/**
 * What the tree hands to the editor: identity only, never contents. The same object stands for the same thing as long
 * as the tree lives, because the editor finds the row to refresh by the object.
 */
export type TreeElement =
    | { readonly kind: 'environment'; readonly id: string; readonly environment: string }
    | { readonly kind: 'layer'; readonly id: string; readonly environment: string; readonly layer: Layer }
    | { readonly kind: 'node'; readonly id: string; readonly environment: string; readonly node: string }
    | { readonly kind: 'others'; readonly id: string; readonly environment: string }
    | { readonly kind: 'other'; readonly id: string; readonly environment: string; readonly service: string }
    | { readonly kind: 'failure'; readonly id: 'failure' }
    | { readonly kind: 'advice'; readonly id: `advice/${string}`; readonly about: Advice };

const kinds: ReadonlySet<unknown> = new Set([
    ...['environment', 'layer', 'node', 'others', 'other', 'failure', 'advice'],
]);

/** A command's argument may be an element of the tree, an address, or nothing at all. */
export function isTreeElement(value: unknown): value is TreeElement {
    return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && kinds.has(value.kind);
}

/** Makes each element once. */
export class Elements {
    private readonly known = new Map<string, TreeElement>();

    environment(name: string): TreeElement {
        return this.once({ kind: 'environment', id: `environment/${name}`, environment: name });
    }

    layer(environment: string, layer: Layer): TreeElement {
        return this.once({ kind: 'layer', id: `layer/${environment}/${layer}`, environment, layer });
    }

    node(environment: string, node: string): TreeElement {
        return this.once({ kind: 'node', id: `node/${node}`, environment, node });
    }

    /** The services of a project that are no nodes, together. */
    others(environment: string): TreeElement {
        return this.once({ kind: 'others', id: `others/${environment}`, environment });
    }

    other(environment: string, service: string): TreeElement {
        return this.once({ kind: 'other', id: `other/${environment}/${service}`, environment, service });
    }

    failure(): TreeElement {
        return this.once({ kind: 'failure', id: 'failure' });
    }

    advice(about: Advice): TreeElement {
        return this.once({ kind: 'advice', id: `advice/${about}`, about });
    }

    private once(element: TreeElement): TreeElement {
        const known = this.known.get(element.id);
        if (known !== undefined) {
            return known;
        }
        this.known.set(element.id, element);
        return element;
    }
}
