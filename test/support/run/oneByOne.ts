/** Makes things one after another, in the order in which they are asked for, and each once, whoever asks. */
export class OneByOne<Name extends string> {
    readonly #makers: Readonly<Record<Name, () => Promise<void>>>;
    readonly #made = new Map<Name, Promise<void>>();
    #last: Promise<void> = Promise.resolve();

    constructor(makers: Readonly<Record<Name, () => Promise<void>>>) {
        this.#makers = makers;
    }

    /** Those of one call in the order of the makers. Rejects as soon as one of them could not be made. */
    async ensure(names: readonly Name[]): Promise<void> {
        const ordered = (Object.keys(this.#makers) as Name[]).filter(name => names.includes(name));
        await Promise.all(ordered.map(name => this.#ensureOne(name)));
    }

    #ensureOne(name: Name): Promise<void> {
        const known = this.#made.get(name);
        if (known !== undefined) {
            return known;
        }
        const made = this.#last.then(this.#makers[name]);
        // What failed is told to those who need it, and keeps nobody else waiting.
        this.#last = made.catch(() => undefined);
        this.#made.set(name, made);
        return made;
    }
}
