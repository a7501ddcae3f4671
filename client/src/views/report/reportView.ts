import * as vscode from 'vscode';
import type { Services } from '../../commands/services.ts';

export const REPORT_VIEW = 'phpSessionCluster.report';

/** Reports that were open come back after a reload of the window. All else of the view is read when there is a report to show. */
export function registerReports(services: Services): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
            const { restoreReport } = await import('./reportPanel.ts');
            restoreReport(services, panel, state);
        },
    });
}
