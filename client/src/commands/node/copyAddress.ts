import * as vscode from 'vscode';
import { isTreeElement } from '../../workbench/treeElement.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment, pickNode } from '../target.ts';

/** The URL where one is published, else address and port in the environment's own network. */
export async function copyAddress(services: Services, argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Copy Address');
    const address =
        isTreeElement(argument) && argument.kind === 'environment'
            ? (await pickEnvironment(services, argument, { title }))?.url
            : await nodeAddress(services, argument, title);
    if (address !== undefined) {
        await vscode.env.clipboard.writeText(address);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', address), 3000);
    }
}

async function nodeAddress(services: Services, argument: unknown, title: string): Promise<string | undefined> {
    const suits = (node: { address: string; url?: string }): boolean => node.address !== '' || node.url !== undefined;
    const node = await pickNode(services, argument, { title, suits });
    return node && (node.url ?? `${node.address}:${node.port}`);
}
