import { posix } from 'node:path';
import * as vscode from 'vscode';
import { applyPlan } from '../cluster/apply.ts';
import type { ApplyPlan } from '../cluster/applyPlan.ts';
import type { Environment } from '../cluster/model.ts';
import { showPlan } from '../documents/planPreview.ts';
import { runOperation } from './operation.ts';
import type { Services } from './services.ts';

/** Shows what is going to change, asks, applies, and says what is in force. False where the person did not agree. */
export async function agreeAndApply(services: Services, environment: Environment, plan: ApplyPlan): Promise<boolean> {
    if (plan.changes.length > 0) {
        await showPlan(plan);
    }
    const apply = vscode.l10n.t('Apply');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Apply these changes to {0}?', environment.name),
        detail: [describeChanges(plan), ...plan.notes].join('\n\n'),
        actions: [apply],
    });
    if (answer !== apply) {
        return false;
    }
    const result = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Applying to {0}', environment.name),
        work: (engine, context) => applyPlan(engine, environment, plan, context),
    });
    services.log.info(`In force: ${JSON.stringify(result.inForce)}`);
    return true;
}

function describeChanges({ changes, nodes }: ApplyPlan): string {
    const files = changes.map(({ node, path, before }) => {
        const name = posix.basename(path);
        return before === undefined
            ? vscode.l10n.t('{0} is made on {1}', name, node.name)
            : vscode.l10n.t('{0} changes on {1}', name, node.name);
    });
    const restarts = vscode.l10n.t(
        'The change is checked on every node first. Then Apache is restarted gracefully, one node after the other: {0}. If anything fails, every node gets its files back.',
        nodes.map(({ name }) => name).join(', '),
    );
    return [...(files.length === 0 ? [vscode.l10n.t('No file changes')] : files), '', restarts].join('\n');
}
