import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import { parseReport } from '../../cluster/report/file.ts';
import { messageOf } from '../../failure.ts';
import { showReport } from '../../views/report/panel.ts';
import type { Services } from '../../workbench/services.ts';

/**
 * Shows a report that was saved as JSON, from here or by the command line: the file of a menu, else one that the person
 * chooses.
 */
export async function openReport(services: Services, argument: unknown): Promise<void> {
    const uri =
        argument instanceof vscode.Uri
            ? argument
            : await services.dialogs.openFile(
                  vscode.l10n.t('Open Verification Report'),
                  vscode.workspace.workspaceFolders?.[0]?.uri,
              );
    if (uri === undefined) {
        return;
    }
    showReport(services, parseReport(await read(uri)));
}

async function read(uri: vscode.Uri): Promise<string> {
    try {
        return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
    } catch (error) {
        throw new OperationError('invalid', {
            what: vscode.l10n.t('The file {0} cannot be read: {1}', uri.fsPath, messageOf(error)),
            cause: error,
        });
    }
}
