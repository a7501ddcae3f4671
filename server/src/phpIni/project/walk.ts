import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedKind } from '../embeddedFiles.ts';
import { isPhpIniName } from '../phpIniName.ts';

/** Folders in which nobody keeps a configuration of their own. */
const foreign: ReadonlySet<string> = new Set(['node_modules', 'vendor', '.git', '.hg', '.svn']);
/** As long as no configuration is. */
const LARGEST = 2 ** 20;

/**
 * Paths of the files below a folder whose names say that PHP may read them, or that settings of PHP may be embedded in
 * them; in the order of their names. Folders that cannot be read are left out.
 *
 * @param most folders that are looked into
 */
export async function* walk(folder: string, most = Infinity): AsyncGenerator<string> {
    const waiting = [folder];
    for (let looked = 0; looked < most; looked++) {
        const next = waiting.pop();
        if (next === undefined) {
            return;
        }
        const entries = (await entriesOf(next)).sort((a, b) => (a.name < b.name ? -1 : 1));
        const below: string[] = [];
        for (const entry of entries) {
            const path = join(next, entry.name);
            if (entry.isDirectory() && !foreign.has(entry.name)) {
                below.push(path);
            } else if (!entry.isDirectory() && mayBeOurs(entry.name) && (await isOrdinary(path, entry))) {
                yield path;
            }
        }
        waiting.push(...below.reverse());
    }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
    try {
        return await readdir(folder, { withFileTypes: true });
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== undefined) {
            return [];
        }
        throw error;
    }
}

/** Links lead anywhere; those of a folder that PHP scans lead to its modules. */
async function isOrdinary(path: string, entry: Dirent): Promise<boolean> {
    if (entry.isSymbolicLink() && !path.endsWith('.ini')) {
        return false;
    }
    const stats = await stat(path).catch(() => undefined);
    return stats?.isFile() === true && stats.size <= LARGEST;
}

function mayBeOurs(name: string): boolean {
    return isPhpIniName(name) || name.endsWith('.ini') || embeddedKind(name) !== undefined;
}
