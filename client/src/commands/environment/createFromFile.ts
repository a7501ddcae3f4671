import { posix } from 'node:path';
import * as vscode from 'vscode';
import { describeTopology } from '../../cluster/provision/provision.ts';
import type { Topology } from '../../cluster/model/topology.ts';
import { applyTopology, readTopologyChange, type PlannedTopologyChange } from '../../cluster/scale/topologyChange.ts';
import { checkTopologyPaths, parseTopologyFile, TOPOLOGY_FILE } from '../../cluster/model/topologyFile.ts';
import type { Choice } from '../../workbench/dialogs.ts';
import { createAndReport } from './createEnvironment.ts';
import { runOperation } from '../../workbench/operation.ts';
import { describeRemoval } from './scaleEnvironment.ts';
import type { Services } from '../../workbench/services.ts';

/**
 * From a topology file: the one of the editor or explorer, else one of the workspace's. An environment that is there
 * already is brought to what the file says.
 */
export async function createFromFile(services: Services, argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : await pickFile(services);
    if (uri === undefined) {
        return;
    }
    // The document where it is open: what stands in the editor is what the person sees.
    const document = await vscode.workspace.openTextDocument(uri);
    const topology = parseTopologyFile(document.getText(), {
        directory: vscode.Uri.joinPath(uri, '..').fsPath,
        fileName: posix.basename(uri.path),
    });
    await checkTopologyPaths(topology);
    const { environments } = await services.engineAccess.ready();
    const exists = environments.some(({ name, kind }) => name === topology.name && kind === 'managed');
    await (exists ? changeToFile(services, topology) : createNew(services, topology));
}

async function createNew(services: Services, topology: Topology): Promise<void> {
    const create = vscode.l10n.t('Create');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Create this environment?'),
        detail: describeTopology(topology),
        actions: [create],
    });
    if (answer === create) {
        await createAndReport(services, topology);
    }
}

async function changeToFile(services: Services, topology: Topology): Promise<void> {
    const { name } = topology;
    const { engine } = await services.engineAccess.ready();
    const planned = await readTopologyChange(engine, topology, new AbortController().signal);
    const differences = describeChange(planned);
    if (differences.length === 0) {
        void services.dialogs.notify(
            'information',
            vscode.l10n.t('Environment {0} is there already, as the file says.', name),
            [],
        );
        return;
    }
    const change = vscode.l10n.t('Change');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Environment {0} is there already. Change it to what the file says?', name),
        detail: [...differences, ...describeRemoval(planned.scale)].join('\n\n'),
        actions: [change],
        warning: planned.scale.remove.length > 0,
    });
    if (answer === change) {
        await runOperation(services, {
            environment: name,
            title: vscode.l10n.t('Scaling {0}', name),
            work: (own, context) => applyTopology(own, topology, context),
        });
        const done = vscode.l10n.t('Environment {0} is as the file says now.', name);
        void services.dialogs.notify('information', done, []);
    }
}

function describeChange({ scale: { add, remove }, change }: PlannedTopologyChange): string[] {
    const names = (nodes: readonly { readonly name: string }[]) => nodes.map(node => node.name).join(', ');
    return [
        ...(add.length > 0 ? [vscode.l10n.t('Added: {0}', names(add))] : []),
        ...(remove.length > 0 ? [vscode.l10n.t('Removed: {0}', names(remove))] : []),
        ...(change.changedKeys.length > 0 ? [vscode.l10n.t('Changed: {0}', change.changedKeys.join(', '))] : []),
    ];
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
