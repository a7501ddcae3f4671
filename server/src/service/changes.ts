import type { TextChange } from '../rules/rule.ts';

/** The text with the changes made, which are in its order and do not overlap. */
export function applied(text: string, changes: readonly TextChange[]): string {
    let result = '';
    let end = 0;
    for (const { range, newText } of changes) {
        result += text.slice(end, range.start) + newText;
        end = range.end;
    }
    return result + text.slice(end);
}
