import type { PhpIniDocument } from '../../phpIni/syntax/document.ts';
import type { AssignmentNode, SectionNode } from '../../phpIni/syntax/nodes.ts';
import type { Part, Value } from '../../phpIni/syntax/value.ts';

/**
 * Whether PHP reads the same from both, whatever constants and environment it has: settings and headings in order, and
 * how it ends.
 */
export function readsTheSame(a: PhpIniDocument, b: PhpIniDocument): boolean {
    if (a.error?.message !== b.error?.message || a.error?.phpLine !== b.error?.phpLine) {
        return false;
    }
    if ((a.silentEnd === undefined) !== (b.silentEnd === undefined)) {
        return false;
    }
    const [ofA, ofB] = [readNodes(a), readNodes(b)];
    return ofA.length === ofB.length && ofA.every((node, index) => isSameNode(node, ofB[index]));
}

type ReadNode = SectionNode | AssignmentNode;

function readNodes({ nodes }: PhpIniDocument): ReadNode[] {
    return nodes.filter(
        (node): node is ReadNode => node.reached && (node.kind === 'assignment' || node.kind === 'section'),
    );
}

function isSameNode(a: ReadNode, b: ReadNode | undefined): boolean {
    if (a.kind === 'section') {
        return b?.kind === 'section' && a.name === b.name && a.line === b.line && areSameParts(a.parts, b.parts);
    }
    return (
        b?.kind === 'assignment' &&
        a.name === b.name &&
        a.line === b.line &&
        areSameParts(a.key, b.key) &&
        isSameValue(a.value, b.value)
    );
}

function isSameValue(a: Value, b: Value): boolean {
    if (a.kind !== 'expression' || b.kind !== 'expression') {
        return a.kind === b.kind && (a.kind !== 'keyword' || b.kind !== 'keyword' || a.value === b.value);
    }
    return (
        a.steps.length === b.steps.length &&
        a.steps.every((step, index) => {
            const other = b.steps[index];
            if (other === undefined || 'operator' in step || 'operator' in other) {
                return (
                    other !== undefined && 'operator' in step && 'operator' in other && step.operator === other.operator
                );
            }
            return areSameParts(step.parts, other.parts);
        })
    );
}

function areSameParts(a: readonly Part[] | undefined, b: readonly Part[] | undefined): boolean {
    return a === undefined || b === undefined
        ? a === b
        : a.length === b.length && a.every((part, index) => isSamePart(part, b[index]));
}

function isSamePart(a: Part, b: Part | undefined): boolean {
    switch (a.kind) {
        case 'text':
            return b?.kind === 'text' && a.text === b.text;
        case 'constant':
            return b?.kind === 'constant' && a.name === b.name;
        case 'variable':
            return b?.kind === 'variable' && a.name === b.name && areSameParts(a.fallback, b.fallback);
    }
}
