import * as vscode from 'vscode';
import { LocalStyle } from '../../cluster/report/localStyle.ts';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { reportFailure } from '../../workbench/failures.ts';
import type { Services } from '../../workbench/services.ts';
import { isPageMessage, readPageState, type PageMessage, type ShowMessage } from './messages.ts';
import { pageHtml, pageOptions } from './html.ts';
import { makeContent } from './makeContent.ts';
import { REPORT_VIEW } from './viewType.ts';
import { saveReport } from './save.ts';

/** Open panels and the reports that they show. */
const open = new Map<vscode.WebviewPanel, VerificationReport>();

/** Opens a report in a panel of its own, so that two can be looked at side by side. */
export function showReport(services: Services, report: VerificationReport): void {
    const panel = vscode.window.createWebviewPanel(
        REPORT_VIEW,
        '',
        vscode.ViewColumn.Active,
        pageOptions(services.extensionUri),
    );
    fill(services, panel, report);
}

/** After a reload of the window: the page has kept its report. One of another version of the extension closes. */
export function restoreReport(services: Services, panel: vscode.WebviewPanel, state: unknown): void {
    const report = readPageState(state)?.report;
    if (report === undefined) {
        services.log.warn(
            'A report that was open cannot be shown again: this version of the extension does not know its form.',
        );
        panel.dispose();
        return;
    }
    panel.webview.options = pageOptions(services.extensionUri);
    fill(services, panel, report);
}

/** The report of the panel that is in front. */
export function activeReport(): VerificationReport | undefined {
    return [...open].find(([panel]) => panel.active)?.[1];
}

function fill(services: Services, panel: vscode.WebviewPanel, report: VerificationReport): void {
    const { extensionUri } = services;
    const page = makeContent(report, new LocalStyle(vscode.env.language));
    const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', 'report', `icon-${theme}.svg`);
    panel.title = page.title;
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    open.set(panel, report);
    const listening = panel.webview.onDidReceiveMessage(async (message: unknown) => {
        if (!isPageMessage(message)) {
            services.log.warn('The page of a report sent a message of no known form.');
            return;
        }
        try {
            await answer(services, panel, { type: 'show', page, report }, message);
        } catch (error) {
            reportFailure(services, error);
        }
    });
    panel.onDidDispose(() => {
        listening.dispose();
        open.delete(panel);
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, page.title);
}

async function answer(
    services: Services,
    panel: vscode.WebviewPanel,
    show: ShowMessage,
    message: PageMessage,
): Promise<void> {
    switch (message.type) {
        case 'ready':
            await panel.webview.postMessage(show);
            break;
        case 'save':
            await saveReport(services, show.report, message.format);
            break;
    }
}
