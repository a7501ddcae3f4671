/** Logs each failure once, and lets the server go on without what failed. */
export class Failures {
    readonly #log: (message: string) => void;
    readonly #seen = new Set<string>();

    constructor(log: (message: string) => void) {
        this.#log = log;
    }

    report(what: string, error: unknown): void {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const key = `${what}\n${text}`;
        if (!this.#seen.has(key)) {
            this.#seen.add(key);
            this.#log(`${what} failed, and is left out: ${text}`);
        }
    }

    /** What `action` gives, or `fallback` where it throws. */
    guard<T>(what: string, fallback: T, action: () => T): T {
        try {
            return action();
        } catch (error) {
            this.report(what, error);
            return fallback;
        }
    }
}
