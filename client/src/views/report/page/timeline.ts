import type uPlot from 'uplot';
import type { FaultBand, PageContent } from '../content.ts';
import { requestsChart, secondsLabel, sharesChart, sharesData, type ChartContext, type Range } from './charts.ts';
import { announce, button, element, filled } from './dom.ts';
import { currentTheme, onThemeChange } from './theme.ts';

/** Of what is shown, what a key moves or takes away. */
const STEP = 0.2;
const ZOOM = 0.5;
/** Not less than so many pieces of time are shown. */
const FEWEST = 8;

/** Both charts on one time axis, and what part of it they show. */
export class Timeline {
    readonly element: HTMLElement;
    private readonly page: PageContent;
    private readonly bands: readonly FaultBand[];
    private readonly whole: Range;
    private readonly requests = element('div', { class: 'chart', role: 'img' });
    private readonly shares = element('div', { class: 'chart', role: 'img' });
    private readonly zoomOutButton: HTMLButtonElement;
    private range: Range;
    private selected: number | undefined;
    private charts: readonly uPlot[] = [];

    constructor(page: PageContent) {
        this.page = page;
        const { texts, timeline } = page;
        this.whole = { from: 0, to: (timeline.sliceMs * timeline.slices.length) / 1000 };
        this.range = this.whole;
        this.bands = page.bands;
        this.requests.setAttribute('aria-label', texts.timelineSummary);
        this.shares.setAttribute('aria-label', texts.sharesSummary);
        this.zoomOutButton = button(texts.zoomOut, () => {
            this.show(undefined);
        });
        this.element = this.layOut();
        this.element.addEventListener('keydown', event => {
            this.onKey(event);
        });
        onThemeChange(() => {
            this.draw();
        });
        // Also the first drawing: by then the page knows how wide it is.
        new ResizeObserver(() => {
            this.resize();
        }).observe(this.requests);
        new ResizeObserver(() => {
            this.keepFocusInSight();
        }).observe(this.element);
    }

    /** Shows a part of the time, of all where undefined, and says so where a person asked for it. */
    show(range: Range | undefined): void {
        this.setRange(range ?? this.whole);
        announce(this.rangeText());
    }

    /** Shows a fault closely: with what was before and after it. Without a band where it was not tried. */
    select(number: number | undefined): void {
        this.selected = number;
        const band = this.bands.find(candidate => candidate.number === number);
        if (band === undefined) {
            this.setRange(this.whole);
        } else {
            const around = Math.max(1, (band.back - band.struck) * 0.5);
            this.setRange(this.clamped(band.struck - around, band.back + around));
        }
        this.charts.forEach(chart => {
            chart.redraw(false);
        });
    }

    rangeText(): string {
        const { texts } = this.page;
        return this.isWhole()
            ? texts.wholeRange
            : filled(texts.range, secondsLabel(this.range.from), secondsLabel(this.range.to));
    }

    private layOut(): HTMLElement {
        const { texts } = this.page;
        const zoomIn = button(texts.zoomIn, () => {
            this.zoom(ZOOM);
        });
        const keys = element('p', { id: 'chart-keys', class: 'hint' }, texts.keys);
        const legend = element(
            'p',
            { class: 'hint bands' },
            element('span', { class: 'swatch lasts', 'aria-hidden': 'true' }),
            texts.faultLasts,
            element('span', { class: 'swatch returns', 'aria-hidden': 'true' }),
            texts.nodeReturns,
        );
        const charts = element(
            'div',
            {
                id: 'charts',
                role: 'group',
                tabindex: '0',
                'aria-label': texts.timeline,
                'aria-describedby': 'chart-keys',
            },
            this.requests,
            element('h3', {}, texts.shares),
            this.shares,
        );
        return element(
            'section',
            { id: 'timeline', 'aria-labelledby': 'timeline-title' },
            element(
                'div',
                { class: 'row' },
                element('h2', { id: 'timeline-title' }, texts.timeline),
                legend,
                element('span', { class: 'buttons' }, zoomIn, this.zoomOutButton),
            ),
            charts,
            keys,
        );
    }

    private onKey(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        switch (event.key) {
            case '+':
            case '=':
                this.zoom(ZOOM);
                break;
            case '-':
                this.zoom(1 / ZOOM);
                break;
            case 'ArrowLeft':
                this.move(-STEP);
                break;
            case 'ArrowRight':
                this.move(STEP);
                break;
            case 'Escape':
                this.show(undefined);
                break;
            default:
                return;
        }
        event.preventDefault();
    }

    private zoom(factor: number): void {
        const { from, to } = this.range;
        const middle = (from + to) / 2;
        const half = ((to - from) / 2) * factor;
        this.show(this.clamped(middle - half, middle + half));
    }

    private move(part: number): void {
        const { from, to } = this.range;
        const by = (to - from) * part;
        this.show(this.clamped(from + by, to + by));
    }

    /** As long as wanted, where there is so much; moved into what there is. */
    private clamped(from: number, to: number): Range {
        const { sliceMs } = this.page.timeline;
        const all = this.whole.to;
        const length = Math.min(all, Math.max(to - from, (FEWEST * sliceMs) / 1000));
        const start = Math.min(Math.max(0, (from + to - length) / 2), all - length);
        return { from: start, to: start + length };
    }

    private setRange(range: Range): void {
        if (range.from === this.range.from && range.to === this.range.to) {
            return;
        }
        this.range = range;
        this.zoomOutButton.disabled = this.isWhole();
        this.charts[1]?.setData(sharesData(this.page, range), false);
        for (const chart of this.charts) {
            // Draws also the one that the person zoomed in, which has the range already.
            chart.setScale('x', { min: range.from, max: range.to });
        }
    }

    private isWhole(): boolean {
        return this.range.from <= 0 && this.range.to >= this.whole.to;
    }

    /** What gets the focus while the charts stay in sight does not hide behind them. */
    private keepFocusInSight(): void {
        const isSticky = getComputedStyle(this.element).position === 'sticky';
        const padding = isSticky ? `${this.element.offsetHeight}px` : '';
        const { style } = document.documentElement;
        if (style.scrollPaddingTop !== padding) {
            style.scrollPaddingTop = padding;
        }
    }

    private resize(): void {
        const width = this.requests.clientWidth;
        if (width === 0 || this.charts[0]?.width === width) {
            return;
        }
        if (this.charts.length === 0) {
            this.draw();
        }
        for (const chart of this.charts) {
            chart.setSize({ width, height: chart.height });
        }
    }

    /** Anew: a chart takes its colours when it is made. */
    private draw(): void {
        const width = this.requests.clientWidth;
        if (width === 0 || this.page.timeline.slices.length === 0) {
            return;
        }
        this.charts.forEach(chart => {
            chart.destroy();
        });
        const context: ChartContext = {
            page: this.page,
            bands: this.bands,
            theme: currentTheme(),
            width,
            heights: heights(),
            range: this.range,
            selected: () => this.selected,
            onRange: range => {
                // Not while the chart that tells is still at work.
                queueMicrotask(() => {
                    this.setRange(range);
                });
            },
            onZoomOut: () => {
                this.show(undefined);
            },
        };
        this.charts = [requestsChart(this.requests, context), sharesChart(this.shares, context)];
        this.zoomOutButton.disabled = this.isWhole();
    }
}

/** As much as leaves room for the table of faults below. CSS pixels. */
function heights(): ChartContext['heights'] {
    return {
        requests: Math.min(220, Math.max(120, window.innerHeight * 0.2)),
        shares: Math.min(130, Math.max(80, window.innerHeight * 0.12)),
    };
}
