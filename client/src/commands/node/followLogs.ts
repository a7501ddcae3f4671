import * as vscode from 'vscode';
import { LogTerminal } from '../../views/logTerminal.ts';
import type { Services } from '../../workbench/services.ts';
import { pickNode } from '../target.ts';

export async function followLogs(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, { title: vscode.l10n.t('Follow Logs') });
    if (node !== undefined) {
        const name = vscode.l10n.t('Logs of {0}', node.name);
        const terminal = vscode.window.createTerminal({
            name,
            iconPath: new vscode.ThemeIcon('output'),
            pty: new LogTerminal(services, node),
        });
        terminal.show(true);
    }
}
