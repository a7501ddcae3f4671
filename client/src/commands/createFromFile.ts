import * as vscode from 'vscode';
import { describeTopology } from '../cluster/provision.ts';
import { checkTopologyPaths, parseTopologyFile, TOPOLOGY_FILE } from '../cluster/topologyFile.ts';
import type { Choice } from './dialogs.ts';
import { createAndTell } from './createEnvironment.ts';
import type { Services } from './services.ts';

/** From a topology file: the one of the editor or explorer, else one of the workspace's. */
export async function createFromFile(services: Services, argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : await pickFile(services);
    if (uri === undefined) {
        return;
    }
    // The document where it is open: what stands in the editor is what the person sees.
    const document = await vscode.workspace.openTextDocument(uri);
    const topology = parseTopologyFile(document.getText(), { directory: vscode.Uri.joinPath(uri, '..').fsPath });
    await checkTopologyPaths(topology);
    const create = vscode.l10n.t('Create');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Create this environment?'),
        detail: describeTopology(topology),
        actions: [create],
    });
    if (answer === create) {
        await createAndTell(services, topology);
    }
}

async function pickFile(services: Services): Promise<vscode.Uri | undefined> {
    const title = vscode.l10n.t('Create Environment From File');
    const files = await vscode.workspace.findFiles(`**/${TOPOLOGY_FILE}`, '**/{node_modules,vendor}/**', 50);
    if (files.length === 0) {
        return services.dialogs.openFile(title, vscode.workspace.workspaceFolders?.[0]?.uri);
    }
    const choices: Choice<{ uri?: vscode.Uri }>[] = [
        ...files.map(uri => ({ label: `$(file) ${vscode.workspace.asRelativePath(uri)}`, value: { uri } })),
        { label: vscode.l10n.t('$(folder-opened) Choose a file…'), value: {} },
    ];
    const picked = await services.dialogs.pick(choices, {
        title,
        placeholder: vscode.l10n.t('Select a topology file'),
    });
    return picked && (picked.uri ?? services.dialogs.openFile(title));
}
