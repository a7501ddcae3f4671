import * as vscode from 'vscode';
import { isRunning, nodesOf } from '../../cluster/model/model.ts';
import { restartApplication } from '../../cluster/lifecycle/restart.ts';
import { serverTitleOf } from '../../cluster/software/table.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment } from '../target.ts';

/** One after the other, gracefully: the application answers all the time. */
export async function restartAllApplicationNodes(services: Services, argument: unknown): Promise<void> {
    const environment = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Restart All Application Nodes'),
        suits: candidate => nodesOf(candidate, 'application').some(isRunning),
    });
    if (environment !== undefined) {
        await runOperation(services, {
            environment: environment.name,
            title: vscode.l10n.t(
                'Restarting all {1} nodes of {0}',
                environment.name,
                serverTitleOf(environment, 'application'),
            ),
            work: (engine, context) => restartApplication(engine, environment, {}, context),
        });
    }
}
