import { findDirective } from '../../catalog/lookup.ts';
import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { meansTheSame } from '../../rules/support/values.ts';
import { withoutSecret } from '../../phpIni/secrets.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { type HeldValue, inForce } from '../values/inForce.ts';
import { amountInWords, knownValue } from '../values/meaning.ts';
import { listed } from '../values/words.ts';

/**
 * What is in force on the node that the document lies on, beside what the line says, and on the nodes that have
 * something else.
 */
export function nodeParagraphs(context: DocumentContext, name: string, node?: AssignmentNode): string[] {
    const found = inForce(context, name);
    if (!found) {
        return [];
    }
    const { own, others, known } = found;
    // A line that is in force everywhere needs no list of nodes.
    const where = others.length === 0 && known > 1 ? `all ${known} nodes` : nodesOf(own);
    const sentences = [
        ...ownSentence(context, own, where, name, node),
        ...others.map(other =>
            other.value === undefined
                ? `PHP on ${nodesOf(other)} does not have it.`
                : `On ${nodesOf(other)}: ${shown(other.value, name)}.`,
        ),
    ];
    return sentences.length > 0 ? [sentences.join(' ')] : [];
}

function ownSentence(
    context: DocumentContext,
    { value }: HeldValue,
    where: string,
    name: string,
    node: AssignmentNode | undefined,
): string[] {
    if (value === undefined) {
        return findDirective(name) ? [`PHP on ${where} does not have it.`] : [];
    }
    return [
        `In force on ${where}: ${shown(value, name)}${differs(context, value, name, node) ? ', **not what this line says**' : ''}.`,
    ];
}

function differs(context: DocumentContext, value: string, name: string, node: AssignmentNode | undefined): boolean {
    if (!node || node.capturedBy || context.globalsOf(name).at(-1) !== node) {
        return false;
    }
    const written = knownValue(context, node);
    return written !== undefined && !meansTheSame(name, withoutSecret(name, written), value);
}

function shown(value: string, name: string): string {
    const directive = findDirective(name);
    if (directive?.type === 'boolean') {
        return value === '' || value === '0' ? '`Off`' : value === '1' ? '`On`' : code(value);
    }
    const words = directive && amountInWords(directive, value);
    return words === undefined ? code(value) : `${code(value)} (${words})`;
}

function nodesOf({ nodes }: HeldValue): string {
    return listed(nodes.map(code));
}
