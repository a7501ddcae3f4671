/** Runs the last call for each key, once none has come for `delayMs`. */
export class Debounce {
    readonly #timers = new Map<string, NodeJS.Timeout>();
    readonly #delayMs: number;

    constructor(delayMs: number) {
        this.#delayMs = delayMs;
    }

    run(key: string, action: () => void): void {
        this.cancel(key);
        const timer = setTimeout(() => {
            this.#timers.delete(key);
            action();
        }, this.#delayMs);
        this.#timers.set(key, timer);
    }

    cancel(key: string): void {
        clearTimeout(this.#timers.get(key));
        this.#timers.delete(key);
    }
}
