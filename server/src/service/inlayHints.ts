import type { InlayHint, Range } from 'vscode-languageserver';
import { type DocumentContext, hasVariables } from '../model/documentContext.ts';
import { meansTheSame } from '../rules/support/values.ts';
import { isSecret, withoutSecret } from '../phpIni/secrets.ts';
import { countBefore } from '../phpIni/sorted.ts';
import { isExtensionName } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode } from '../phpIni/syntax/nodes.ts';
import { toOffset, toPosition } from './positions.ts';
import { type HeldValue, inForce } from './values/inForce.ts';
import { hasLevels, levelsOf } from './values/levels.ts';
import { amountInWords, knownValue } from './values/meaning.ts';
import { counted, listed } from './values/words.ts';

/** The longest value that a hint shows in full. */
const MAX_LENGTH = 40;

/**
 * Behind settings of the range: what PHP makes of a value that does not say it by itself, and what is in force on the
 * nodes where that differs.
 */
export function inlayHints(context: DocumentContext, range: Range): InlayHint[] {
    const { document } = context;
    const start = toOffset(document, range.start);
    const end = toOffset(document, range.end);
    const hints: InlayHint[] = [];
    const { assignments } = document;
    const first = countBefore(assignments, ({ valueRange }) => valueRange.end < start);
    const last = countBefore(assignments, ({ valueRange }) => valueRange.end <= end);
    for (const node of assignments.slice(first, last)) {
        if (node.reached && !isExtensionName(node.name)) {
            const position = toPosition(document, node.valueRange.end);
            for (const { label, tooltip } of hintsOf(context, node)) {
                hints.push({ position, label, tooltip, paddingLeft: true });
            }
        }
    }
    return hints;
}

interface Hint {
    readonly label: string;
    /** Plain text. */
    readonly tooltip: string;
}

function hintsOf(context: DocumentContext, node: AssignmentNode): Hint[] {
    return [...valueHint(context, node), ...nodeHint(context, node)];
}

function valueHint(context: DocumentContext, node: AssignmentNode): Hint[] {
    const value = knownValue(context, node);
    if (value === undefined || isSecret(node.name)) {
        return [];
    }
    const directive = context.directiveOf(node);
    const hasSuffix = /[kmg]\s*$/i.test(value);
    const amount = directive && hasSuffix ? amountInWords(directive, value) : undefined;
    if (amount !== undefined) {
        // Digits as one types them: a hint is read beside code.
        const [exact = ''] = amount.split(':');
        return [{ label: `= ${exact.replaceAll(',', '')}`, tooltip: `PHP takes ${value} for ${amount}.` }];
    }
    return isWorkedOut(node) && value !== node.rawValue
        ? [{ label: `= ${short(value)}`, tooltip: readTooltip(context, node, value) }]
        : [];
}

/** An expression, a constant or `${NAME}`: what is written is not what is read. */
function isWorkedOut(node: AssignmentNode): boolean {
    const { value } = node;
    return (
        value.kind === 'expression' &&
        (hasVariables(node) ||
            value.steps.some(step => 'operator' in step || step.parts.some(part => part.kind === 'constant')))
    );
}

function readTooltip({ phpVersion }: DocumentContext, { name }: AssignmentNode, value: string): string {
    if (!hasLevels(name) || !/^-?\d+$/.test(value)) {
        return `PHP reads ${shownEmpty(value)}`;
    }
    const { all, names } = levelsOf(Number(value), phpVersion);
    const levels = all ? `all levels${names.length > 0 ? ` but ${listed(names)}` : ''}` : listed(names) || 'no levels';
    return `PHP reads ${value}: ${levels}`;
}

/** Only behind the line that gives the setting its value in this file. */
function nodeHint(context: DocumentContext, node: AssignmentNode): Hint[] {
    const counts = !node.capturedBy && !node.key && context.globalsOf(node.name).at(-1) === node;
    const found = counts ? inForce(context, node.name) : undefined;
    const value = knownValue(context, node);
    if (!found || value === undefined) {
        return [];
    }
    const written = withoutSecret(node.name, value);
    const { own, others, known } = found;
    const differs = (held: HeldValue): boolean =>
        held.value !== undefined && !meansTheSame(node.name, written, held.value);
    const differing = others.filter(differs);
    if (differs(own)) {
        const where = others.length === 0 && known > 1 ? `all ${known} nodes` : listed(own.nodes);
        const lines = [describe(own, where), ...differing.map(held => describe(held))];
        return [{ label: `in force: ${short(own.value ?? '')}`, tooltip: lines.join('\n') }];
    }
    return differing.length === 0
        ? []
        : [{ label: othersLabel(differing), tooltip: differing.map(held => describe(held)).join('\n') }];
}

function othersLabel(differing: readonly HeldValue[]): string {
    const nodes = differing.flatMap(held => held.nodes);
    const [first] = differing;
    const where = nodes.length === 1 ? nodes.join('') : counted(nodes.length, 'node');
    return `${where}: ${differing.length === 1 ? short(first?.value ?? '') : 'other values'}`;
}

function describe({ value = '', nodes }: HeldValue, where = listed(nodes)): string {
    return `In force on ${where}: ${shownEmpty(value)}`;
}

function short(value: string): string {
    const line = shownEmpty(value).replace(/\s+/g, ' ');
    return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}\u2026` : line;
}

function shownEmpty(value: string): string {
    return value === '' ? '(empty)' : value;
}
