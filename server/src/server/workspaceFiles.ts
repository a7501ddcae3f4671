import { readFile, stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isPhpIniName } from '../phpIni/phpIniName.ts';
import { walk } from '../phpIni/project/walk.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { beatersOf, beatingFile, type BeatingFile } from '../model/beating.ts';
import { embeddedContexts } from '../model/embeddedContexts.ts';
import { type BeatingSetting, NO_FACTS } from '../model/facts.ts';
import { embeddedGlobs, embeddedKind, mayHoldSettings } from '../phpIni/embeddedFiles.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { pathsOf } from './workspaceFolders.ts';

/** Folders that are looked into: a workspace with more has them for something else. */
const FOLDERS = 5_000;

/** What to be told of when it changes, as watchers have it. */
export const watchedGlobs: readonly string[] = [...embeddedGlobs, '**/{.user.ini,php*.ini,php.ini-*}'];

/**
 * What in the folders of the editor beats a php.ini of theirs. Read from the disk, once somebody has opened a php.ini;
 * then what the editor says has changed.
 */
export class WorkspaceFiles {
    #folders: readonly string[];
    readonly #changed: () => void;
    readonly #beating = new Map<string, BeatingFile>();
    readonly #mains = new Set<string>();
    #looked: Promise<void> | undefined;

    /** @param folders paths of those that the editor has open; @param changed is called when there is something new */
    constructor(folders: readonly string[], changed: () => void) {
        this.#folders = folders;
        this.#changed = changed;
    }

    /** What was found in others is forgotten. */
    set folders(folders: readonly string[]) {
        this.#folders = folders;
        this.#looked = this.#looked?.then(() => this.#lookThrough());
    }

    /** Rejects where something is wrong that nobody expects. */
    look(): Promise<void> {
        this.#looked ??= this.#lookThrough();
        return this.#looked;
    }

    /** Looks at files again, where all have been looked through before. */
    async update(uris: readonly string[]): Promise<void> {
        if (!this.#looked) {
            return;
        }
        await this.#looked;
        let isNew = false;
        for (const path of pathsOf(uris)) {
            isNew = (await this.#read(path)) || isNew;
        }
        if (isNew) {
            this.#changed();
        }
    }

    /** Of a php.ini in one of the folders. */
    beaters(uri: string): ReadonlyMap<string, readonly BeatingSetting[]> | undefined {
        const isInside = this.#folders.some(folder => uri.startsWith(`${pathToFileURL(folder).href}/`));
        return this.#beating.size === 0 || !isInside
            ? undefined
            : beatersOf(uri, [...this.#beating.values()], [...this.#mains]);
    }

    async #lookThrough(): Promise<void> {
        const had = this.#beating.size > 0;
        this.#beating.clear();
        this.#mains.clear();
        for (const folder of this.#folders) {
            for await (const path of walk(folder, FOLDERS)) {
                await this.#read(path);
            }
        }
        if (had || this.#beating.size > 0) {
            this.#changed();
        }
    }

    /** Whether there is something else to say of php.ini files now. */
    async #read(path: string): Promise<boolean> {
        const uri = pathToFileURL(path).href;
        const name = basename(path);
        if (isPhpIniName(name)) {
            const wasThere = this.#mains.delete(uri);
            const isThere = await isFile(path);
            if (isThere) {
                this.#mains.add(uri);
            }
            return wasThere !== isThere;
        }
        const had = this.#beating.delete(uri);
        const file = await this.#beatingAt(path, uri);
        if (file.settings.length > 0) {
            this.#beating.set(uri, file);
        }
        return had || file.settings.length > 0;
    }

    async #beatingAt(path: string, uri: string): Promise<BeatingFile> {
        const name = basename(path);
        const isUserIni = name === '.user.ini';
        const mayBeat = isUserIni || embeddedKind(name) !== undefined;
        // One that is gone in the meantime beats nothing.
        const text = mayBeat ? await readFile(path, 'utf8').catch(() => '') : '';
        const contexts =
            isUserIni || mayHoldSettings(text)
                ? (embeddedContexts(text, { uri, facts: NO_FACTS }) ?? [
                      new DocumentContext(parsePhpIni(text), { uri }),
                  ])
                : [];
        return beatingFile(contexts, uri, this.#shown(path));
    }

    #shown(path: string): string {
        const [folder = ''] = this.#folders.filter(one => path.startsWith(one));
        return relative(folder, path);
    }
}

async function isFile(path: string): Promise<boolean> {
    return (await stat(path).catch(() => undefined))?.isFile() === true;
}
