import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import type { ForTests } from '../../../client/src/forTests.ts';
import type { TreeElement } from '../../../client/src/workbench/treeElement.ts';
import { ScriptedDialogs, type Script } from './scriptedDialogs.ts';

export const EXTENSION_ID = 'php-session-cluster.php-session-cluster';

/** The extension as it runs in this host, activated. */
export async function extensionUnderTest(): Promise<ForTests> {
    const extension = vscode.extensions.getExtension<ForTests | undefined>(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is not among the extensions of this host`);
    const exported = await extension.activate();
    assert.ok(exported, 'the extension does not know that it is under test');
    return exported;
}

export function manifest(): Record<string, unknown> {
    return vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as Record<string, unknown>;
}

/** Runs a command while a script answers its questions, and gives back what was asked and told. */
export async function runScripted(
    command: string,
    argument: unknown,
    script: Script = {},
    further?: unknown,
): Promise<ScriptedDialogs> {
    const { replaceDialogs } = await extensionUnderTest();
    const dialogs = new ScriptedDialogs(script);
    const before = replaceDialogs(dialogs);
    try {
        await vscode.commands.executeCommand(`phpSessionCluster.${command}`, argument, further);
    } finally {
        replaceDialogs(before);
    }
    return dialogs;
}

/** Answers the questions about a new environment: its defaults, a sample page, and any free port. */
export function newEnvironment(name: string, { stores = 1 }: { readonly stores?: 1 | 2 } = {}): Script {
    return {
        input: ({ prompt, value }) => (prompt.startsWith('Name') ? name : prompt.startsWith('Port') ? '0' : value),
        pick: ({ placeholder }) => {
            if (placeholder.includes('memcached')) {
                return `${stores} memcached`;
            }
            return placeholder.includes('serve') ? 'Sample page' : 'PHP 8';
        },
        confirm: ({ actions }) => actions[0],
    };
}

/** As it is in the store now. */
export async function environmentNamed(name: string): Promise<Environment> {
    const { services } = await extensionUnderTest();
    const environment = services.store.snapshot.environments.find(candidate => candidate.name === name);
    assert.ok(environment, `${name} is not in the store`);
    return environment;
}

export function environmentElement(name: string): TreeElement {
    return { kind: 'environment', id: `environment/${name}`, environment: name };
}

export function nodeElement(environment: string, layer: string, number: number): TreeElement {
    const node = `${environment}/${layer}/${number}`;
    return { kind: 'node', id: `node/${node}`, environment, node };
}

/** Waits until the store's snapshots make `holds` true; each change of the store is a reason to look again. */
export async function untilStore(what: string, holds: () => boolean, limitMs = 120_000): Promise<void> {
    const { services } = await extensionUnderTest();
    await new Promise<void>((resolve, reject) => {
        const finish = (end: () => void): void => {
            clearTimeout(limit);
            listener.dispose();
            end();
        };
        const look = (): void => {
            if (holds()) {
                finish(resolve);
            }
        };
        const limit = setTimeout(() => {
            finish(() => {
                const { state, error, environments } = services.store.snapshot;
                const nodes = environments.flatMap(environment => environment.nodes);
                const seen = nodes.map(({ id, status }) => `${id} ${status}`).join(', ');
                reject(
                    new Error(`Waited ${limitMs} ms in vain: ${what}; ${state} ${error?.message ?? ''}, seen: ${seen}`),
                );
            });
        }, limitMs);
        const listener = services.store.onDidChange(look);
        look();
    });
}

/** Waits until there is a tab of that title that `holds`; each change of the tabs is a reason to look again. */
export async function untilTab(title: string, holds: (tab: vscode.Tab) => boolean, limitMs = 120_000): Promise<void> {
    await new Promise<void>((resolve, reject) => {
        const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(group => group.tabs);
        const look = (): void => {
            if (tabs().some(tab => tab.label === title && holds(tab))) {
                clearTimeout(limit);
                listener.dispose();
                resolve();
            }
        };
        const limit = setTimeout(() => {
            listener.dispose();
            const seen = tabs().map(({ label }) => label);
            reject(new Error(`Waited ${limitMs} ms in vain for the tab ${title}; there are ${seen.join(', ')}`));
        }, limitMs);
        const listener = vscode.window.tabGroups.onDidChangeTabs(look);
        look();
    });
}
