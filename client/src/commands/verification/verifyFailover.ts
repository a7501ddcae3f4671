import * as vscode from 'vscode';
import { isRunning, nodesOf } from '../../cluster/model/model.ts';
import { verifyFailover } from '../../cluster/verify/verify.ts';
import { planVerification } from '../../cluster/verify/plan.ts';
import { showReport } from '../../views/report/panel.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickEnvironment } from '../target.ts';
import { promptForVerification } from './verificationQuestions.ts';

/** Asks before anything fails, and shows the report. */
export async function verifyFailoverCommand(services: Services, argument: unknown): Promise<void> {
    const picked = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Verify Failover'),
        suits: candidate => nodesOf(candidate, 'application').filter(isRunning).length > 1,
    });
    if (picked === undefined) {
        return;
    }
    // What cannot be verified at all is said before a question is asked.
    planVerification(picked, {});
    const options = await promptForVerification(services, picked);
    if (options === undefined) {
        return;
    }
    const environment = environmentNow(services, picked.name);
    const report = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Verifying the failover of {0}', environment.name),
        work: (engine, context) => verifyFailover(engine, environment, options, context),
    });
    showReport(services, report);
}
