import * as vscode from 'vscode';
import type { EnvironmentStore } from '../cluster/environments/environmentStore.ts';
import type { Environment } from '../cluster/model/model.ts';
import { healthWords, isWell } from '../cluster/model/model.ts';

/** One short item for the environments that belong to this workspace; nothing where there are none. */
export class StatusBar implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem(
        'phpSessionCluster.status',
        vscode.StatusBarAlignment.Left,
        10,
    );
    private readonly listener: { dispose(): void };

    constructor(store: EnvironmentStore) {
        this.item.name = vscode.l10n.t('PHP Session Cluster');
        this.item.command = 'phpSessionCluster.environments.focus';
        this.listener = store.onDidChange(({ snapshot }) => {
            // What was last seen on an engine that does not answer is no state to show.
            this.show(snapshot.state === 'failed' ? [] : snapshot.environments.filter(belongsToWorkspace));
        });
    }

    dispose(): void {
        this.listener.dispose();
        this.item.dispose();
    }

    private show(environments: readonly Environment[]): void {
        const nodes = environments.flatMap(environment => environment.nodes);
        if (nodes.length === 0) {
            this.item.hide();
            return;
        }
        const well = nodes.filter(isWell).length;
        const names = environments.map(({ name }) => name);
        const icon = well === nodes.length ? '$(server-environment)' : '$(warning)';
        this.item.text = `${icon} ${names.length === 1 ? (names[0] ?? '') : names.length} ${well}/${nodes.length}`;
        this.item.tooltip = environments
            .map(({ name, nodes: own, url }) => `${name}: ${healthWords(own)} ${url ?? ''}`)
            .join('\n');
        this.item.accessibilityInformation = { label: `${names.join(', ')}: ${healthWords(nodes)}` };
        this.item.show();
    }
}

/** An environment serves a folder of this workspace, or is called like one, as Compose projects are by default. */
function belongsToWorkspace({ name, topology }: Environment): boolean {
    const root = topology?.application.documentRoot;
    return (vscode.workspace.workspaceFolders ?? []).some(
        folder =>
            folder.name.toLowerCase() === name ||
            (root !== undefined && vscode.workspace.getWorkspaceFolder(vscode.Uri.file(root)) === folder),
    );
}
