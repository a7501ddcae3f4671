import * as vscode from 'vscode';
import { startNode } from '../../cluster/lifecycle/lifecycle.ts';
import { isRunning } from '../../cluster/model/model.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { pickNode } from '../target.ts';

export async function startNodeCommand(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, {
        title: vscode.l10n.t('Start Node'),
        suits: candidate => !isRunning(candidate),
    });
    if (node !== undefined) {
        await runOperation(services, {
            environment: node.environment,
            title: vscode.l10n.t('Starting {0}', node.name),
            work: (engine, context) => startNode(engine, node, context),
        });
    }
}
