import { posix } from 'node:path';
import * as vscode from 'vscode';
import { applyPlan } from '../../cluster/apply/apply.ts';
import type { ApplyPlan } from '../../cluster/apply/plan.ts';
import type { Environment } from '../../cluster/model/model.ts';
import { serverTitle } from '../../cluster/software/table.ts';
import { showPlan } from '../../documents/planPreview.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';

/** Shows what is going to change, asks, applies, and logs what is in force. False where the person did not agree. */
export async function agreeAndApply(services: Services, environment: Environment, plan: ApplyPlan): Promise<boolean> {
    if (plan.changes.length > 0) {
        await showPlan(plan);
    }
    if (!(await agrees(services, plan))) {
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

/** Not modal: the diff can be read and scrolled while the question stands above it. */
async function agrees(services: Services, { environment, nodes, changes, notes }: ApplyPlan): Promise<boolean> {
    const agreed = await services.dialogs.pick(
        [
            {
                label: vscode.l10n.t('$(check) Apply'),
                description: vscode.l10n.t('checked on every node first; if anything fails, every file is put back'),
                ...(notes.length === 0 ? {} : { detail: notes.join(' ') }),
                value: true,
            },
            { label: vscode.l10n.t('$(close) Cancel'), description: vscode.l10n.t('changes nothing'), value: false },
        ],
        {
            title: vscode.l10n.t('Apply These Changes to {0}?', environment),
            placeholder:
                changes.length === 0
                    ? vscode.l10n.t(
                          'No file changes; {0} restarts, and what is in force is read back',
                          serverTitle(nodes),
                      )
                    : changes.map(describeChange).join(', '),
            stays: true,
        },
    );
    return agreed === true;
}

function describeChange({ node, path, before }: ApplyPlan['changes'][number]): string {
    const name = posix.basename(path);
    return before === undefined
        ? vscode.l10n.t('{0} is made on {1}', name, node.name)
        : vscode.l10n.t('{0} changes on {1}', name, node.name);
}
