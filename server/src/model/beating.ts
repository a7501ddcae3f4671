import { isAdmin } from '../embedded/embeddedLine.ts';
import type { DocumentContext } from './documentContext.ts';
import type { BeatingSetting } from './facts.ts';

/** A file that sets directives for some requests, whatever php.ini says. */
export interface BeatingFile {
    readonly uri: string;
    /** For people. */
    readonly path: string;
    readonly settings: readonly BeatingSetting[];
}

/**
 * What of a file beats a php.ini: pools, Apache's configuration, `.user.ini`, and what a Dockerfile writes into a
 * folder that PHP scans. How images take variables only they know.
 */
export function beatingFile(contexts: readonly DocumentContext[], uri: string, path: string): BeatingFile {
    return { uri, path, settings: contexts.flatMap(context => settingsOf(context, { uri, path })) };
}

function settingsOf(context: DocumentContext, where: Pick<BeatingFile, 'uri' | 'path'>): BeatingSetting[] {
    const { embedding, isUserIni } = context;
    if (!isUserIni && !(embedding && counts(embedding.format.name, embedding.title))) {
        return [];
    }
    return [...context.globals.keys()].flatMap(name => {
        const found = context.effective(name);
        const line = found && embedding?.lineOf(found.node.line);
        const isOfSystem = context.directiveOf(found?.node ?? { name })?.scope === 'SYSTEM';
        const takesSystem = embedding?.format.isLiteral === false || (line?.keyword && isAdmin(line.keyword.word));
        const isBeaten = line?.beatenBy !== undefined || line?.malformed === true;
        return !found || isBeaten || (isOfSystem && takesSystem !== true)
            ? []
            : [
                  {
                      ...where,
                      name,
                      value: found.value,
                      line: found.node.line + 1,
                      title: embedding?.title ?? '',
                      ...(line?.keyword && { word: line.keyword.word }),
                  },
              ];
    });
}

function counts(format: string, title: string): boolean {
    return format === 'pool' || format === 'apache' || format === 'htaccess' || /\.d\/[^/]+$/.test(title);
}

/**
 * What beats the php.ini at an address, what lies nearest first. Of a file that beats one the nearest php.ini is meant,
 * as far as folders tell: where two in different folders are as near, nobody knows which, but for files that are about
 * the scripts beside them.
 *
 * @param mains the addresses of every main php.ini that is known
 */
export function beatersOf(
    uri: string,
    files: readonly BeatingFile[],
    mains: readonly string[],
): ReadonlyMap<string, readonly BeatingSetting[]> {
    const found = new Map<string, BeatingSetting[]>();
    const near = files
        .filter(file => file.settings.length > 0 && isMeant(uri, file.uri, mains))
        .sort((a, b) => commonFolders(uri, b.uri) - commonFolders(uri, a.uri));
    for (const { settings } of near) {
        for (const setting of settings.filter(({ title }) => !isReadBefore(title, uri))) {
            found.set(setting.name, [...(found.get(setting.name) ?? []), setting]);
        }
    }
    return found;
}

function isMeant(uri: string, other: string, mains: readonly string[]): boolean {
    const distances = mains.map(main => commonFolders(main, other));
    const nearest = Math.max(0, ...distances);
    const folders = new Set(mains.filter((_, index) => distances[index] === nearest).map(folderOf));
    const isClear = folders.size < 2 || /\.(?:user\.ini|htaccess)$/.test(other);
    return other !== uri && isClear && commonFolders(uri, other) >= nearest;
}

function folderOf(uri: string): string {
    return uri.slice(0, uri.lastIndexOf('/'));
}

/** Of two files in a folder that PHP scans the one that comes later by its name counts. */
function isReadBefore(written: string, uri: string): boolean {
    const [, name] = /\.d\/([^/]+)$/.exec(written) ?? [];
    const [, own] = /\.d\/([^/]+)$/.exec(uri) ?? [];
    return name !== undefined && own !== undefined && name <= own;
}

function commonFolders(a: string, b: string): number {
    const left = a.split('/').slice(0, -1);
    const right = b.split('/').slice(0, -1);
    const different = left.findIndex((folder, index) => folder !== right[index]);
    return different < 0 ? left.length : different;
}
