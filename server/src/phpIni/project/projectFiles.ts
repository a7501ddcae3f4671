import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';

/** Bytes of one file; one that is larger is not read at all. */
const LARGEST_FILE = 512 * 1024;
/** Files that are read for one question. */
const MOST_FILES = 200;
/** Folders from a file up to the workspace's. */
const MOST_FOLDERS = 40;

/**
 * The files of a workspace, for one question: each is read once, within bounds, and none that lies elsewhere, nor where
 * a link leads out of the workspace.
 */
export class ProjectFiles {
    readonly #roots: readonly string[];
    readonly #listed = new Map<string, Promise<readonly string[]>>();
    readonly #read = new Map<string, Promise<string | undefined>>();
    readonly #realRoots: Promise<readonly string[]>;

    /** @param roots absolute paths of the workspace's folders */
    constructor(roots: readonly string[]) {
        this.#roots = roots;
        this.#realRoots = Promise.all(roots.map(root => orNothing(realpath(root)))).then(real =>
            real.filter(root => root !== undefined),
        );
    }

    /** The innermost folder of the workspace that holds the file. */
    rootOf(file: string): string | undefined {
        return this.#roots.filter(root => isWithin(root, file)).sort((a, b) => b.length - a.length)[0];
    }

    /** The folders above the file, up to that of the workspace, the nearest first; none for a file elsewhere. */
    foldersAbove(file: string): string[] {
        const root = this.rootOf(file);
        const folders: string[] = [];
        for (
            let folder = dirname(file);
            root !== undefined && folders.length < MOST_FOLDERS;
            folder = dirname(folder)
        ) {
            folders.push(folder);
            if (folder === root) {
                break;
            }
        }
        return folders;
    }

    /** What lies in a folder, in alphabetical order. */
    names(folder: string): Promise<readonly string[]> {
        const known = this.#listed.get(folder) ?? this.#list(folder);
        this.#listed.set(folder, known);
        return known;
    }

    /** Undefined where there is no such file, or none that may be read. */
    text(path: string): Promise<string | undefined> {
        const known =
            this.#read.get(path) ?? (this.#read.size < MOST_FILES ? this.#readText(path) : Promise.resolve(undefined));
        this.#read.set(path, known);
        return known;
    }

    async #list(folder: string): Promise<readonly string[]> {
        const isOurs = (await this.#realPath(folder)) !== undefined;
        const names = isOurs ? await orNothing(readdir(folder)) : undefined;
        return (names ?? []).sort();
    }

    async #readText(path: string): Promise<string | undefined> {
        const real = await this.#realPath(path);
        return real === undefined ? undefined : orNothing(readBounded(real));
    }

    async #realPath(path: string): Promise<string | undefined> {
        const real = await orNothing(realpath(path));
        const roots = await this.#realRoots;
        return real !== undefined && roots.some(root => isWithin(root, real)) ? real : undefined;
    }
}

function isWithin(root: string, path: string): boolean {
    const way = relative(root, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Undefined for what is no file: a pipe, say, which would be waited for. */
async function readBounded(path: string): Promise<string | undefined> {
    const found = await stat(path);
    return found.isFile() && found.size <= LARGEST_FILE ? await readFile(path, 'utf8') : undefined;
}

/** What cannot be read is not there, whatever the reason. */
async function orNothing<Result>(reading: Promise<Result>): Promise<Result | undefined> {
    try {
        return await reading;
    } catch (error) {
        if (error instanceof Error && 'code' in error) {
            return undefined;
        }
        throw error;
    }
}
