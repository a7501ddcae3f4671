import * as vscode from 'vscode';
import type { VerificationReport } from '../../cluster/report.ts';
import { renderReportMarkdown } from '../../cluster/reportText.ts';

const SCHEME = 'php-session-cluster-report';

const reports = new Map<string, string>();

/** Reports are read-only documents that live as long as the window; Save As keeps one. */
export function registerReports(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: uri => reports.get(uri.toString()) ?? '',
    });
}

/** Opens the report, rendered. */
export async function showReport(report: VerificationReport): Promise<void> {
    const time = report.startedAt.slice(0, 19).replaceAll(':', '-');
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${report.environment} ${time}.md` });
    reports.set(uri.toString(), renderReportMarkdown(report));
    await vscode.commands.executeCommand('markdown.showPreview', uri);
}
