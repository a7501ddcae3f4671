/** Runs the last call for each key, once none has come for its delay. */
export class Debounce {
    readonly #timers = new Map<string, NodeJS.Timeout>();

    run(key: string, delayMs: number, action: () => void): void {
        this.cancel(key);
        const timer = setTimeout(() => {
            this.#timers.delete(key);
            action();
        }, delayMs);
        this.#timers.set(key, timer);
    }

    cancel(key: string): void {
        clearTimeout(this.#timers.get(key));
        this.#timers.delete(key);
    }
}
