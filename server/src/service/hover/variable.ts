import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, SectionNode } from '../../phpIni/syntax/nodes.ts';
import type { VariablePart } from '../../phpIni/syntax/value.ts';
import { knownValue, settingAbove } from '../values/meaning.ts';
import { grouped } from '../values/words.ts';
import { variablesOf } from '../variables.ts';
import type { Explanation } from './explanation.ts';

/** Of the innermost `${NAME}` at the offset: where its text comes from. */
export function variableExplanation(
    context: DocumentContext,
    node: AssignmentNode | SectionNode,
    offset: number,
): Explanation | undefined {
    const variable = variablesOf(node).findLast(({ start, end }) => start <= offset && offset < end);
    if (!variable || !node.reached) {
        return undefined;
    }
    const { start, end } = variable;
    return {
        range: { start, end },
        paragraphs: [fromSetting(context, variable) ?? fromEnvironment(context, variable)],
    };
}

function fromSetting(context: DocumentContext, { name, start }: VariablePart): string | undefined {
    const setting = settingAbove(context, name, start);
    if (!setting) {
        return undefined;
    }
    const value = knownValue(context, setting);
    const is = value === undefined ? '' : ` is ${code(value)}:`;
    return `${code(`\${${name}}`)}${is} the setting ${code(name)} of line ${grouped(setting.line + 1)}.`;
}

function fromEnvironment(context: DocumentContext, variable: VariablePart): string {
    const { name, start } = variable;
    const below = context.globalsOf(name).find(node => node.range.start > start);
    const sentences = [
        `${code(`\${${name}}`)} is what the environment of PHP has for ${code(name)}.`,
        ...(below ? [`Line ${grouped(below.line + 1)} sets it, but only below this one.`] : []),
        ...onNode(context, variable),
        ...(isSet(context, variable) ? [] : otherwise(context, variable)),
    ];
    return sentences.join(' ');
}

function isSet({ facts: { node } }: DocumentContext, { name }: VariablePart): boolean {
    return node?.php?.environmentVariables?.includes(name) === true;
}

/** Values stay on the node: only whether there is one is known. */
function onNode(context: DocumentContext, variable: VariablePart): string[] {
    const { node } = context.facts;
    return node?.php?.environmentVariables
        ? [`On ${code(node.node)} it is ${isSet(context, variable) ? 'set' : '**not set**'}.`]
        : [];
}

function otherwise({ document }: DocumentContext, { fallback, name }: VariablePart): string[] {
    if (fallback) {
        return ['Where it is not set, PHP takes what stands behind `:-`; what is set and empty stays empty.'];
    }
    // Before 8.3 the fallback is part of the name.
    const isFallback = name.includes(':-') && !document.dialect.fallbacks;
    return [
        isFallback
            ? 'This PHP knows no `:-`, which came with 8.3: the text is empty.'
            : 'Where it is not set, the text is empty.',
    ];
}
