import { join, relative } from 'node:path';
import { isExact } from '../versions.ts';
import { readComposer } from './composerFile.ts';
import { DockerAround } from './docker.ts';
import { ProjectFiles } from './projectFiles.ts';
import { allTold, type Told, type ToldBy } from './told.ts';
import { readPhpVersionFile, readToolVersions } from './versionFiles.ts';
import { versionInPath } from './versionInPath.ts';

/** What else than Docker tells, in the order in which it is believed. */
const readers: readonly (readonly [name: string, read: (text: string) => Told | undefined])[] = [
    ['composer.json', readComposer],
    ['.php-version', readPhpVersionFile],
    ['.tool-versions', readToolVersions],
];

/**
 * Whether a Dockerfile or a Compose file beside or above the file puts it where PHP reads it.
 *
 * @param file absolute, as are the workspace's folders
 */
export async function isUsedByPhp(file: string, folders: readonly string[]): Promise<boolean> {
    const uses = await new DockerAround(file, new ProjectFiles(folders)).uses();
    return uses.length > 0;
}

/**
 * Which PHP reads the file, and what says so, in this order: a Dockerfile or Compose file that puts it where PHP reads
 * it; then of Docker, Composer, `.php-version` and `.tool-versions` the first that tells, beside the file or above, but
 * for a version in the file's path that is nearer to it; then its path.
 *
 * @param file absolute, as are the workspace's folders, out of which nothing is read
 * @param files of them; given where several questions are about one folder
 */
export async function findPhp(
    file: string,
    folders: readonly string[],
    files = new ProjectFiles(folders),
): Promise<ToldBy | undefined> {
    const docker = new DockerAround(file, files);
    const used = allTold((await docker.uses()).flatMap(({ told }) => told ?? []));
    if (used) {
        return used;
    }
    const looks = [
        (folder: string) => docker.tells(folder),
        ...readers.map(([name, read]) => async (folder: string): Promise<ToldBy | undefined> => {
            const path = join(folder, name);
            const told = read((await files.text(path)) ?? '');
            return told && { ...told, file: path };
        }),
    ];
    for (const look of looks) {
        for (const folder of files.foldersAbove(file)) {
            const told = await look(folder);
            if (told) {
                return nearer(file, folder) ?? told;
            }
        }
    }
    return toldByPath(file);
}

/** What the file's path within the folder says, where that is one version. */
function nearer(file: string, folder: string): ToldBy | undefined {
    const inPath = versionInPath(relative(folder, file));
    return inPath && isExact(inPath.release) ? { ...inPath, file } : undefined;
}

export function toldByPath(file: string): ToldBy | undefined {
    const inPath = versionInPath(file);
    return inPath && { ...inPath, file };
}
