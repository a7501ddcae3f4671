import * as v from 'valibot';
import { SLICE } from '../../cluster/report/file.ts';
import { fields, figure, number } from '../../foreignData.ts';

/*
 * What the page of a report shows: every text, in the language of the editor and with its figures written out, and what
 * its charts draw. The page itself knows no words, and judges nothing.
 */

const texts = v.array(v.string());

const table = fields({
    caption: v.string(),
    headings: texts,
    /** The first cell is the heading of its row. */
    rows: v.array(texts),
    /** So many columns at the start hold words; the others hold figures. */
    words: figure,
});

const total = fields({
    label: v.string(),
    value: v.string(),
    /** Not 0, and not as it should be. */
    isHarm: v.boolean(),
});

/** A fault on the time axis. Seconds since the verification's start. */
const band = fields({
    /** Its number in the table of faults, from 1. */
    number: figure,
    label: v.string(),
    failed: v.boolean(),
    struck: number,
    healed: number,
    back: number,
});

const fault = fields({
    verdict: v.string(),
    /** For the live region, when the fault is selected. */
    announcement: v.string(),
    reason: v.exactOptional(v.string()),
    tables: v.array(table),
});

/** Texts of the page that depend on no fault. `{0}`, `{1}` stand for what the page puts in. */
const pageTexts = fields({
    save: v.string(),
    saveMarkdown: v.string(),
    saveJson: v.string(),
    saveJunit: v.string(),
    totals: v.string(),
    timeline: v.string(),
    timelineSummary: v.string(),
    zoomIn: v.string(),
    zoomOut: v.string(),
    keys: v.string(),
    range: v.string(),
    wholeRange: v.string(),
    time: v.string(),
    median: v.string(),
    slowest: v.string(),
    errors: v.string(),
    cut: v.string(),
    lost: v.string(),
    stale: v.string(),
    foreign: v.string(),
    empty: v.string(),
    replayed: v.string(),
    faultLasts: v.string(),
    nodeReturns: v.string(),
    shares: v.string(),
    sharesSummary: v.string(),
    faultsCaption: v.string(),
    weaknesses: v.string(),
    weaknessesLink: v.string(),
    noWeaknesses: v.string(),
    meanings: v.string(),
});

export const pageContent = fields({
    title: v.string(),
    passed: v.boolean(),
    verdict: fields({ word: v.string(), sentences: texts }),
    /** When, how much, and with which seed. */
    about: v.string(),
    totals: v.array(total),
    /** One row a fault. */
    faultsTable: table,
    /** As many as the table has rows. */
    faults: v.array(fault),
    /** Of the faults that were tried. */
    bands: v.array(band),
    timeline: fields({ sliceMs: figure, slices: v.array(SLICE) }),
    /** Nodes that answered, in the order of their colours, with their short names. */
    nodes: v.array(fields({ name: v.string(), label: v.string() })),
    weaknesses: v.array(fields({ what: v.string(), next: v.string() })),
    meanings: v.array(fields({ word: v.string(), meaning: v.string() })),
    texts: pageTexts,
});

type Frozen<T> = T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

export type PageContent = Frozen<v.InferOutput<typeof pageContent>>;
export type PageTable = Frozen<v.InferOutput<typeof table>>;
export type Total = Frozen<v.InferOutput<typeof total>>;
export type FaultBand = Frozen<v.InferOutput<typeof band>>;
export type FaultDetails = Frozen<v.InferOutput<typeof fault>>;
export type Slice = Frozen<v.InferOutput<typeof SLICE>>;
export type PageTexts = PageContent['texts'];
