import type { IncomingMessage } from 'node:http';
import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { ContainerFile, ContainerFileStat, FileToPut } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { abortable, asResponse, callEngine, shortId, type Call, type Connection } from './connection.ts';
import { container } from './containers.ts';
import { statusOf } from './engineFailure.ts';
import { decodePathStat, statOfHeader, typeOfGoMode, type PathStat } from './fileStat.ts';
import { packTar, readTar, TarTooLarge } from './tarball.ts';

const MIB = 1024 * 1024;
/** A listing streams the whole tree below the directory; more than this is refused. */
const MAX_LISTING_BYTES = 4 * MIB;
/** Files are read into memory. */
const MAX_FILE_BYTES = 64 * MIB;
const TRANSFER_TIMEOUT_MS = 60_000;

/** See Engine.readFile; `path` of the result is where the links led. */
export async function readFile(
    connection: Connection,
    id: string,
    path: string,
    signal?: AbortSignal,
): Promise<ContainerFile> {
    const call = {
        what: l10n.t('{0} in container {1} could not be read', path, shortId(id)),
        timeoutMs: TRANSFER_TIMEOUT_MS,
    };
    return await callEngine(connection, call, signal, async inner => {
        const archive = await openArchive(connection, id, path, inner);
        const type = typeOfGoMode(archive.stat.mode);
        if (type !== 'file') {
            archive.stream.destroy();
            throw refusal(
                connection,
                call,
                type === 'directory' ? l10n.t('it is a directory') : l10n.t('it is no regular file'),
            );
        }
        let file: ContainerFile | undefined;
        await limited(connection, call, MAX_FILE_BYTES, archive.stream, async (header, read) => {
            file = { ...statOfHeader(archive.path, header), bytes: await read() };
            return false;
        });
        if (!file) {
            throw refusal(connection, call, l10n.t('the engine sent no file'));
        }
        return file;
    });
}

/** See Engine.stat. */
export async function stat(
    connection: Connection,
    id: string,
    path: string,
    signal?: AbortSignal,
): Promise<ContainerFileStat> {
    const call = { what: l10n.t('{0} in container {1} could not be examined', path, shortId(id)) };
    return await callEngine(connection, call, signal, async inner => {
        const { stream, stat } = await getArchive(connection, id, path, inner);
        let found: ContainerFileStat | undefined;
        // Owner and group are in the tar's first header only, so this reads that far.
        await limited(connection, call, MAX_FILE_BYTES, stream, header => {
            found = statOfHeader(posix.resolve('/', path), header);
            return Promise.resolve(false);
        });
        if (!found) {
            throw refusal(connection, call, l10n.t('the engine sent nothing'));
        }
        return stat.linkTarget === '' ? found : { ...found, linkTarget: stat.linkTarget };
    });
}

