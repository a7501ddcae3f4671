import * as vscode from 'vscode';
import { REPORT_VIEW } from './viewType.ts';
import type { Services } from '../../workbench/services.ts';

/**
 * Reports that were open come back after a reload of the window. All else of the view is read when there is a report to
 * show.
 */
export function registerReports(services: Services): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
            const { restoreReport } = await import('./panel.ts');
            restoreReport(services, panel, state);
        },
    });
}
