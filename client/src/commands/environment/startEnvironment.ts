import * as vscode from 'vscode';
import { startEnvironment } from '../../cluster/lifecycle/lifecycle.ts';
import { isRunning } from '../../cluster/model/model.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { pickEnvironment } from '../target.ts';

export async function startEnvironmentCommand(services: Services, argument: unknown): Promise<void> {
    const environment = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Start Environment'),
        suits: candidate => !candidate.nodes.every(isRunning),
    });
    if (environment !== undefined) {
        await runOperation(services, {
            environment: environment.name,
            title: vscode.l10n.t('Starting {0}', environment.name),
            work: (engine, context) => startEnvironment(engine, environment, context),
        });
    }
}
