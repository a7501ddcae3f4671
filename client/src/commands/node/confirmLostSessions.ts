import * as vscode from 'vscode';
import { isOnlyStore } from '../../cluster/lifecycle/lifecycle.ts';
import type { ClusterNode } from '../../cluster/model/model.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow } from '../target.ts';

/**
 * Asks before the last store that runs is stopped. False where the person declined; true without a question for any
 * other node.
 */
export async function confirmLostSessions(services: Services, node: ClusterNode, action: string): Promise<boolean> {
    if (!isOnlyStore(environmentNow(services, node.environment), node)) {
        return true;
    }
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('{0} is the only store that runs. Lose all sessions?', node.name),
        detail: vscode.l10n.t('The sessions are in its memory: everybody who is logged in has to log in again.'),
        actions: [action],
        warning: true,
    });
    return answer === action;
}
