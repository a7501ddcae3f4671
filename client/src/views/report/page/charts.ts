import uPlot from 'uplot';
import type { FaultBand, PageContent } from '../content.ts';
import { drawBands, drawEdges, drawLabels, LABEL_HEIGHT } from './faultBands.ts';
import { drawMarks, lanesHeight, markLanes } from './marks.ts';
import type { Theme } from './theme.ts';

/** Seconds since the verification's start. */
export interface Range {
    readonly from: number;
    readonly to: number;
}

export interface ChartContext {
    readonly page: PageContent;
    readonly bands: readonly FaultBand[];
    readonly theme: Theme;
    readonly width: number;
    /** Without lanes and legends. */
    readonly heights: { readonly requests: number; readonly shares: number };
    readonly range: Range;
    /** The number of the selected fault. */
    readonly selected: () => number | undefined;
    /** After the person, or the other chart, has changed what is shown. */
    readonly onRange: (range: Range) => void;
    readonly onZoomOut: () => void;
}

/** CSS pixels, the same in both charts, so that they have their times below each other. */
const AXIS_WIDTH = 84;
const RIGHT = 24;

const GROUP = 'report';

/** Pieces of time that the shares are shown in. */
const MOST_COLUMNS = 240;

// The enum is declared only: it has no value at run time to take.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- so there is only its number
const LOGARITHMIC: uPlot.Scale.Distr = 3;

/** Median and slowest answer of each piece of time, on a logarithmic axis: both 8 ms and 8 s are to be seen. */
export function requestsChart(target: HTMLElement, context: ChartContext): uPlot {
    const { page, theme, bands } = context;
    const { texts } = page;
    const { slices } = page.timeline;
    const lanes = markLanes(slices, texts, theme);
    const top = LABEL_HEIGHT + lanesHeight(lanes);
    const options: uPlot.Options = {
        ...commonOptions(context),
        height: context.heights.requests + top,
        padding: [top, RIGHT, 8, 0],
        scales: { x: timeScale(context), y: { distr: LOGARITHMIC }, count: { range: [0, 1] } },
        axes: [
            { ...axis(theme), size: 0, values: () => [] },
            {
                ...axis(theme, powersOfTen),
                size: AXIS_WIDTH,
                values: (_plot, splits) => splits.map(millisecondsLabel),
            },
        ],
        series: [
            timeSeries(texts.time),
            line(texts.median, theme.median),
            line(texts.slowest, theme.slowest),
            ...lanes.map(({ label, color }): uPlot.Series => ({
                label,
                scale: 'count',
                stroke: color,
                paths: () => null,
                points: { show: false },
                value: (_plot, count: number | null) => (count === null ? '–' : String(count)),
            })),
        ],
        hooks: {
            drawClear: [
                plot => {
                    drawBands(plot, bands, theme, context.selected());
                },
            ],
            draw: [
                plot => {
                    drawMarks(plot, lanes, theme);
                    drawLabels(plot, bands, theme, lanesHeight(lanes));
                },
            ],
            setScale: [rangeHook(context)],
        },
    };
    const positive = (figure: number) => (figure > 0 ? figure : null);
    const data: uPlot.AlignedData = [
        times(page),
        slices.map(({ medianMs }) => positive(medianMs)),
        slices.map(({ slowestMs }) => positive(slowestMs)),
        ...lanes.map(({ counts }) => [...counts]),
    ];
    return new uPlot(options, data, target);
}

/** What part of the answers each node gave: areas upon each other, up to 100 %. */
export function sharesChart(target: HTMLElement, context: ChartContext): uPlot {
    const { page, theme, bands } = context;
    const { nodes, texts } = page;
    const color = (index: number) => theme.nodes[index % theme.nodes.length] ?? theme.foreground;
    const options: uPlot.Options = {
        ...commonOptions(context),
        height: context.heights.shares,
        padding: [8, RIGHT, 0, 0],
        scales: { x: timeScale(context), y: { range: [0, 100] } },
        axes: [
            { ...axis(theme), size: 28, values: (_plot, splits) => splits.map(secondsLabel) },
            {
                ...axis(theme),
                size: AXIS_WIDTH,
                splits: () => [0, 50, 100],
                values: (_plot, splits) => splits.map(split => `${split} %`),
            },
        ],
        series: [
            timeSeries(texts.time),
            ...nodes.map(({ label }, index): uPlot.Series => ({
                label,
                stroke: color(index),
                fill: color(index),
                points: { show: false },
                value: (plot, _stacked, _series, at) => percentLabel(at === null ? null : shareAt(plot, index + 1, at)),
            })),
        ],
        bands: nodes.slice(1).map((_node, index) => ({ series: [index + 2, index + 1] })),
        hooks: {
            draw: [
                plot => {
                    drawEdges(plot, bands, theme);
                },
            ],
            setScale: [rangeHook(context)],
        },
    };
    return new uPlot(options, sharesData(page, context.range), target);
}

