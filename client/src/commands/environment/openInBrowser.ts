import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import { isTreeElement } from '../../workbench/treeElement.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment, pickNode } from '../target.ts';

export async function openInBrowser(services: Services, argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Open in Browser');
    const suits = ({ url }: { url?: string }): boolean => url !== undefined;
    const target =
        isTreeElement(argument) && argument.kind === 'node'
            ? await pickNode(services, argument, { title, suits })
            : await pickEnvironment(services, argument, { title, suits });
    if (target === undefined) {
        return;
    }
    if (target.url === undefined) {
        throw new OperationError('unsupported', {
            what: vscode.l10n.t('{0} publishes no port on the host of the engine', target.name),
            next: vscode.l10n.t('Open the environment by its balancer instead'),
        });
    }
    // The port may be forwarded: the engine, this process and the browser can be on three machines.
    await vscode.env.openExternal(await vscode.env.asExternalUri(vscode.Uri.parse(target.url, true)));
}
