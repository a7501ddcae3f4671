import * as vscode from 'vscode';
import type { Services } from '../../workbench/services.ts';

export async function openWalkthrough(_services: Services): Promise<void> {
    await vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'php-session-cluster.php-session-cluster#start',
        false,
    );
}
