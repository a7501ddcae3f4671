import * as vscode from 'vscode';
import type { CompletionListData } from '../../../server/src/phpIni/protocol.ts';

/** Asks for suggestions as typing would, so that nothing is said where there are none. */
const suggest: vscode.Command = {
    command: 'editor.action.triggerSuggest',
    // Shown nowhere.
    title: 'Suggest',
    arguments: [{ auto: true }],
};

/**
 * Writes what belongs behind the name of a directive, and lets its values be offered as soon as it was completed:
 * `session.save_handler = `.
 */
export function suggestValuesNext(items: readonly vscode.CompletionItem[]): void {
    for (const item of items) {
        const behind = item.kind === undefined ? behindNames(item) : undefined;
        // Where a `=` stands there already, the server says nothing, and the cursor stays in front of it.
        if (behind !== undefined && typeof item.label === 'string') {
            item.kind = vscode.CompletionItemKind.Property;
            item.insertText = item.label + behind;
            item.command = suggest;
        }
    }
}

/** The language client hands on what the server said of the whole list with each item. */
function behindNames(
    item: vscode.CompletionItem & { readonly data?: Partial<CompletionListData> },
): string | undefined {
    return item.data?.behindNames;
}
