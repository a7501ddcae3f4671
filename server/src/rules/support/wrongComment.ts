import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import { isBare } from './assignments.ts';

/** The `#` or `//`, behind a blank and before one, that begins what was meant for a comment. */
export function wrongComment(node: AssignmentNode): Range | undefined {
    const { rawValue, valueRange } = node;
    if (!isBare(node) || !/[#/]/.test(rawValue)) {
        return undefined;
    }
    const [all, blanks = '', sign = ''] = /(?<![ \t])([ \t]+)(#+|\/\/)(?=[ \t])/.exec(rawValue) ?? [];
    if (all === undefined) {
        return undefined;
    }
    const start = valueRange.start + rawValue.indexOf(all) + blanks.length;
    return { start, end: start + sign.length };
}
