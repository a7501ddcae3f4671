import * as vscode from 'vscode';
import { stopEnvironment } from '../../cluster/lifecycle/lifecycle.ts';
import { isRunning } from '../../cluster/model/model.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment } from '../target.ts';

/** Asks first: the sessions are in the stores' memory, and are gone when those stop. */
export async function stopEnvironmentCommand(services: Services, argument: unknown): Promise<void> {
    const environment = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Stop Environment'),
        suits: candidate => candidate.nodes.some(isRunning),
    });
    if (environment === undefined) {
        return;
    }
    const stop = vscode.l10n.t('Stop Environment');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Stop every node of {0}?', environment.name),
        detail: vscode.l10n.t(
            'The application stops answering, and the sessions in memcached are gone. Nothing is deleted.',
        ),
        actions: [stop],
        warning: true,
    });
    if (answer !== stop) {
        return;
    }
    await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Stopping {0}', environment.name),
        work: (engine, context) => stopEnvironment(engine, environment, context),
    });
}