/** See Engine.listDirectory. */
export async function listDirectory(
    connection: Connection,
    id: string,
    path: string,
    signal?: AbortSignal,
): Promise<ContainerFileStat[]> {
    const call = {
        what: l10n.t('{0} in container {1} could not be listed', path, shortId(id)),
        timeoutMs: TRANSFER_TIMEOUT_MS,
    };
    return await callEngine(connection, call, signal, async inner => {
        const archive = await openArchive(connection, id, path, inner);
        if (typeOfGoMode(archive.stat.mode) !== 'directory') {
            archive.stream.destroy();
            throw refusal(connection, call, l10n.t('it is not a directory'));
        }
        const entries: ContainerFileStat[] = [];
        await limited(connection, call, MAX_LISTING_BYTES, archive.stream, header => {
            // `conf.d/`, `conf.d/20-memcached.ini`, `conf.d/folder/file`: the directory's own name comes first, `./`
            // for the root.
            const below = header.name
                .replace(/^\.?\//, '')
                .replace(/\/$/, '')
                .split('/');
            const name = archive.path === '/' ? below[0] : below[1];
            if (name && below.length === (archive.path === '/' ? 1 : 2)) {
                entries.push(statOfHeader(posix.join(path, name), header));
            }
            return Promise.resolve(true);
        });
        return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    });
}

/** See Engine.putFiles. */
export async function putFiles(
    connection: Connection,
    id: string,
    files: readonly FileToPut[],
    signal?: AbortSignal,
): Promise<void> {
    const names = files.map(({ path }) => path).join(', ');
    const call = {
        what: l10n.t('{0} could not be written in container {1}', names, shortId(id)),
        interrupted: l10n.t('Some of it may have been written'),
        timeoutMs: TRANSFER_TIMEOUT_MS,
    };
    await callEngine(connection, call, signal, async inner => {
        const directories = await missingDirectories(connection, id, files, inner);
        const tarball = await packTar([...directories.map(path => ({ path, mode: 0o755 })), ...files]);
        // A file never takes the place of a directory, nor the other way round.
        const options = { path: '/', noOverwriteDirNonDir: '1' };
        await container(connection, id).putArchive(tarball, abortable(options, inner));
    });
}

/**
 * Directories to make on the way, parents first. Those that exist must not be in the tar: it would change their mode
 * and owner.
 */
async function missingDirectories(
    connection: Connection,
    id: string,
    files: readonly FileToPut[],
    signal: AbortSignal,
): Promise<string[]> {
    const missing = new Set<string>();
    const there = new Set(['/']);
    for (const { path } of files) {
        for (let folder = posix.dirname(posix.resolve('/', path)); ; folder = posix.dirname(folder)) {
            if (there.has(folder) || missing.has(folder)) {
                break;
            }
            if (await exists(connection, id, folder, signal)) {
                there.add(folder);
                break;
            }
            missing.add(folder);
        }
    }
    return [...missing].sort();
}

async function exists(connection: Connection, id: string, path: string, signal: AbortSignal): Promise<boolean> {
    try {
        asResponse(await container(connection, id).infoArchive(abortable({ path }, signal))).resume();
        return true;
    } catch (error) {
        if (statusOf(error) === 404) {
            return false;
        }
        throw error;
    }
}

interface Archive {
    readonly stream: IncomingMessage;
    readonly stat: PathStat;
    readonly path: string;
}

/** The archive of what `path` leads to, symbolic links followed. */
async function openArchive(connection: Connection, id: string, path: string, signal: AbortSignal): Promise<Archive> {
    const absolute = posix.resolve('/', path);
    const archive = await getArchive(connection, id, absolute, signal);
    if (typeOfGoMode(archive.stat.mode) !== 'symlink') {
        return archive;
    }
    archive.stream.destroy();
    // The engine has followed it to its end already, within the container.
    return await getArchive(connection, id, archive.stat.linkTarget, signal);
}

async function getArchive(connection: Connection, id: string, path: string, signal: AbortSignal): Promise<Archive> {
    const stream = asResponse(await container(connection, id).getArchive(abortable({ path }, signal)));
    const stat = decodePathStat(stream.headers['x-docker-container-path-stat']);
    if (!stat) {
        stream.destroy();
        throw new Error(l10n.t('the engine did not say what kind of file it is'));
    }
    return { stream, stat, path };
}

async function limited(
    connection: Connection,
    call: Call,
    maxBytes: number,
    stream: IncomingMessage,
    onEntry: Parameters<typeof readTar>[2],
): Promise<void> {
    try {
        await readTar(stream, maxBytes, onEntry);
    } catch (error) {
        throw error instanceof TarTooLarge ? refusal(connection, call, l10n.t('it holds {0}', error.message)) : error;
    }
}

function refusal({ endpoint }: Connection, call: Call, reason: string): EngineError {
    return new EngineError('failed', { what: l10n.t('{0} on {1}: {2}', call.what, endpoint.label, reason) });
}
