import * as vscode from 'vscode';
import { stopNode } from '../cluster/lifecycle.ts';
import { isRunning } from '../cluster/model.ts';
import { runOperation } from './operation.ts';
import type { Services } from './services.ts';
import { pickNode } from './target.ts';

export async function stopNodeCommand(services: Services, argument: unknown): Promise<void> {
    const node = await pickNode(services, argument, { title: vscode.l10n.t('Stop Node'), suits: isRunning });
    if (node !== undefined) {
        await runOperation(services, {
            environment: node.environment,
            title: vscode.l10n.t('Stopping {0}', node.name),
            work: (engine, context) => stopNode(engine, node, context),
        });
    }
}
