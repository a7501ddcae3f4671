import type { VerificationReport } from '../../cluster/report/report.ts';

/** A report with every text that its page shows, in the language of the editor: the page itself knows no words. */
export interface ReportPage {
    readonly report: VerificationReport;
    readonly title: string;
    readonly verdict: { readonly word: string; readonly sentences: readonly string[] };
    /** When, how much, and with which seed. */
    readonly about: string;
    readonly totals: readonly Total[];
    /** As many as the report has, in its order. */
    readonly faults: readonly FaultRow[];
    readonly faultHeadings: readonly string[];
    /** Nodes that answered, in the order of their colours, with their short names. */
    readonly nodes: readonly { readonly name: string; readonly label: string }[];
    readonly weaknesses: readonly { readonly what: string; readonly next: string }[];
    readonly meanings: readonly (readonly [word: string, meaning: string])[];
    readonly texts: PageTexts;
}

export interface Total {
    readonly label: string;
    readonly value: string;
    /** Not 0, and not as it should be. */
    readonly isHarm: boolean;
}

export interface FaultRow {
    /** At the band in the timeline. */
    readonly label: string;
    /** As many as there are headings. */
    readonly cells: readonly string[];
    /** For the live region, when the fault is selected. */
    readonly announcement: string;
    readonly reason?: string;
    readonly tables: readonly PageTable[];
}

export interface PageTable {
    readonly caption: string;
    readonly headings: readonly string[];
    /** The first cell is the heading of its row. */
    readonly rows: readonly (readonly string[])[];
}

/** Texts of the page that depend on no fault. `{0}`, `{1}` stand for what the page puts in. */
export type PageTexts = Readonly<Record<PageText, string>>;

type PageText =
    | 'save'
    | 'saveMarkdown'
    | 'saveJson'
    | 'saveJunit'
    | 'totals'
    | 'timeline'
    | 'timelineSummary'
    | 'zoomIn'
    | 'zoomOut'
    | 'keys'
    | 'range'
    | 'wholeRange'
    | 'time'
    | 'median'
    | 'slowest'
    | 'errors'
    | 'lost'
    | 'stale'
    | 'replayed'
    | 'faultLasts'
    | 'nodeReturns'
    | 'shares'
    | 'sharesSummary'
    | 'faults'
    | 'faultsCaption'
    | 'weaknesses'
    | 'weaknessesLink'
    | 'noWeaknesses'
    | 'meanings';
