import * as vscode from 'vscode';
import { isRunning, nodesOf } from '../cluster/model.ts';
import { verifyFailover } from '../cluster/verify.ts';
import { showReport } from '../views/report/reportDocument.ts';
import { runOperation } from './operation.ts';
import type { Services } from './services.ts';
import { environmentNow, pickEnvironment } from './target.ts';

/** Asks before it stops anything. The report opens as rendered Markdown. */
export async function verifyFailoverCommand(services: Services, argument: unknown): Promise<void> {
    const picked = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Verify Failover'),
        suits: candidate => nodesOf(candidate, 'application').filter(isRunning).length > 1,
    });
    if (picked === undefined) {
        return;
    }
    const sessions = vscode.workspace.getConfiguration('phpSessionCluster').get('verify.sessions', 50);
    const verify = vscode.l10n.t('Verify');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Verify the failover of {0}?', picked.name),
        detail: vscode.l10n.t(
            '{0} sessions send requests through the balancer while these nodes are killed and started again, one after the other: {1}. All of them run again at the end, also if you cancel.',
            sessions,
            nodesOf(picked, 'application')
                .map(({ name }) => name)
                .join(', '),
        ),
        actions: [verify],
        warning: true,
    });
    if (answer !== verify) {
        return;
    }
    const environment = environmentNow(services, picked.name);
    const report = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Verifying the failover of {0}', environment.name),
        work: (engine, context) => verifyFailover(engine, environment, { sessions }, context),
    });
    await showReport(report);
}
