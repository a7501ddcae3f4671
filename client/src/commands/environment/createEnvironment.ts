import * as vscode from 'vscode';
import { isOperationError } from '../../cluster/model/errors.ts';
import { createEnvironment, describeTopology } from '../../cluster/provision/provision.ts';
import type { Topology } from '../../cluster/model/topology.ts';
import { renderTopologyFile, TOPOLOGY_FILE } from '../../cluster/model/topologyFile.ts';
import { reportFailure } from '../../workbench/failures.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { promptForTopology } from './topologyQuestions.ts';

export async function createEnvironmentCommand(services: Services): Promise<void> {
    const { environments } = await services.engineAccess.ready();
    const topology = await promptForTopology(services.dialogs, environments, suggestName());
    if (topology === undefined) {
        return;
    }
    const create = vscode.l10n.t('Create');
    const andSave = vscode.l10n.t('Create and Save {0}', TOPOLOGY_FILE);
    const target = await newTopologyFile();
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Create this environment?'),
        detail: describeTopology(topology),
        actions: target === undefined ? [create] : [create, andSave],
    });
    if (answer === undefined) {
        return;
    }
    if (target !== undefined && answer === andSave) {
        await saveTopology(target, topology);
    }
    await createAndReport(services, topology);
}

/**
 * With progress, and with what to do next at the end. A failure offers to try the same again: nobody answers six
 * questions twice.
 */
export async function createAndReport(services: Services, topology: Topology): Promise<void> {
    try {
        await runOperation(services, {
            environment: topology.name,
            title: vscode.l10n.t('Creating environment {0}', topology.name),
            work: (engine, context) => createEnvironment(engine, topology, context),
        });
    } catch (error) {
        const retry = { label: vscode.l10n.t('Retry'), run: () => createAndReport(services, topology) };
        const anyPort = {
            label: vscode.l10n.t('Use Any Free Port'),
            run: () => createAndReport(services, { ...topology, balancer: { ...topology.balancer, port: 0 } }),
        };
        reportFailure(services, error, isOperationError(error, 'portInUse') ? [anyPort, retry] : [retry]);
        return;
    }
    const open = vscode.l10n.t('Open in Browser');
    const enable = vscode.l10n.t('Enable Session Clustering');
    const done = vscode.l10n.t('Environment {0} is ready. Its sessions are not clustered yet.', topology.name);
    const element = { kind: 'environment', id: `environment/${topology.name}`, environment: topology.name };
    void services.dialogs.notify('information', done, [enable, open]).then(answer => {
        if (answer !== undefined) {
            const command = answer === enable ? 'enableSessionClustering' : 'openInBrowser';
            return vscode.commands.executeCommand(`phpSessionCluster.${command}`, element);
        }
        return undefined;
    });
}

/** Where the topology can be saved: the first folder, if it has no such file. What the user wrote is not replaced. */
async function newTopologyFile(): Promise<vscode.Uri | undefined> {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
    if (folder === undefined) {
        return undefined;
    }
    const uri = vscode.Uri.joinPath(folder.uri, TOPOLOGY_FILE);
    const stat = await vscode.workspace.fs.stat(uri).then(
        found => found,
        // Not there is what is hoped for; a folder that cannot be read will say so when it is written to.
        () => undefined,
    );
    return stat === undefined ? uri : undefined;
}

async function saveTopology(uri: vscode.Uri, topology: Topology): Promise<void> {
    const directory = vscode.Uri.joinPath(uri, '..').fsPath;
    await vscode.workspace.fs.writeFile(uri, Buffer.from(renderTopologyFile(topology, { directory })));
}

/** The folder's name, as far as it makes a name. */
function suggestName(): string {
    const folder = vscode.workspace.workspaceFolders?.[0]?.name ?? '';
    const name = folder
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+/, '')
        .slice(0, 31)
        .replace(/-$/, '');
    return name === '' ? 'shop' : name;
}
