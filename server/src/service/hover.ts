import type { Hover, Position } from 'vscode-languageserver';
import { findDirective } from '../catalog/lookup.ts';
import { code, renderDirective } from '../catalog/render.ts';
import { type DocumentContext, hasVariables } from '../documentContext.ts';
import type { PhpIniDocument } from '../syntax/document.ts';
import { valuesOf } from '../syntax/evaluate.ts';
import type { AssignmentNode, Range } from '../syntax/nodes.ts';
import { nodeAt, toOffset, toRange } from './positions.ts';

/** On a directive: what it means, and what PHP makes of the value. Undefined where there is nothing to say. */
export function hover({ document }: DocumentContext, position: Position): Hover | undefined {
    const offset = toOffset(document, position);
    const node = nodeAt(document, offset);
    if (node?.kind !== 'assignment' && node?.kind !== 'disabledAssignment') {
        return undefined;
    }
    const onName = contains(node.nameRange, offset);
    if (!onName && !contains(node.valueRange, offset)) {
        return undefined;
    }
    const directive = findDirective(node.name);
    const parts = [
        ...(directive ? [`**${code(node.name)}**`] : []),
        ...(node.kind === 'assignment' ? effect(document, node) : []),
        ...(directive && onName ? [renderDirective(directive, document.dialect.version)] : []),
    ];
    if (parts.length === 0 || (!directive && node.kind === 'disabledAssignment')) {
        return undefined;
    }
    return {
        contents: { kind: 'markdown', value: parts.join('\n\n') },
        range: toRange(document, onName ? node.nameRange : node.valueRange),
    };
}

function contains({ start, end }: Range, offset: number): boolean {
    return start <= offset && offset <= end;
}

/** Said only where it is not what the line seems to say. */
function effect(document: PhpIniDocument, node: AssignmentNode): string[] {
    if (!node.reached) {
        return ['PHP does not read this line: it stops at the syntax error above.'];
    }
    const lines: string[] = [];
    const value = valuesOf(document).get(node) ?? '';
    if (!hasVariables(node) && value !== withoutQuotes(node.rawValue)) {
        lines.push(`PHP reads ${code(value)}.`);
    }
    if (node.capturedBy) {
        lines.push(`Only for ${code(`[${node.capturedBy.name}]`)}: such a section does not end before the file does.`);
    } else if (overridden(document, node)) {
        lines.push('A later line of this file sets it again.');
    }
    return lines;
}

function overridden(document: PhpIniDocument, node: AssignmentNode): boolean {
    const last = document.assignments.findLast(other => other.name === node.name && other.reached && !other.capturedBy);
    return !node.key && last !== undefined && last !== node && !/^(?:zend_)?extension$/i.test(node.name);
}

function withoutQuotes(raw: string): string {
    return raw.replace(/^(["'])(.*)\1$/s, '$2');
}
