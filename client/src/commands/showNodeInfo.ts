import * as vscode from 'vscode';
import type { ClusterNode } from '../cluster/model.ts';
import { serviceName, statusWord } from '../views/tree/words.ts';
import type { Services } from './services.ts';
import { pickNode } from './target.ts';

/** What one needs to know about a node; of a store, above all the host and port that session.save_path needs. */
export async function showNodeInfo(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, { title: vscode.l10n.t('Show Node Info') });
    if (node === undefined) {
        return;
    }
    const copy = vscode.l10n.t('Copy');
    const value = copyable(node);
    const answer = await services.dialogs.confirm({
        message: node.name,
        detail: [
            vscode.l10n.t('Service: {0}', serviceName(node.layer)),
            vscode.l10n.t('State: {0} ({1})', statusWord(node.status), node.statusText),
            ...savePathLines(node),
            ...(node.layer === 'store' || node.address === ''
                ? []
                : [vscode.l10n.t('Address: {0}', `${node.address}:${node.port}`)]),
            ...(node.url === undefined ? [] : [vscode.l10n.t('Published at: {0}', node.url)]),
            vscode.l10n.t('Image: {0}', node.image),
            vscode.l10n.t('Container: {0}', node.containerId.slice(0, 12)),
        ].join('\n'),
        actions: value === undefined ? [] : [copy],
    });
    if (answer === copy && value !== undefined) {
        await vscode.env.clipboard.writeText(value);
    }
}

function savePathLines(node: ClusterNode): string[] {
    if (node.layer !== 'store') {
        return [];
    }
    return node.address === ''
        ? [vscode.l10n.t('It has no address while it is stopped.')]
        : [vscode.l10n.t('Address for session.save_path: {0}', `${node.address}:${node.port}`)];
}

function copyable(node: ClusterNode): string | undefined {
    if (node.layer !== 'store' && node.url !== undefined) {
        return node.url;
    }
    return node.address === '' ? undefined : `${node.address}:${node.port}`;
}
