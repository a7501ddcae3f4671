import * as vscode from 'vscode';

/** Asks for suggestions as typing would, so that nothing is said where there are none. */
const suggest: vscode.Command = {
    command: 'editor.action.triggerSuggest',
    // Shown nowhere.
    title: 'Suggest',
    arguments: [{ auto: true }],
};

/** Lets the values of a directive be offered as soon as its name was completed: `session.save_handler = `. */
export function suggestValuesNext(items: readonly vscode.CompletionItem[]): void {
    for (const item of items) {
        const isName = item.kind === vscode.CompletionItemKind.Property;
        // Where a `=` stands there already, the cursor stays in front of it.
        if (isName && typeof item.insertText === 'string' && item.insertText.endsWith('= ')) {
            item.command = suggest;
        }
    }
}