/** For a part of the time: so many slices in one that areas are seen, not noise. */
export function sharesData({ nodes, timeline }: PageContent, { from, to }: Range): uPlot.AlignedData {
    const { sliceMs, slices } = timeline;
    const size = Math.max(1, Math.ceil((1000 * (to - from)) / sliceMs / MOST_COLUMNS));
    const columns = Array.from({ length: Math.ceil(slices.length / size) }, (_column, index) =>
        slices.slice(index * size, (index + 1) * size).map(({ answers }) => answers),
    );
    const shares = nodes.map(({ name }) =>
        columns.map(answers => {
            const all = sum(answers.flatMap(Object.values));
            return all === 0 ? null : (100 * sum(answers.map(counts => counts[name] ?? 0))) / all;
        }),
    );
    const middles = columns.map((answers, index) => ((index * size + answers.length / 2) * sliceMs) / 1000);
    return [middles, ...stacked(shares)];
}

function sum(figures: readonly number[]): number {
    return figures.reduce((all, figure) => all + figure, 0);
}

/** What a node itself has: its line is drawn on top of the ones before it. */
function shareAt({ data }: uPlot, series: number, at: number): number | null {
    const upper = data[series]?.[at] ?? null;
    const lower = series === 1 ? 0 : (data[series - 1]?.[at] ?? 0);
    return upper === null ? null : upper - lower;
}

/** Each upon the sum of those before it. */
function stacked(series: readonly (readonly (number | null)[])[]): (number | null)[][] {
    const sums: number[] = [];
    return series.map(values =>
        values.map((value, at) => {
            if (value === null) {
                return null;
            }
            const sum = (sums[at] ?? 0) + value;
            sums[at] = sum;
            return sum;
        }),
    );
}

function timeScale({ range }: ChartContext): uPlot.Scale {
    return { time: false, min: range.from, max: range.to, range: (_plot, from, to) => [from, to] };
}

function commonOptions({ width, onZoomOut }: ChartContext) {
    return {
        width,
        cursor: {
            y: false,
            drag: { x: true, y: false },
            sync: { key: GROUP },
            bind: {
                dblclick: () => () => {
                    onZoomOut();
                    return null;
                },
            },
        },
        legend: { live: true },
    };
}

function rangeHook({ onRange }: ChartContext): (plot: uPlot, key: string) => void {
    return (plot, key) => {
        const { min, max } = plot.scales.x ?? {};
        if (key === 'x' && min !== undefined && max !== undefined) {
            onRange({ from: min, to: max });
        }
    };
}

/** `filter`: of the places that the axis could mark, those that it does; null for the others. */
function axis(theme: Theme, filter: uPlot.Axis.Filter = (_plot, splits) => splits): uPlot.Axis {
    const line = { stroke: theme.grid, width: 1, filter };
    return { stroke: theme.foreground, font: `11px ${theme.font}`, filter, grid: line, ticks: { ...line, size: 4 } };
}

/** A logarithmic axis has eight places between two of these. */
function powersOfTen(_plot: uPlot, splits: number[]): (number | null)[] {
    return splits.map(split => (Number.isInteger(Math.log10(split)) ? split : null));
}

function timeSeries(label: string): uPlot.Series {
    return { label, value: (_plot, seconds: number | null) => (seconds === null ? '–' : secondsLabel(seconds)) };
}

function line(label: string, stroke: string): uPlot.Series {
    return {
        label,
        stroke,
        width: 1.5,
        points: { show: false },
        value: (_plot, milliseconds: number | null) => (milliseconds === null ? '–' : millisecondsLabel(milliseconds)),
    };
}

/** Each piece of time at its middle. Seconds. */
function times({ timeline }: PageContent): number[] {
    const { sliceMs, slices } = timeline;
    return slices.map((_slice, index) => ((index + 0.5) * sliceMs) / 1000);
}

function millisecondsLabel(milliseconds: number | null): string {
    if (milliseconds === null) {
        return '';
    }
    return milliseconds < 1000 ? `${round(milliseconds)} ms` : `${round(milliseconds / 1000)} s`;
}

export function secondsLabel(seconds: number): string {
    return `${round(seconds)} s`;
}

function percentLabel(share: number | null | undefined): string {
    return share === null || share === undefined ? '–' : `${Math.round(share)} %`;
}

function round(figure: number): string {
    return String(Math.round(figure * 10) / 10);
}
