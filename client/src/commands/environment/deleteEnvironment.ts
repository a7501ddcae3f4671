import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import type { Environment } from '../../cluster/model/model.ts';
import { deleteEnvironment } from '../../cluster/provision/remove.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment } from '../target.ts';

export async function deleteEnvironmentCommand(services: Services, argument: unknown): Promise<void> {
    const environment = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Delete Environment'),
        suits: ({ kind }) => kind === 'managed',
    });
    if (environment === undefined) {
        return;
    }
    if (environment.kind !== 'managed') {
        throw new OperationError('unsupported', {
            what: vscode.l10n.t(
                '{0} is a Compose project and was not made here, so it is not deleted from here',
                environment.name,
            ),
            kept: vscode.l10n.t('Nothing was changed'),
            next: vscode.l10n.t('Remove it with docker compose down'),
        });
    }
    const removeImages = await confirmDelete(services, environment);
    if (removeImages !== undefined) {
        await runOperation(services, {
            environment: environment.name,
            title: vscode.l10n.t('Deleting {0}', environment.name),
            work: (engine, context) => deleteEnvironment(engine, environment, { removeImages }, context),
        });
    }
}

/** Whether the images go too; undefined where nothing is to be deleted. */
async function confirmDelete(services: Services, environment: Environment): Promise<boolean | undefined> {
    const all = vscode.l10n.t('Delete');
    const withImages = vscode.l10n.t('Delete With Images');
    const root = environment.topology?.application.documentRoot;
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Delete environment {0} and its {1} nodes?', environment.name, environment.nodes.length),
        detail: [
            vscode.l10n.t(
                'Containers, network and volumes are removed, and the sessions with them. This cannot be undone.',
            ),
            ...(root === undefined ? [] : [vscode.l10n.t('The document root {0} is not touched.', root)]),
            vscode.l10n.t('With the images kept, the next environment is created faster.'),
        ].join('\n\n'),
        actions: [all, withImages],
        warning: true,
    });
    return answer === undefined ? undefined : answer === withImages;
}
