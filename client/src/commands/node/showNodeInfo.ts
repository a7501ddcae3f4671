import * as vscode from 'vscode';
import { remarkLines, replicates, type ClusterNode, type Environment } from '../../cluster/model/model.ts';
import { PROXY_SOCKET } from '../../../../server/src/phpIni/sessionSettings.ts';
import { copiesWords, statusWord } from '../../views/tree/words.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickNode } from '../target.ts';

/**
 * What one needs to know about a node; of a store, above all what session.save_path needs: the proxy that replicates,
 * or host and port.
 */
export async function showNodeInfo(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, { title: vscode.l10n.t('Show Node Info') });
    if (node === undefined) {
        return;
    }
    const environment = environmentNow(services, node.environment);
    const copy = vscode.l10n.t('Copy');
    const value = copyable(node, environment);
    const answer = await services.dialogs.confirm({
        message: node.name,
        detail: [
            vscode.l10n.t('Service: {0}', node.software.title),
            vscode.l10n.t('State: {0} ({1})', statusWord(node.status), node.statusText),
            ...remarkLines(node.remark).map(line => vscode.l10n.t('Health check: {0}', line)),
            ...(node.layer === 'store' ? storeLines(node, environment) : addressLines(node)),
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

function storeLines(node: ClusterNode, environment: Environment): string[] {
    const path = savePath(node, environment);
    const copies = copiesWords(environment);
    return [
        path === undefined
            ? vscode.l10n.t('It has no address while it is stopped.')
            : vscode.l10n.t('Address for session.save_path: {0}', path),
        ...(replicates(environment)
            ? [
                  vscode.l10n.t('That is memcached’s proxy on each Apache node, which replicates the sessions.'),
                  ...addressLines(node),
              ]
            : []),
        ...(copies === undefined ? [] : [`${copies}.`]),
    ];
}

/**
 * What names the store in session.save_path: the proxy where there is one, else its own address; undefined while it has
 * none.
 */
function savePath(node: ClusterNode, environment: Environment): string | undefined {
    return replicates(environment) ? PROXY_SOCKET : addressOf(node);
}

function addressLines(node: ClusterNode): string[] {
    const address = addressOf(node);
    return address === undefined ? [] : [vscode.l10n.t('Address: {0}', address)];
}

function addressOf({ address, port }: ClusterNode): string | undefined {
    return address === '' ? undefined : `${address}:${port}`;
}

function copyable(node: ClusterNode, environment: Environment): string | undefined {
    return node.layer === 'store' ? savePath(node, environment) : (node.url ?? addressOf(node));
}
