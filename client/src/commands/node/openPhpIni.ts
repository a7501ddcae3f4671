import * as vscode from 'vscode';
import { isRunning } from '../../cluster/model/model.ts';
import { mainIniPath, readApplicationFacts } from '../../cluster/node/applicationFacts.ts';
import { nodeFileUri } from '../../documents/nodeUri.ts';
import type { Services } from '../../workbench/services.ts';
import { pickNode } from '../target.ts';

/** Where each node's php.ini was last, for a node that has stopped since and cannot be asked. */
const lastSeen = new Map<string, string>();

export async function openPhpIni(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, {
        title: vscode.l10n.t('Open php.ini'),
        suits: ({ layer }) => layer === 'application',
    });
    if (node === undefined) {
        return;
    }
    let path = isRunning(node) ? undefined : lastSeen.get(node.id);
    if (path === undefined) {
        const { engine } = await services.engineAccess.ready();
        const facts = await vscode.window.withProgress({ location: { viewId: 'phpSessionCluster.environments' } }, () =>
            readApplicationFacts(engine, node, new AbortController().signal),
        );
        path = mainIniPath(facts);
        lastSeen.set(node.id, path);
    }
    await vscode.window.showTextDocument(nodeFileUri(node, path), { preview: false });
}
