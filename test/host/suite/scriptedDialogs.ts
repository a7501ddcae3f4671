import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import type { Choice, Dialogs, InputOptions, PickOptions, Question } from '../../../client/src/workbench/dialogs.ts';

export interface Script {
    /** The label's part of the choice to take. */
    readonly pick?: (options: PickOptions, labels: readonly string[]) => string | undefined;
    /** The labels of the choices to take; undefined leaves what is picked at the start. */
    readonly pickMany?: (options: PickOptions, labels: readonly string[]) => readonly string[] | undefined;
    readonly input?: (options: InputOptions) => string | undefined;
    readonly openFile?: () => vscode.Uri | undefined;
    readonly saveFile?: (suggested: vscode.Uri) => vscode.Uri | undefined;
    /** The action to choose. */
    readonly confirm?: (question: Question) => string | undefined;
}

export interface Told {
    readonly severity: string;
    readonly message: string;
    readonly actions: readonly string[];
}

/** A person who answers by a script, never chooses what is not there, and remembers what was said. */
export class ScriptedDialogs implements Dialogs {
    readonly told: Told[] = [];
    readonly asked: string[] = [];
    /** Label, description and detail of every choice that was offered. */
    readonly offered: string[] = [];
    readonly progressed: string[] = [];
    /** What a text was refused with, in order. */
    readonly refused: string[] = [];
    private readonly script: Script;

    constructor(script: Script = {}) {
        this.script = script;
    }

    pick<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<T | undefined> {
        this.asked.push(options.placeholder);
        this.offered.push(...choices.map(choice => [choice.label, choice.description, choice.detail].join(' ')));
        const labels = choices.map(({ label }) => label);
        const wanted = this.script.pick?.(options, labels);
        if (wanted === undefined) {
            return Promise.resolve(undefined);
        }
        const choice = choices.find(({ label }) => label.includes(wanted));
        assert.ok(choice, `${wanted} is not among ${labels.join(', ')}`);
        return Promise.resolve(choice.value);
    }

    pickMany<T>(choices: readonly Choice<T>[], options: PickOptions): Promise<readonly T[] | undefined> {
        this.asked.push(options.placeholder);
        this.offered.push(...choices.map(choice => [choice.label, choice.description, choice.detail].join(' ')));
        const labels = choices.map(({ label }) => label);
        const wanted = this.script.pickMany?.(options, labels);
        if (wanted === undefined) {
            return Promise.resolve(choices.filter(({ picked }) => picked === true).map(({ value }) => value));
        }
        const missing = wanted.filter(label => !labels.includes(label));
        assert.deepEqual(missing, [], `not among ${labels.join(', ')}`);
        const chosen = choices.filter(({ label }) => wanted.includes(label));
        return Promise.resolve(chosen.length === 0 ? undefined : chosen.map(({ value }) => value));
    }

    async input(options: InputOptions): Promise<string | undefined> {
        this.asked.push(options.prompt);
        const text = this.script.input?.(options);
        const problem = text === undefined ? undefined : await options.validate?.(text);
        if (problem !== undefined) {
            this.refused.push(problem);
            return undefined;
        }
        return text;
    }

    confirm(question: Question): Promise<string | undefined> {
        this.asked.push([question.message, question.detail ?? ''].join('\n'));
        const action = this.script.confirm?.(question);
        assert.ok(action === undefined || question.actions.includes(action), `${action ?? ''} is not offered`);
        return Promise.resolve(action);
    }

    notify(severity: 'information' | 'warning' | 'error', message: string, actions: readonly string[]) {
        this.told.push({ severity, message, actions });
        return Promise.resolve(undefined);
    }

    openFolder(): Promise<vscode.Uri | undefined> {
        return Promise.resolve(undefined);
    }

    openFile(): Promise<vscode.Uri | undefined> {
        return Promise.resolve(this.script.openFile?.());
    }

    saveFile(_title: string, suggested: vscode.Uri): Promise<vscode.Uri | undefined> {
        return Promise.resolve(this.script.saveFile?.(suggested));
    }

    progress<T>(title: string, task: (context: OperationContext) => Promise<T>): Promise<T> {
        this.progressed.push(title);
        const { signal } = new AbortController();
        return task({ signal, report: message => this.progressed.push(message) });
    }

    errors(): string[] {
        return this.told.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    }
}
