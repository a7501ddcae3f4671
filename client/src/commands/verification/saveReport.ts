import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import { FORMATS, isReportFormat, type ReportFormat } from '../../views/report/messages.ts';
import { activeReport } from '../../views/report/panel.ts';
import { fileFormats, saveReport } from '../../views/report/save.ts';
import type { Services } from '../../workbench/services.ts';

/** Saves the report that is in front, in the format that is the argument, else in one that the person picks. */
export async function saveReportCommand(services: Services, argument: unknown): Promise<void> {
    const report = activeReport();
    if (report === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('No verification report is in front'),
            next: vscode.l10n.t('Verify a failover, or open a report that was saved as JSON'),
        });
    }
    const format = isReportFormat(argument) ? argument : await pickFormat(services);
    if (format !== undefined) {
        await saveReport(services, report, format);
    }
}

async function pickFormat(services: Services): Promise<ReportFormat | undefined> {
    const formats = fileFormats();
    const choices = FORMATS.map(format => ({
        label: formats[format].name,
        description: `.${formats[format].extension}`,
        value: format,
    }));
    return services.dialogs.pick(choices, {
        title: vscode.l10n.t('Save Verification Report'),
        placeholder: vscode.l10n.t('Select a format'),
    });
}
