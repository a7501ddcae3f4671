import type { ToldBy } from '../phpIni/project/told.ts';
import { versionInPath } from '../phpIni/project/versionInPath.ts';
import { pathOf } from './phpOfDocument.ts';

interface Listener {
    /** What the files around a document say of its PHP is another thing now. */
    found(uri: string, told: ToldBy | undefined): void;
    failed(error: unknown): void;
}

/** Finds out which PHP reads the open documents, by the files of the workspace around them. */
export class PhpVersions {
    /** Paths of the workspace's folders. */
    folders: readonly string[];
    readonly #listener: Listener;
    /** By document. */
    readonly #looking = new Map<string, Promise<void>>();
    readonly #known = new Map<string, string>();

    constructor(folders: readonly string[], listener: Listener) {
        this.folders = folders;
        this.#listener = listener;
    }

    /** Until what there is to know of a document is known; undefined where nothing has to be waited for. */
    settled(uri: string): Promise<void> | undefined {
        return this.#looking.get(uri);
    }

    /** Looks, again where it has done so before. Whether there is something new. */
    async look(uri: string): Promise<boolean> {
        const before = this.#known.get(uri);
        const looking = this.#look(uri).catch((error: unknown) => {
            this.#listener.failed(error);
            return undefined;
        });
        const taken = looking.then(told => {
            // Of two that overlap the later one counts, and of a document that is closed none.
            if (this.#looking.get(uri) === taken) {
                this.#looking.delete(uri);
                this.#take(uri, told);
            }
        });
        this.#looking.set(uri, taken);
        await taken;
        return this.#known.get(uri) !== before;
    }

    forget(uri: string): void {
        this.#looking.delete(uri);
        this.#known.delete(uri);
    }

    #take(uri: string, told: ToldBy | undefined): void {
        const text = JSON.stringify(told ?? null);
        if (this.#known.get(uri) !== text) {
            this.#known.set(uri, text);
            this.#listener.found(uri, told);
        }
    }

    async #look(uri: string): Promise<ToldBy | undefined> {
        const path = pathOf(uri);
        if (this.folders.length === 0 || path === '' || !uri.startsWith('file:')) {
            const inPath = versionInPath(path);
            return inPath && { ...inPath, file: path };
        }
        // Many a php.ini is opened by itself: the readers are loaded where there is something to read.
        const { findPhp } = await import('../phpIni/project/project.ts');
        return findPhp(path, this.folders);
    }
}
