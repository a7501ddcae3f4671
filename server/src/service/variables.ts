import { skipBlanks } from '../phpIni/syntax/characters.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import type { PhpIniNode, Range } from '../phpIni/syntax/nodes.ts';
import type { Part, VariablePart } from '../phpIni/syntax/value.ts';

/** Each `${NAME}` of the node, also those in the fallback of another, in the order of the text. */
export function variablesOf(node: PhpIniNode): VariablePart[] {
    const found: VariablePart[] = [];
    // A stack of our own: fallbacks nest as deep as a file likes.
    const waiting: (readonly Part[])[] = partsOf(node).reverse();
    for (let parts = waiting.pop(); parts; parts = waiting.pop()) {
        for (const part of parts) {
            if (part.kind === 'variable') {
                found.push(part);
                if (part.fallback) {
                    waiting.push(part.fallback);
                }
            }
        }
    }
    return found.sort((a, b) => a.start - b.start);
}

function partsOf(node: PhpIniNode): (readonly Part[])[] {
    if (node.kind === 'section') {
        return [node.parts];
    }
    if (node.kind !== 'assignment') {
        return [];
    }
    const steps = node.value.kind === 'expression' ? node.value.steps : [];
    return [...(node.key ? [node.key] : []), ...steps.flatMap(step => ('parts' in step ? [step.parts] : []))];
}

/** Of the name between the braces, without the blanks around it. */
export function variableNameRange({ text }: PhpIniDocument, { name, start, end }: VariablePart): Range {
    const nameStart = skipBlanks(text, start + 2, end);
    return { start: nameStart, end: nameStart + name.length };
}
