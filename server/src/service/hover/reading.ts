import type { Directive } from '../../catalog/directive.ts';
import { code } from '../../catalog/render.ts';
import { type DocumentContext, hasVariables } from '../../model/documentContext.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { hasLevels, levelsOf } from '../values/levels.ts';
import { amountInWords, knownValue } from '../values/meaning.ts';
import { grouped, listed } from '../values/words.ts';

/** What PHP makes of the line, where that is not what the line seems to say, and whether it counts. */
export function readingParagraphs(
    context: DocumentContext,
    node: AssignmentNode,
    directive: Directive | undefined,
): string[] {
    const value = knownValue(context, node);
    const sentences = [
        ...(value === undefined ? unknownValue(node) : meaning(context, node, directive, value)),
        ...whetherItCounts(context, node),
    ];
    return sentences.length > 0 ? [sentences.join(' ')] : [];
}

function unknownValue(node: AssignmentNode): string[] {
    return hasVariables(node) ? ['What PHP reads hangs on the environment that it runs in.'] : [];
}

function meaning(
    { phpVersion }: DocumentContext,
    node: AssignmentNode,
    directive: Directive | undefined,
    value: string,
): string[] {
    if (directive?.type === 'boolean') {
        return isPlainSwitch(node) ? [] : [`PHP takes ${code(value)} for **${isTrue(value) ? 'On' : 'Off'}**.`];
    }
    const reads = value === withoutQuotes(node.rawValue) ? [] : [`PHP reads ${code(value)}.`];
    if (!directive) {
        return reads;
    }
    return [
        ...reads,
        ...numberWords(directive, value),
        ...levelWords(directive, value, phpVersion),
        ...chosen(directive, value),
    ];
}

function isPlainSwitch(node: AssignmentNode): boolean {
    return /^(?:|0|1|on|off|yes|no|true|false)$/i.test(node.rawValue);
}

function withoutQuotes(raw: string): string {
    return raw.replace(/^(["'])(.*)\1$/s, '$2');
}

function numberWords(directive: Directive, value: string): string[] {
    if (directive.type !== 'integer') {
        return [];
    }
    const quantity = readQuantity(value);
    const isListed = directive.values?.some(one => one.value === value) === true;
    const isSwitch = directive.alsoBoolean === true && /^(?:on|off|yes|no|true|false)$/i.test(value);
    if (quantity.junk && !isListed && !isSwitch) {
        return [`PHP takes it for ${code(String(quantity.value))}: the rest is not part of a number.`];
    }
    const words = amountInWords(directive, value);
    return words === undefined ? [] : [`${code(value)} is ${words}.`];
}

function levelWords(directive: Directive, value: string, phpVersion: string): string[] {
    if (!hasLevels(directive.name) || !/^-?\d+$/.test(value)) {
        return [];
    }
    const { all, names } = levelsOf(Number(value), phpVersion);
    const few = listed(names.map(code));
    if (all) {
        return [names.length === 0 ? 'These are all levels.' : `These are all levels but ${few}.`];
    }
    return [names.length === 0 ? 'These are no levels.' : `These are ${few}.`];
}

function chosen({ values = [] }: Directive, value: string): string[] {
    const found = values.find(one => one.value === value);
    return found?.description === undefined ? [] : [`${code(value)}: ${found.description}.`];
}

function whetherItCounts({ document, globals }: DocumentContext, node: AssignmentNode): string[] {
    if (node.capturedBy) {
        const { name, line } = node.capturedBy;
        const where = node.section === node.capturedBy ? '' : ` (line ${grouped(line + 1)})`;
        return [`Only for ${code(`[${name}]`)}${where}: such a section does not end before the file does.`];
    }
    const last = node.key || isExtensionName(node.name) ? undefined : globals.get(node.name)?.at(-1);
    return last === undefined || last === node
        ? []
        : [
              `A later line of this file sets it again: line ${grouped(document.lines.lineAt(last.nameRange.start) + 1)} counts.`,
          ];
}
