import type { Hover, Position } from 'vscode-languageserver';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, PhpIniNode } from '../../phpIni/syntax/nodes.ts';
import { constantExplanation } from './constant.ts';
import { type Explanation, plainText } from './explanation.ts';
import { redisPathExplanation } from './redisPath.ts';
import { sectionExplanation } from './section.ts';
import { settingExplanation } from './setting.ts';
import { variableExplanation } from './variable.ts';
import { nodeAt, shownOffset, shownRange } from '../positions.ts';

/**
 * What stands at the position: a directive, its value, a constant or `${NAME}` in it, a heading. Undefined where there
 * is nothing to say.
 */
export function hover(
    context: DocumentContext,
    position: Position,
    markup: 'markdown' | 'plaintext' = 'markdown',
): Hover | undefined {
    const { document } = context;
    const offset = shownOffset(context, position);
    const node = offset === undefined ? undefined : nodeAt(document, offset);
    const explanation = node && offset !== undefined ? explain(context, node, offset) : undefined;
    if (!explanation || explanation.paragraphs.length === 0) {
        return undefined;
    }
    const text = explanation.paragraphs.join('\n\n');
    return {
        contents: { kind: markup, value: markup === 'markdown' ? text : plainText(text) },
        range: shownRange(context, explanation.range),
    };
}

function explain(context: DocumentContext, node: PhpIniNode, offset: number): Explanation | undefined {
    switch (node.kind) {
        case 'assignment':
            return (
                variableExplanation(context, node, offset) ??
                constantExplanation(context, node, offset) ??
                withSetting(context, node, offset)
            );
        case 'disabledAssignment':
            return settingExplanation(context, node, offset);
        case 'section':
            return variableExplanation(context, node, offset) ?? sectionExplanation(context, node, offset);
        default:
            return undefined;
    }
}

/** On a part of a save path, what that is comes first. */
function withSetting(context: DocumentContext, node: AssignmentNode, offset: number): Explanation | undefined {
    const part = redisPathExplanation(context, node, offset);
    const setting = settingExplanation(context, node, offset);
    return part ? { ...part, paragraphs: [...part.paragraphs, ...(setting?.paragraphs.slice(1) ?? [])] } : setting;
}
