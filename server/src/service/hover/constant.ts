import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { constantsOf } from '../../phpIni/syntax/constants.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { levelMeaning } from '../values/levels.ts';
import { dependsOnBuild } from '../values/meaning.ts';
import type { Explanation } from './explanation.ts';
import { readingParagraphs } from './reading.ts';

const word = /[A-Za-z_]\w*/g;

/** Of a constant that stands alone in a value, outside of quotes: its number, and what it stands for. */
export function constantExplanation(
    context: DocumentContext,
    node: AssignmentNode,
    offset: number,
): Explanation | undefined {
    const { document, phpVersion } = context;
    const { rawValue, valueRange, value } = node;
    if (value.kind !== 'expression' || !node.reached) {
        return undefined;
    }
    const names = new Set(
        value.steps
            .flatMap(step => ('parts' in step ? step.parts : []))
            .map(part => (part.kind === 'constant' ? part.name : '')),
    );
    const whole = value.steps.length > 1 ? readingParagraphs(context, node, context.directiveOf(node)) : [];
    for (const { 0: name, index } of rawValue.matchAll(word)) {
        const start = valueRange.start + index;
        if (start <= offset && offset <= start + name.length) {
            const number = constantsOf(phpVersion).get(name);
            const known = number !== undefined && names.has(name) && !isQuoted(document.text, valueRange.start, start);
            return known
                ? { range: { start, end: start + name.length }, paragraphs: [describe(name, number), ...whole] }
                : undefined;
        }
    }
    return undefined;
}

function describe(name: string, value: string): string {
    if (dependsOnBuild(name)) {
        return `${code(name)}: a constant that depends on how PHP was built.`;
    }
    const meaning = levelMeaning(name);
    return `${code(name)} = ${code(value)}${meaning === undefined ? '' : `. ${meaning}`}`;
}

/** By the quotes in front of it. */
function isQuoted(text: string, from: number, to: number): boolean {
    let quote = '';
    for (let offset = from; offset < to; offset++) {
        const character = text.charAt(offset);
        if (quote === '' && (character === '"' || character === "'")) {
            quote = character;
        } else if (character === quote) {
            quote = '';
        }
    }
    return quote !== '';
}
