import * as vscode from 'vscode';
import { isRunning } from '../../cluster/model/model.ts';
import { restartNode } from '../../cluster/lifecycle/restart.ts';
import { confirmLostSessions } from './confirmLostSessions.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickNode } from '../target.ts';

/** Apache ends the requests it has, with the new configuration for the next ones. */
export async function restartNodeGracefully(services: Services, argument: unknown): Promise<void> {
    await restart(services, argument, vscode.l10n.t('Restart Node'), false);
}

/** The whole container, also where Apache or NGINX could be restarted within it. */
export async function restartNodeHard(services: Services, argument: unknown): Promise<void> {
    await restart(services, argument, vscode.l10n.t('Restart Container'), true);
}

async function restart(services: Services, argument: unknown, title: string, hard: boolean): Promise<void> {
    const node = await pickNode(services, argument, { title, suits: isRunning });
    if (node !== undefined && (await confirmLostSessions(services, node, title))) {
        await runOperation(services, {
            environment: node.environment,
            title: vscode.l10n.t('Restarting {0}', node.name),
            work: (engine, context) =>
                restartNode(engine, environmentNow(services, node.environment), node, { hard }, context),
        });
    }
}
