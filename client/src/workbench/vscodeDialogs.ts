import * as vscode from 'vscode';
import type { OperationContext } from '../cluster/model/operation.ts';
import {
    WentBack,
    type Choice,
    type Dialogs,
    type InputOptions,
    type PickOptions,
    type Question,
    type WizardStep,
} from './dialogs.ts';

/** The dialogs of the editor itself. */
export class VscodeDialogs implements Dialogs {
    async pick<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<T | undefined> {
        const box = vscode.window.createQuickPick<Choice<T>>();
        box.items = choices;
        box.placeholder = options.placeholder;
        box.matchOnDescription = true;
        const chosen = await showBox(box, options, () => Promise.resolve(box.selectedItems[0]));
        return chosen?.value;
    }

    async pickMany<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<readonly T[] | undefined> {
        const box = vscode.window.createQuickPick<Choice<T>>();
        box.canSelectMany = true;
        box.items = choices;
        box.selectedItems = choices.filter(({ picked }) => picked === true);
        box.placeholder = options.placeholder;
        // With nothing picked the box stays.
        const chosen = await showBox(box, options, () =>
            Promise.resolve(box.selectedItems.length === 0 ? undefined : box.selectedItems),
        );
        return chosen?.map(({ value }) => value);
    }

    async input(options: InputOptions): Promise<string | undefined> {
        const box = vscode.window.createInputBox();
        box.prompt = options.prompt;
        box.value = options.value ?? '';
        const check = async (): Promise<boolean> => {
            const validated = box.value;
            const problem = await options.validate?.(validated);
            // An answer to an older text says nothing about the one that stands there now.
            if (validated === box.value) {
                box.validationMessage = problem;
            }
            return problem === undefined;
        };
        const typing = box.onDidChangeValue(() => void check());
        try {
            return await showBox(box, options, async () => ((await check()) ? box.value : undefined));
        } finally {
            typing.dispose();
        }
    }

    async confirm(question: Question): Promise<string | undefined> {
        const options = { modal: true, ...(question.detail === undefined ? {} : { detail: question.detail }) };
        return question.warning === true
            ? vscode.window.showWarningMessage(question.message, options, ...question.actions)
            : vscode.window.showInformationMessage(question.message, options, ...question.actions);
    }

    async notify(severity: 'information' | 'warning' | 'error', message: string, actions: readonly string[]) {
        switch (severity) {
            case 'error':
                return vscode.window.showErrorMessage(message, ...actions);
            case 'warning':
                return vscode.window.showWarningMessage(message, ...actions);
            case 'information':
                return vscode.window.showInformationMessage(message, ...actions);
        }
    }

    async openFolder(title: string, start?: vscode.Uri): Promise<vscode.Uri | undefined> {
        return openOne(title, start, { canSelectFolders: true, canSelectFiles: false });
    }

    async openFile(title: string, start?: vscode.Uri): Promise<vscode.Uri | undefined> {
        return openOne(title, start, { canSelectFolders: false, canSelectFiles: true });
    }

    async saveFile(
        title: string,
        suggested: vscode.Uri,
        filters: Readonly<Record<string, readonly string[]>>,
    ): Promise<vscode.Uri | undefined> {
        const kinds = Object.fromEntries(Object.entries(filters).map(([kind, ends]) => [kind, [...ends]]));
        return vscode.window.showSaveDialog({ title, defaultUri: suggested, filters: kinds });
    }

    async progress<T>(title: string, task: (context: OperationContext) => Promise<T>): Promise<T> {
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        return vscode.window.withProgress(options, async (progress, token) => {
            const controller = new AbortController();
            const cancelling = token.onCancellationRequested(() => {
                progress.report({ message: vscode.l10n.t('Cancelling, and putting back what was changed') });
                controller.abort();
            });
            try {
                return await task({
                    signal: controller.signal,
                    report: message => {
                        // The toast begins with the title already.
                        progress.report({ message: message === title ? '' : message });
                    },
                });
            } finally {
                cancelling.dispose();
            }
        });
    }
}

async function openOne(title: string, start: vscode.Uri | undefined, what: vscode.OpenDialogOptions) {
    const where = start === undefined ? {} : { defaultUri: start };
    const chosen = await vscode.window.showOpenDialog({ title, ...where, ...what, canSelectMany: false });
    return chosen?.[0];
}

type Box = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

/** Shows a box until it is answered (`answer` gives a value), left (undefined) or gone back from (WentBack). */
async function showBox<T>(
    box: Box,
    options: { title: string; step?: WizardStep; stays?: boolean },
    answer: () => Promise<T | undefined>,
): Promise<T | undefined> {
    box.title = options.title;
    box.ignoreFocusOut = options.stays === true || options.step !== undefined;
    if (options.step !== undefined) {
        box.step = options.step.number;
        box.totalSteps = options.step.total;
        box.buttons = options.step.number > 1 ? [vscode.QuickInputButtons.Back] : [];
    }
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    const listeners = [
        box.onDidHide(() => {
            resolve(undefined);
        }),
        box.onDidTriggerButton(() => {
            reject(new WentBack());
        }),
        box.onDidAccept(async () => {
            const value = await answer();
            if (value !== undefined) {
                resolve(value);
            }
        }),
    ];
    box.show();
    try {
        return await promise;
    } finally {
        listeners.forEach(listener => {
            listener.dispose();
        });
        box.dispose();
    }
}
