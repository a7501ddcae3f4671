import { posix } from 'node:path';
import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import { nodesOf, type ClusterNode } from '../../cluster/model/model.ts';
import { findNode, nodeFileUri, parseNodeUri, type NodePath } from '../../documents/nodeUri.ts';
import { fileOf } from './fileArgument.ts';
import type { Services } from '../../workbench/services.ts';
import { statusWord } from '../../views/tree/words.ts';

/**
 * Shows a file of a node beside the same file of another Apache node: the one that is named, else the one that the
 * person picks.
 */
export async function compareWithNode(services: Services, argument: unknown, otherName: unknown): Promise<void> {
    const uri = fileOf(argument);
    const where = uri && parseNodeUri(uri);
    const { environments } = await services.engineAccess.ready();
    const node = where && findNode(environments, where);
    const environment = environments.find(({ name }) => name === node?.environment);
    if (uri === undefined || where === undefined || node === undefined || environment === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('Only a file of a node can be compared with that of another node'),
            next: vscode.l10n.t('Open the php.ini of a node'),
        });
    }
    const others = nodesOf(environment, 'application').filter(({ id }) => id !== node.id);
    const other = others.find(({ name }) => name === otherName) ?? (await pickOther(services, where, others));
    if (other !== undefined) {
        const title = `${posix.basename(where.path)}: ${other.name} ↔ ${node.name}`;
        await vscode.commands.executeCommand('vscode.diff', nodeFileUri(other, where.path), uri, title);
    }
}

async function pickOther(
    services: Services,
    { path }: NodePath,
    others: readonly ClusterNode[],
): Promise<ClusterNode | undefined> {
    if (others.length === 0) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('There is no other application node that has {0}', path),
        });
    }
    const choices = others.map(node => ({ label: node.name, description: statusWord(node.status), value: node }));
    return services.dialogs.pick(choices, {
        title: vscode.l10n.t('Compare With Node'),
        placeholder: vscode.l10n.t('Select a node'),
    });
}
