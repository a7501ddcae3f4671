import type { FaultVerdict } from './report.ts';
import type { Style } from './style.ts';
import { faultName, verdictName } from './words.ts';

/** As people of a language write figures. */
export class LocalStyle implements Style {
    readonly nothing = '–';
    readonly #numbers: Intl.NumberFormat;
    readonly #tenths: Intl.NumberFormat;
    readonly #dates: Intl.DateTimeFormat;

    /** `language`: a language tag. */
    constructor(language: string) {
        this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
        this.#tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
        this.#dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    }

    number(figure: number): string {
        return this.#numbers.format(figure);
    }

    /** `48 ms`, and `12.3 s` from 10 s on. */
    time(milliseconds: number): string {
        return milliseconds < 10_000
            ? `${this.#numbers.format(milliseconds)} ms`
            : `${this.#tenths.format(milliseconds / 1000)} s`;
    }

    /** Of milliseconds, in whole seconds. */
    duration(milliseconds: number): string {
        return `${this.#numbers.format(milliseconds / 1000)} s`;
    }

    percent(share: number | undefined): string {
        return `${this.#numbers.format(100 * (share ?? 0))} %`;
    }

    /** Of a time in ISO 8601; as it is where it is none. */
    date(iso: string): string {
        const date = new Date(iso);
        return Number.isNaN(date.getTime()) ? iso : this.#dates.format(date);
    }

    timeHeading(name: string): string {
        return name;
    }

    fault(fault: string): string {
        return faultName(fault);
    }

    verdict(verdict: FaultVerdict): string {
        return verdictName(verdict);
    }
}
