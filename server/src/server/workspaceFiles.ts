import { readFile, stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isPhpIniName } from '../phpIni/phpIniName.ts';
import { walk } from '../phpIni/project/walk.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { beatersOf, beatingFile, type BeatingFile } from '../model/beating.ts';
import { embeddedContexts } from '../model/embeddedContexts.ts';
import { type BeatingSetting, NO_FACTS } from '../model/facts.ts';
import { embeddedGlobs, embeddedKind, mayHoldSettings } from '../phpIni/embeddedFiles.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';

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
    /** Whether everything has to be looked through anew. */
    #again = false;

    /** @param folders paths of those that the editor has open; @param changed is called when there is something new */
    constructor(folders: readonly string[], changed: () => void) {
        this.#folders = folders;
        this.#changed = changed;
    }

    /** What was found in others is forgotten. */
    set folders(folders: readonly string[]) {
        this.#folders = folders;
        this.#again = this.#looked !== undefined;
    }

    /** Rejects where something is wrong that nobody expects. */
    look(): Promise<void> {
        this.#looked ??= this.#lookThrough();
        return this.#looked;
    }

    /** Of files that were looked through before. */
    async update(uris: readonly string[]): Promise<void> {
        if (!this.#looked) {
            return;
        }
        await this.#looked;
        if (this.#again) {
            this.#again = false;
            this.#beating.clear();
            this.#mains.clear();
            this.#looked = this.#lookThrough();
            await this.#looked;
        }
        for (const uri of uris.filter(one => one.startsWith('file:'))) {
            await this.#read(fileURLToPath(uri));
        }
        this.#changed();
    }

    /** Of a php.ini in one of the folders. */
    beaters(uri: string): ReadonlyMap<string, readonly BeatingSetting[]> | undefined {
        const isInside = this.#folders.some(folder => uri.startsWith(`${pathToFileURL(folder).href}/`));
        return this.#beating.size === 0 || !isInside
            ? undefined
            : beatersOf(uri, [...this.#beating.values()], [...this.#mains]);
    }

    async #lookThrough(): Promise<void> {
        for (const folder of this.#folders) {
            for await (const path of walk(folder, { folders: FOLDERS })) {
                await this.#read(path);
            }
        }
        if (this.#beating.size > 0) {
            this.#changed();
        }
    }

    async #read(path: string): Promise<void> {
        const uri = pathToFileURL(path).href;
        const name = basename(path);
        this.#beating.delete(uri);
        this.#mains.delete(uri);
        const isUserIni = name === '.user.ini';
        if (!isUserIni && embeddedKind(name) === undefined) {
            if (isPhpIniName(name) && (await isThere(path))) {
                this.#mains.add(uri);
            }
            return;
        }
        // One that is gone in the meantime beats nothing.
        const text = await readFile(path, 'utf8').catch(() => '');
        if (!isUserIni && !mayHoldSettings(text)) {
            return;
        }
        const contexts = embeddedContexts(text, { uri, facts: NO_FACTS }) ?? [
            new DocumentContext(parsePhpIni(text), { uri }),
        ];
        const file = beatingFile(contexts, uri, this.#shown(path));
        if (file.settings.length > 0) {
            this.#beating.set(uri, file);
        }
    }

    #shown(path: string): string {
        const [folder = ''] = this.#folders.filter(one => path.startsWith(one));
        return relative(folder, path);
    }
}

async function isThere(path: string): Promise<boolean> {
    return (await stat(path).catch(() => undefined))?.isFile() === true;
}
