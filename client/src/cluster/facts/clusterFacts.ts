import * as v from 'valibot';
import type { ClusterFacts, EnvironmentFacts, PhpFacts, StoreFacts } from '../../../../server/src/phpIni/protocol.ts';
import { serverName, serversOf } from '../../../../server/src/phpIni/savePaths/servers.ts';
import type { Engine } from '../../engine/engine.ts';
import { isCancellation } from '../../failure.ts';
import { excerpt, readJson } from '../../foreignData.ts';
import { asPages, readApplicationFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { isRunning, nodesOf, replicates, type ClusterNode, type Environment } from '../model/model.ts';
import { readRunningNodeFiles } from '../node/files.ts';
import { aliasesOf, placeOf } from '../stores/place.ts';
import { scriptCommand } from '../node/resources.ts';
import { withoutSecret } from '../../../../server/src/phpIni/secrets.ts';
import { withoutSecrets } from './secrets.ts';

/** More servers than this are not tried: no save path in use has them. */
const MOST_SERVERS = 16;

/** What is wrong with each server that was tried; null where nothing is. */
const RESULTS = v.array(v.nullable(excerpt(500)));

/**
 * What the snapshot of an engine's environments says, and what was asked of single nodes, by their ids. Asks nothing
 * itself.
 */
export function toClusterFacts(
    environments: readonly Environment[],
    phpOf: ReadonlyMap<string, PhpFacts>,
    uriOf: (node: ClusterNode) => string,
): ClusterFacts {
    return { environments: environments.map(environment => toFacts(environment, phpOf, uriOf)) };
}

function toFacts(
    environment: Environment,
    phpOf: ReadonlyMap<string, PhpFacts>,
    uriOf: (node: ClusterNode) => string,
): EnvironmentFacts {
    return {
        name: environment.name,
        ...(replicates(environment) && { replicated: true }),
        stores: nodesOf(environment, 'store').map(node => storeFacts(environment, node)),
        applications: nodesOf(environment, 'application').map(node => {
            const php = isRunning(node) ? phpOf.get(node.id) : undefined;
            return { node: node.name, uri: uriOf(node), running: isRunning(node), ...(php && { php }) };
        }),
    };
}

function storeFacts(environment: Environment, node: ClusterNode): StoreFacts {
    return { node: node.name, ...placeOf(node), aliases: aliasesOf(environment, node), running: isRunning(node) };
}

/**
 * Asks Apache's PHP on a running node, by a page that lives for a moment, and looks at its files and servers from
 * inside. Passwords stay on the node.
 */
export async function readPhpFacts(engine: Engine, node: ClusterNode, signal: AbortSignal): Promise<PhpFacts> {
    const facts = await readApplicationFacts(engine, node, signal);
    const [files, reachability] = await Promise.all([
        readIniFiles(engine, node, facts, signal),
        tryServers(engine, node, facts, signal),
    ]);
    const { iniFile, scannedFiles, scanDirectories, extensions, links, environmentVariables } = facts;
    const { availableExtensions, sessionDirectory } = facts;
    return {
        version: facts.phpVersion,
        ...(iniFile !== undefined && { iniFile }),
        scannedFiles,
        scanDirectories,
        extensions,
        ...(availableExtensions && { availableExtensions }),
        settings: Object.fromEntries(
            Object.entries(facts.settings).map(([name, value]) => [name, withoutSecret(name, value)]),
        ),
        environmentVariables,
        links,
        ...(sessionDirectory !== null && { sessionDirectory }),
        ...(files && { files }),
        ...(reachability && { reachability }),
    };
}

/** Undefined where they cannot be read: the rest of what is known is worth telling all the same. */
async function readIniFiles(
    engine: Engine,
    node: ClusterNode,
    { iniFile, scannedFiles, phpVersion }: ApplicationFacts,
    signal: AbortSignal,
): Promise<Record<string, string> | undefined> {
    const paths = [...(iniFile === undefined ? [] : [iniFile]), ...scannedFiles];
    return unlessFailed(async () => {
        const contents = await readRunningNodeFiles(engine, node, paths, signal);
        const files: Record<string, string> = {};
        for (const [index, path] of paths.entries()) {
            const bytes = contents[index];
            if (bytes) {
                files[path] = withoutSecrets(textOf(bytes), phpVersion);
            }
        }
        return files;
    });
}

/** As an editor shows it. */
function textOf(bytes: Buffer): string {
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

async function tryServers(
    engine: Engine,
    node: ClusterNode,
    facts: ApplicationFacts,
    signal: AbortSignal,
): Promise<PhpFacts['reachability']> {
    const { settings } = facts;
    const path = settings['session.save_path'] ?? '';
    const servers = serversOf(settings['session.save_handler'] ?? '', path).slice(0, MOST_SERVERS);
    if (servers.length === 0) {
        return undefined;
    }
    const hostsAndPorts = servers.flatMap(({ host, port }) => [host, String(port)]);
    const argv = await scriptCommand('facts/try-servers.php', ...hostsAndPorts);
    return unlessFailed(async () => {
        const { stdout } = await engine.exec(node.containerId, argv, { timeoutMs: 20_000, ...asPages(facts) }, signal);
        return readJson(RESULTS, stdout.toString()).flatMap((error, index) => {
            const server = servers[index];
            return server ? [{ server: serverName(server), ...(error !== null && { error }) }] : [];
        });
    });
}

async function unlessFailed<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
        return await work();
    } catch (error) {
        if (isCancellation(error)) {
            throw error;
        }
        return undefined;
    }
}
