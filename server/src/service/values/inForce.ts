import type { DocumentContext } from '../../model/documentContext.ts';
import type { ApplicationNodeFacts } from '../../phpIni/protocol.ts';
import { meansTheSame } from '../../rules/support/values.ts';
import { withoutSecret } from '../../phpIni/secrets.ts';

/**
 * A value, without what is secret in it, and the nodes that have it. Undefined: their PHP does not have the directive.
 */
export interface HeldValue {
    readonly value: string | undefined;
    readonly nodes: readonly string[];
}

export interface InForce {
    /** On the node that the document lies on. */
    readonly own: HeldValue;
    /** On nodes of the same environment where it is not the same. */
    readonly others: readonly HeldValue[];
    /** How many nodes, the document's own with them, said what they have. */
    readonly known: number;
}

/**
 * What PHP has in force on the nodes; undefined for documents elsewhere, and where the document's own node has not
 * said.
 */
export function inForce(context: DocumentContext, name: string): InForce | undefined {
    const { environment, node } = context.facts;
    if (!environment || !node?.php) {
        return undefined;
    }
    const own: HeldValue = { value: heldBy(node, name), nodes: [node.node] };
    const groups = new Map<string, { value: string | undefined; nodes: string[] }>();
    const known = environment.applications.filter(other => other.php);
    for (const other of known) {
        const value = heldBy(other, name);
        if (other.node !== node.node && !meansTheSame(name, value, own.value)) {
            const key = value === undefined ? '' : `=${value}`;
            const group = groups.get(key) ?? { value, nodes: [] };
            group.nodes.push(other.node);
            groups.set(key, group);
        }
    }
    return { own, others: [...groups.values()], known: known.length };
}

function heldBy({ php }: ApplicationNodeFacts, name: string): string | undefined {
    const value = php && Object.hasOwn(php.settings, name) ? php.settings[name] : undefined;
    return value === undefined ? undefined : withoutSecret(name, value);
}
