/** Figures as people of the editor's language write them. */
export class PageWords {
    private readonly numbers: Intl.NumberFormat;
    private readonly tenths: Intl.NumberFormat;
    private readonly dates: Intl.DateTimeFormat;

    constructor(language: string) {
        this.numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
        this.tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
        this.dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    }

    number(figure: number): string {
        return this.numbers.format(figure);
    }

    /** Of milliseconds: `48 ms`, and `12.3 s` from 10 s on. */
    time(milliseconds: number): string {
        return milliseconds < 10_000
            ? `${this.numbers.format(milliseconds)} ms`
            : `${this.tenths.format(milliseconds / 1000)} s`;
    }

    /** Of milliseconds, in whole seconds. */
    duration(milliseconds: number): string {
        return `${this.numbers.format(milliseconds / 1000)} s`;
    }

    percent(share: number | undefined): string {
        return `${this.numbers.format(100 * (share ?? 0))} %`;
    }

    date(iso: string): string {
        const date = new Date(iso);
        return Number.isNaN(date.getTime()) ? iso : this.dates.format(date);
    }
}
