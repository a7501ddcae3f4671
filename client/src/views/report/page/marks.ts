import uPlot from 'uplot';
import type { PageTexts, Slice } from '../content.ts';
import type { Theme } from './theme.ts';

/**
 * A lane above the plot in which each piece of time with such a thing has a mark: a shape, for a colour alone tells too
 * few people.
 */
export interface MarkLane {
    readonly kind: 'errors' | 'cut' | 'lost' | 'stale' | 'foreign' | 'empty' | 'replayed';
    readonly label: string;
    readonly color: string;
    readonly counts: readonly number[];
}

/** The same shape in the words of a legend. */
const SYMBOLS: Readonly<Record<MarkLane['kind'], string>> = {
    errors: '▲',
    cut: '△',
    lost: '✕',
    stale: '◆',
    foreign: '■',
    empty: '□',
    replayed: '○',
};

/** CSS pixels. */
const LANE_HEIGHT = 14;
const MARK_SIZE = 8;
/** Between the lanes and the highest label of the plot's axis. */
const GAP = 6;

/** CSS pixels that the lanes take above the plot. */
export function lanesHeight(lanes: readonly MarkLane[]): number {
    return lanes.length * LANE_HEIGHT + GAP;
}

/** The lanes of what happened at all, from top to bottom. */
export function markLanes(slices: readonly Slice[], texts: PageTexts, theme: Theme): MarkLane[] {
    const lane = (kind: MarkLane['kind'], color: string): MarkLane => ({
        kind,
        label: `${SYMBOLS[kind]} ${texts[kind]}`,
        color,
        counts: slices.map(slice => slice[kind]),
    });
    return [
        lane('errors', theme.harm),
        lane('cut', theme.harmless),
        lane('lost', theme.harm),
        lane('stale', theme.harm),
        lane('foreign', theme.harm),
        lane('empty', theme.harm),
        lane('replayed', theme.harmless),
    ].filter(({ counts }) => counts.some(count => count > 0));
}

/** Draws the lanes right above the plot, each with its name beside it. */
export function drawMarks(plot: uPlot, lanes: readonly MarkLane[], theme: Theme): void {
    const { ctx, bbox } = plot;
    const scale = uPlot.pxRatio;
    const [times = []] = plot.data;
    ctx.save();
    ctx.font = `${11 * scale}px ${theme.font}`;
    ctx.textBaseline = 'middle';
    ctx.lineWidth = 1.5 * scale;
    lanes.forEach((lane, index) => {
        const y = bbox.top - ((lanes.length - index - 0.5) * LANE_HEIGHT + GAP) * scale;
        ctx.fillStyle = theme.foreground;
        ctx.textAlign = 'right';
        ctx.fillText(lane.label, bbox.left - 6 * scale, y);
        ctx.fillStyle = lane.color;
        ctx.strokeStyle = lane.color;
        lane.counts.forEach((count, at) => {
            const x = plot.valToPos(times[at] ?? 0, 'x', true);
            if (count > 0 && x >= bbox.left && x <= bbox.left + bbox.width) {
                drawMark(ctx, lane.kind, x, y, (MARK_SIZE / 2) * scale);
            }
        });
    });
    ctx.restore();
}

function drawMark(ctx: CanvasRenderingContext2D, kind: MarkLane['kind'], x: number, y: number, half: number): void {
    ctx.beginPath();
    switch (kind) {
        case 'errors':
            triangle(ctx, x, y, half);
            ctx.fill();
            break;
        case 'cut':
            triangle(ctx, x, y, half);
            ctx.stroke();
            break;
        case 'stale':
            polygon(ctx, [
                [x, y - half],
                [x + half, y],
                [x, y + half],
                [x - half, y],
            ]);
            ctx.fill();
            break;
        case 'lost':
            ctx.moveTo(x - half, y - half);
            ctx.lineTo(x + half, y + half);
            ctx.moveTo(x + half, y - half);
            ctx.lineTo(x - half, y + half);
            ctx.stroke();
            break;
        case 'foreign':
            ctx.fillRect(x - half, y - half, 2 * half, 2 * half);
            break;
        case 'empty':
            ctx.strokeRect(x - half, y - half, 2 * half, 2 * half);
            break;
        case 'replayed':
            ctx.arc(x, y, half * 0.8, 0, 2 * Math.PI);
            ctx.stroke();
            break;
    }
}

function triangle(ctx: CanvasRenderingContext2D, x: number, y: number, half: number): void {
    polygon(ctx, [
        [x, y - half],
        [x + half, y + half],
        [x - half, y + half],
    ]);
}

function polygon(ctx: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
    for (const [x, y] of corners) {
        ctx.lineTo(x, y);
    }
    ctx.closePath();
}
