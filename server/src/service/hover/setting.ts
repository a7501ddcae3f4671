import { findDirective } from '../../catalog/lookup.ts';
import type { Directive } from '../../catalog/directive.ts';
import { code, renderDirective } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, DisabledAssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { contains } from '../nodeRanges.ts';
import { extensionParagraphs } from './extension.ts';
import type { Explanation } from './explanation.ts';
import { nodeParagraphs } from './nodes.ts';
import { readingParagraphs } from './reading.ts';
import { serverParagraphs } from './servers.ts';

/** Of a setting: on the name everything, on the value what PHP makes of it. */
export function settingExplanation(
    context: DocumentContext,
    node: AssignmentNode | DisabledAssignmentNode,
    offset: number,
): Explanation | undefined {
    const onName = contains(node.nameRange, offset);
    if (!onName && !contains(node.valueRange, offset)) {
        return undefined;
    }
    const directive = node.kind === 'assignment' && node.key ? undefined : findDirective(node.name);
    const about = node.kind === 'assignment' ? aboutLine(context, node, directive) : aboutDisabled(context, node);
    const paragraphs = [
        ...(directive && (onName || !isExtensionName(node.name)) ? [`**${code(node.name)}**`] : []),
        ...about,
        ...(directive && onName ? [renderDirective(directive, context.phpVersion)] : []),
    ];
    const isSaid = directive ? onName || about.length > 0 : about.length > 0;
    return isSaid ? { range: onName ? node.nameRange : node.valueRange, paragraphs } : undefined;
}

function aboutLine(context: DocumentContext, node: AssignmentNode, directive: Directive | undefined): string[] {
    if (!node.reached) {
        return [notReached(context)];
    }
    if (isExtensionName(node.name) && !node.key && !node.section?.special) {
        return extensionParagraphs(context, node);
    }
    return [
        ...readingParagraphs(context, node, directive),
        ...(node.name === 'session.save_path' ? serverParagraphs(context, node) : []),
        ...(node.key ? [] : nodeParagraphs(context, node.name, node)),
    ];
}

function aboutDisabled(context: DocumentContext, { name }: DisabledAssignmentNode): string[] {
    return findDirective(name) ? nodeParagraphs(context, name) : [];
}

function notReached({ document: { error } }: DocumentContext): string {
    const where = error ? ` in line ${error.line + 1}` : '';
    return `PHP does not read this line: it stops at the syntax error${where}.`;
}
