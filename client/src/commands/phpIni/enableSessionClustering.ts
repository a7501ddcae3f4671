import * as vscode from 'vscode';
import { DEFAULT_LOCK_EXPIRE } from '../../../../server/src/phpIni/sessionSettings.ts';
import { nodesOf } from '../../cluster/model/model.ts';
import { planSessionSettings } from '../../cluster/apply/settings.ts';
import { serverTitleOf } from '../../cluster/software/table.ts';
import { agreeAndApply } from './agreeToPlan.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickEnvironment } from '../target.ts';

/** Plans the session settings, shows them as a diff, and applies them when the person agrees. */
export async function enableSessionClustering(services: Services, argument: unknown): Promise<void> {
    const environment = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Enable Session Clustering'),
        suits: candidate => nodesOf(candidate, 'application').length > 0 && nodesOf(candidate, 'store').length > 0,
    });
    if (environment === undefined) {
        return;
    }
    const lockExpire = vscode.workspace
        .getConfiguration('phpSessionCluster')
        .get('session.lockExpire', DEFAULT_LOCK_EXPIRE);
    const plan = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Reading the configuration of {0}', environment.name),
        work: (engine, context) => planSessionSettings(engine, environment, context, { lockExpire }),
    });
    if (plan.changes.length === 0) {
        void services.dialogs.notify(
            'information',
            vscode.l10n.t(
                'Session clustering is enabled on every {1} node of {0} already.',
                environment.name,
                serverTitleOf(environment, 'application'),
            ),
            [],
        );
        return;
    }
    if (await agreeAndApply(services, environmentNow(services, environment.name), plan)) {
        const verify = vscode.l10n.t('Verify Failover');
        const done = vscode.l10n.t(
            'The sessions of {0} are in {1} now. A verification shows whether they survive.',
            environment.name,
            serverTitleOf(environment, 'store'),
        );
        void services.dialogs.notify('information', done, [verify]).then(answer => {
            if (answer === verify) {
                const element = {
                    kind: 'environment',
                    id: `environment/${environment.name}`,
                    environment: environment.name,
                };
                void vscode.commands.executeCommand('phpSessionCluster.verifyFailover', element);
            }
        });
    }
}
