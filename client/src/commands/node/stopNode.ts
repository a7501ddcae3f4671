import * as vscode from 'vscode';
import { stopNode } from '../../cluster/lifecycle/lifecycle.ts';
import { isRunning } from '../../cluster/model/model.ts';
import { confirmLostSessions } from './confirmLostSessions.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickNode } from '../target.ts';

export async function stopNodeCommand(services: Services, argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Stop Node');
    const node = await pickNode(services, argument, { title, suits: isRunning });
    if (node !== undefined && (await confirmLostSessions(services, node, title))) {
        await runOperation(services, {
            environment: node.environment,
            title: vscode.l10n.t('Stopping {0}', node.name),
            work: (engine, context) => stopNode(engine, environmentNow(services, node.environment), node, context),
        });
    }
}
