import type { QuickPickItem, Uri } from 'vscode';
import type { OperationContext } from '../cluster/model/operation.ts';

/** Where a question stands in a series; from the second one on it can be answered by going back. */
export interface WizardStep {
    readonly number: number;
    readonly total: number;
}

export interface Choice<T> extends QuickPickItem {
    readonly value: T;
}

export interface PickOptions {
    readonly title: string;
    readonly placeholder: string;
    readonly step?: WizardStep;
    /** Stays open while the person looks at something else, such as what the question is about. */
    readonly stays?: boolean;
}

export interface InputOptions {
    readonly title: string;
    readonly prompt: string;
    readonly value?: string;
    readonly step?: WizardStep;
    /** What is wrong with the text, in one sentence; undefined where it will do. */
    readonly validate?: (text: string) => string | undefined | Promise<string | undefined>;
}

export interface Question {
    readonly message: string;
    readonly detail?: string;
    /** One of these is the answer; closing the question is undefined. */
    readonly actions: readonly string[];
    readonly warning?: boolean;
}

/**
 * Everything that the commands ask and tell a person, so that the asking can be done by a test. Undefined: the person
 * declined.
 */
export interface Dialogs {
    pick<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<T | undefined>;
    /** The values of all that are picked, at least one; `picked` of a choice is what is picked at the start. */
    pickMany<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<readonly T[] | undefined>;
    input(options: InputOptions): Promise<string | undefined>;
    /** Modal. */
    confirm(question: Question): Promise<string | undefined>;
    /** A notification that nothing waits for but the answer. */
    notify(
        severity: 'information' | 'warning' | 'error',
        message: string,
        actions: readonly string[],
    ): Promise<string | undefined>;
    openFolder(title: string, start?: Uri): Promise<Uri | undefined>;
    openFile(title: string, start?: Uri): Promise<Uri | undefined>;
    /** `filters`: kinds of files, and the ends of their names without the dot. */
    saveFile(
        title: string,
        suggested: Uri,
        filters: Readonly<Record<string, readonly string[]>>,
    ): Promise<Uri | undefined>;
    /** Shows that work is under way; the context's signal is aborted when the person cancels. */
    progress<T>(title: string, task: (context: OperationContext) => Promise<T>): Promise<T>;
}

/** Thrown by a question that was answered with its Back button. */
export class WentBack extends Error {}
