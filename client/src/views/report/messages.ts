import * as v from 'valibot';
import { REPORT } from '../../cluster/report/file.ts';
import type { VerificationReport } from '../../cluster/report/report.ts';
import { fields, ifOfForm, readData } from '../../foreignData.ts';
import { pageContent, type PageContent } from './content.ts';

/** What a report can be saved as. */
export const FORMATS = ['markdown', 'json', 'junit'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** From the editor to the page. */
export interface ShowMessage {
    readonly type: 'show';
    readonly page: PageContent;
    /** For the state that the page keeps. */
    readonly report: VerificationReport;
}

/** From the page to the editor. `ready`: loaded, also anew after it was hidden; answered with a ShowMessage. */
export type PageMessage = { readonly type: 'ready' } | { readonly type: 'save'; readonly format: ReportFormat };

/** What the editor keeps for the page over a reload of the window. */
export interface PageState {
    readonly report: VerificationReport;
    /** Place of the selected fault in the report's list. */
    readonly selected?: number;
}

const format = v.picklist(FORMATS);
const pageMessage = v.union([fields({ type: v.picklist(['ready']) }), fields({ type: v.picklist(['save']), format })]);
const showMessage = fields({ type: v.picklist(['show']), page: pageContent, report: REPORT });
const pageState = fields({
    report: REPORT,
    selected: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

export function isReportFormat(value: unknown): value is ReportFormat {
    return v.is(format, value);
}

export function isPageMessage(value: unknown): value is PageMessage {
    return v.is(pageMessage, value);
}

export function isShowMessage(value: unknown): value is ShowMessage {
    return v.is(showMessage, value);
}

/** Undefined where it is of another form: of another version of the extension, that is. */
export function readPageState(value: unknown): PageState | undefined {
    return ifOfForm(() => readData(pageState, value));
}
