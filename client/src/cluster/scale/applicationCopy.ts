import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import { disagreements, mustAgree } from '../../../../server/src/phpIni/sessionKnowledge/agreement.ts';
import { withoutSecret } from '../../../../server/src/phpIni/secrets.ts';
import type { ContainerFileStat, Engine, FileToPut } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { findServerFiles, mainIniPath, type ApplicationFacts } from '../node/applicationFacts.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { readRunningFiles } from '../node/files.ts';
import { PROXY_PATHS, SUPERVISOR_PATH } from '../stores/replication.ts';

interface FileToCopy {
    /** As PHP or Apache names it; the file's own path is where that leads. */
    readonly path: string;
    readonly file: FileToPut;
}

/**
 * What an Apache node is configured by: php.ini, the files that PHP reads after it, and Apache's virtual hosts; and
 * what runs memcached's proxy beside it, as all proxies must go by the same rules.
 */
export interface ApplicationConfiguration {
    readonly files: readonly FileToCopy[];
    /** Where PHP and Apache look for more of them. */
    readonly directories: readonly string[];
}

/** Reads the configuration of a node that serves. */
export async function readConfiguration(
    engine: Engine,
    node: ClusterNode,
    facts: ApplicationFacts,
    signal: AbortSignal,
): Promise<ApplicationConfiguration> {
    const virtualHosts = await findServerFiles(engine, node, signal);
    const paths = [mainIniPath(facts), ...facts.scannedFiles, ...virtualHosts, SUPERVISOR_PATH, ...PROXY_PATHS];
    const files = await readRunningFiles(engine, node, paths, signal);
    return {
        files: files.flatMap((file, index) => (file ? [{ path: paths[index] ?? file.path, file }] : [])),
        directories: [...new Set([...facts.scanDirectories, ...virtualHosts.map(path => posix.dirname(path))])],
    };
}

/**
 * The files that configure another node in the same way. It is made of the same image, and need not run; links of the
 * image stay links.
 * @param id of its container
 */
export async function filesForCopy(
    engine: Engine,
    { files, directories }: ApplicationConfiguration,
    id: string,
    signal: AbortSignal,
): Promise<FileToPut[]> {
    const lists = await Promise.all(directories.map(directory => listDirectory(engine, id, directory, signal)));
    const present = new Map(lists.flat().map(entry => [entry.path, entry]));
    const wanted = new Set(files.map(({ path }) => path));
    const copied = files.map(({ path, file }): FileToPut => {
        return { ...file, path: leadsTo(present.get(path), file.path) ? file.path : path };
    });
    // Of the image, and taken away on the other node: to PHP and Apache, an empty file is none.
    const unwanted = [...present.keys()].filter(path => /\.(ini|conf)$/.test(path) && !wanted.has(path));
    const emptied = unwanted.map(path => ({ path, bytes: Buffer.alloc(0), mode: 0o644, uid: 0, gid: 0 }));
    return [...copied, ...emptied];
}

function leadsTo(entry: ContainerFileStat | undefined, path: string): boolean {
    return entry?.linkTarget !== undefined && posix.resolve(posix.dirname(entry.path), entry.linkTarget) === path;
}

async function listDirectory(
    engine: Engine,
    id: string,
    path: string,
    signal: AbortSignal,
): Promise<ContainerFileStat[]> {
    try {
        return await engine.listDirectory(id, path, signal);
    } catch (error) {
        if (isEngineError(error, 'notFound')) {
            return [];
        }
        throw error;
    }
}

const SESSION_SETTING = /^(session|memcached|memcache|redis)\./;

interface Difference {
    readonly name: string;
    readonly value: string;
    readonly wanted: string;
}

/**
 * A node that joins keeps sessions as the one that it is made after, or it must not serve the same ones.
 * @throws OperationError `notInForce` that names a directive
 */
export function assertSameSessions(node: ClusterNode, facts: ApplicationFacts, model: ApplicationFacts): void {
    const found = sessionDifference(node.name, facts.settings, model.settings);
    if (found) {
        throw new OperationError('notInForce', {
            node: node.name,
            what: l10n.t(
                '{0} is "{1}" on {2}, and "{3}" on the node that it is made after',
                found.name,
                withoutSecret(found.name, found.value),
                node.name,
                withoutSecret(found.name, found.wanted),
            ),
            next: l10n.t('See what sets it there beside the php.ini files, and put it into one of them'),
        });
    }
}

/** What loses sessions comes first; then any other directive of sessions, which a copy has no reason to differ in. */
function sessionDifference(
    node: string,
    settings: ApplicationFacts['settings'],
    model: ApplicationFacts['settings'],
): Difference | undefined {
    // A directive that only one of them has is empty on the other: its extension is not loaded there.
    const names = Object.keys({ ...model, ...settings });
    const complete = (some: ApplicationFacts['settings']) =>
        Object.fromEntries(names.map(name => [name, some[name] ?? '']));
    const [mine, wanted] = [complete(settings), complete(model)];
    const [first] = disagreements({ node, settings: mine }, [{ node: '', settings: wanted }]);
    const name =
        first?.name ?? names.find(one => SESSION_SETTING.test(one) && !mustAgree(one) && mine[one] !== wanted[one]);
    return name === undefined ? undefined : { name, value: mine[name] ?? '', wanted: wanted[name] ?? '' };
}
