import { toReport } from '../../cluster/report/file.ts';
import type { ReportPage } from './pageModel.ts';

/** The editor's name for the kind of panel. */
export const REPORT_VIEW = 'phpSessionCluster.report';

/** What a report can be saved as. */
export const FORMATS = ['markdown', 'json', 'junit'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** From the editor to the page. */
export interface ShowMessage {
    readonly type: 'show';
    readonly page: ReportPage;
}

/** From the page to the editor. `ready`: loaded, also anew after it was hidden; answered with a ShowMessage. */
export type PageMessage = { readonly type: 'ready' } | { readonly type: 'save'; readonly format: ReportFormat };

/** What the editor keeps for the page over a reload of the window. */
export interface PageState {
    readonly report: unknown;
    /** Place of the selected fault in the report's list. */
    readonly selected?: number;
}

export function isReportFormat(value: unknown): value is ReportFormat {
    return FORMATS.some(format => format === value);
}

export function isPageMessage(value: unknown): value is PageMessage {
    if (typeof value !== 'object' || value === null || !('type' in value)) {
        return false;
    }
    return value.type === 'ready' || (value.type === 'save' && 'format' in value && isReportFormat(value.format));
}

/** The texts beside the report are made by the same version of the extension as the page's script. */
export function isShowMessage(value: unknown): value is ShowMessage {
    return (
        typeof value === 'object' &&
        value !== null &&
        'type' in value &&
        value.type === 'show' &&
        'page' in value &&
        typeof value.page === 'object' &&
        value.page !== null &&
        'report' in value.page &&
        toReport(value.page.report) !== undefined
    );
}

export function isPageState(value: unknown): value is PageState {
    return typeof value === 'object' && value !== null && 'report' in value;
}
