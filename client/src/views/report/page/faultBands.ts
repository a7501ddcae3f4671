import uPlot from 'uplot';
import type { FaultBand } from '../content.ts';
import type { Theme } from './theme.ts';

/** CSS pixels. */
export const LABEL_HEIGHT = 16;
const CLOSE = 40;

/** Behind the lines: the time that the fault lasted, and, paler, the time until its node was back. */
export function drawBands(plot: uPlot, bands: readonly FaultBand[], theme: Theme, selected: number | undefined): void {
    const { ctx, bbox } = plot;
    ctx.save();
    clipToPlot(plot);
    for (const band of bands) {
        const [struck, healed, back] = positions(plot, band);
        ctx.fillStyle = band.failed ? theme.harm : theme.foreground;
        ctx.globalAlpha = band.number === selected ? 0.3 : 0.2;
        ctx.fillRect(struck, bbox.top, healed - struck, bbox.height);
        ctx.globalAlpha = band.number === selected ? 0.15 : 0.1;
        ctx.fillRect(healed, bbox.top, back - healed, bbox.height);
    }
    ctx.restore();
}

/**
 * Over areas that would hide a band: where the fault struck (a line) and, from a closer look, where it ended (dashes)
 * and its node was back (dots).
 */
export function drawEdges(plot: uPlot, bands: readonly FaultBand[], theme: Theme): void {
    const { ctx } = plot;
    const scale = uPlot.pxRatio;
    ctx.save();
    clipToPlot(plot);
    ctx.strokeStyle = theme.foreground;
    ctx.lineWidth = scale;
    for (const band of bands) {
        const [struck, healed, back] = positions(plot, band);
        const isClose = back - struck > CLOSE * scale;
        drawVertical(plot, struck, []);
        if (isClose) {
            drawVertical(plot, healed, [4 * scale, 3 * scale]);
            drawVertical(plot, back, [scale, 3 * scale]);
        }
    }
    ctx.restore();
}

function drawVertical({ ctx, bbox }: uPlot, x: number, dashes: number[]): void {
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
}

/** Above plot and lanes: the name of the fault where it fits, else its number, else nothing. */
export function drawLabels(plot: uPlot, bands: readonly FaultBand[], theme: Theme, lanesHeight: number): void {
    const { ctx, bbox } = plot;
    const scale = uPlot.pxRatio;
    const right = bbox.left + bbox.width;
    const y = bbox.top - (lanesHeight + LABEL_HEIGHT / 2) * scale;
    ctx.save();
    ctx.fillStyle = theme.foreground;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'center';
    let taken = bbox.left;
    for (const band of bands) {
        const [struck, , back] = positions(plot, band);
        const from = Math.max(struck, bbox.left);
        const to = Math.min(back, right);
        ctx.font = `${band.failed ? 'bold ' : ''}${11 * scale}px ${theme.font}`;
        const whole = `${band.number} ${band.label}`;
        const text = ctx.measureText(whole).width <= to - from ? whole : String(band.number);
        const half = ctx.measureText(text).width / 2;
        const middle = (from + to) / 2;
        // A number may be wider than its band, but never run into another one.
        if (from < to && middle - half >= taken && middle + half <= right) {
            ctx.fillText(text, middle, y);
            taken = middle + half + 3 * scale;
        }
    }
    ctx.restore();
}

/** Canvas pixels. */
function positions(plot: uPlot, { struck, healed, back }: FaultBand): [number, number, number] {
    const at = (seconds: number) => plot.valToPos(seconds, 'x', true);
    return [at(struck), at(healed), at(back)];
}

function clipToPlot({ ctx, bbox }: uPlot): void {
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
}
