import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { renderReportJunit } from '../../cluster/report/junit.ts';
import { renderReportMarkdown } from '../../cluster/report/text.ts';
import type { Services } from '../../workbench/services.ts';
import { messageOf } from '../../failure.ts';
import type { ReportFormat } from './messages.ts';

interface FileFormat {
    readonly title: string;
    readonly name: string;
    readonly extension: string;
    readonly render: (report: VerificationReport) => string;
}

/** Asks where to, writes the report there, and offers to open it. */
export async function saveReport(services: Services, report: VerificationReport, format: ReportFormat): Promise<void> {
    const { title, name, extension, render } = fileFormats()[format];
    const uri = await services.dialogs.saveFile(title, suggestedUri(report, extension), { [name]: [extension] });
    if (uri === undefined) {
        return;
    }
    await write(uri, render(report));
    const openFile = vscode.l10n.t('Open');
    const done = vscode.l10n.t('The report was saved as {0}.', vscode.workspace.asRelativePath(uri));
    void services.dialogs.notify('information', done, [openFile]).then(async answer => {
        if (answer === openFile) {
            await vscode.commands.executeCommand('vscode.open', uri);
        }
    });
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
    try {
        await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
    } catch (error) {
        throw new OperationError('failed', {
            what: vscode.l10n.t('The report could not be saved as {0}: {1}', uri.fsPath, messageOf(error)),
            next: vscode.l10n.t('Choose another place'),
            cause: error,
        });
    }
}

export function fileFormats(): Readonly<Record<ReportFormat, FileFormat>> {
    return {
        markdown: {
            title: vscode.l10n.t('Save as Markdown'),
            name: 'Markdown',
            extension: 'md',
            render: renderReportMarkdown,
        },
        json: {
            title: vscode.l10n.t('Save as JSON'),
            name: 'JSON',
            extension: 'json',
            render: report => `${JSON.stringify(report, undefined, 4)}\n`,
        },
        junit: {
            title: vscode.l10n.t('Save as JUnit XML'),
            name: 'JUnit XML',
            extension: 'xml',
            render: renderReportJunit,
        },
    };
}

/** `shop-verification-2026-05-04T10-20-30.json` in the workspace folder; in the person's own where there is none. */
function suggestedUri({ environment, startedAt }: VerificationReport, extension: string): vscode.Uri {
    const time = startedAt.slice(0, 19).replaceAll(':', '-');
    const name = `${environment}-verification-${time}.${extension}`.replaceAll(/[^\w.-]/g, '_');
    return vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir()), name);
}
