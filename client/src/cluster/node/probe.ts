import { createHash, randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import { readJson } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import { phpOf } from './php.ts';
import { callCommand, readScript, scriptCommand } from './resources.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment, type PageRequest } from '../model/model.ts';
import { serverTitleOf } from '../software/table.ts';

/** The header that carries the key; without the right one a probe answers 404. */
export const KEY_HEADER = 'X-Session-Cluster-Key';

/** A page put on application nodes for the length of one operation, under one unguessable name on all of them. */
export interface Probe {
    readonly key: string;
    /** Path and query of the page's URL for one of its requests. */
    urlPath(request: Readonly<Record<string, string>>): string;
    /** Asks the page on one node, from inside that node: past the balancer, and without a route to it from here. */
    request<const Schema extends GenericSchema>(
        node: ClusterNode,
        request: Readonly<Record<string, string>>,
        schema: Schema,
        signal: AbortSignal,
    ): Promise<InferOutput<Schema>>;
    /** Takes the page away from every node that it was put on and that runs. */
    remove(signal: AbortSignal): Promise<void>;
}

export interface ProbeOptions {
    /** The page is to be had through the balancer of this environment, too. Else it is asked for from inside alone. */
    readonly through?: Environment;
    /** Where the page is put, the same path on every node. Found by the nodes' configuration unless told. */
    readonly documentRoot?: string;
}

/** Where the page is on one node. */
interface Place {
    readonly node: ClusterNode;
    readonly file: string;
    readonly located: readonly string[];
}

/** Puts the probe on the nodes; they must run. */
async function installProbe(
    engine: Engine,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
    options: ProbeOptions = {},
): Promise<Probe> {
    const name = `session-cluster-${randomBytes(16).toString('hex')}.php`;
    const key = randomBytes(32).toString('hex');
    const page = Buffer.from(
        (await readScript('node/probe.php')).replace('%KEY_SHA256%', createHash('sha256').update(key).digest('hex')),
    );
    const places = new Map<string, Place>();
    let prefix = '';
    const probe: Probe = {
        key,
        urlPath: request => `${prefix}/${name}?${new URLSearchParams(request).toString()}`,
        request: async (node, request, schema, requestSignal) => {
            const { file = '', located = [] } = places.get(node.containerId) ?? {};
            const answer = await requestPage(
                engine,
                node,
                { port: node.port, file, urlPath: probe.urlPath(request), header: `${KEY_HEADER}: ${key}`, located },
                requestSignal,
            );
            return readAnswer(schema, node, answer);
        },
        remove: async removeSignal => {
            for (const [containerId, { file }] of places) {
                if (await takePage(engine, containerId, file, removeSignal)) {
                    places.delete(containerId);
                }
            }
        },
    };
    try {
        for (const node of nodes) {
            const { folder, located } = await locate(engine, node, signal, options);
            prefix = phpOf(node).urlPrefix(folder);
            const file = `${folder}/${name}`;
            places.set(node.containerId, { node, file, located });
            await putPage(engine, node, file, page, signal);
        }
    } catch (error) {
        await removeProbe(probe).catch(() => undefined); // As in withProbe.
        throw error;
    }
    return probe;
}

/** Puts the probe there for `work`, and takes it away afterwards whatever happens. */
export async function withProbe<Result>(
    engine: Engine,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
    work: (probe: Probe) => Promise<Result>,
    options: ProbeOptions = {},
): Promise<Result> {
    const probe = await installProbe(engine, nodes, signal, options);
    let result: Result;
    try {
        result = await work(probe);
    } catch (error) {
        // The first error is the one to tell: where the page cannot be removed either, the next probe on that node
        // removes it.
        await removeProbe(probe).catch(() => undefined);
        throw error;
    }
    await removeProbe(probe);
    return result;
}

/** With a signal of its own: the caller's may be what ended the work. */
function removeProbe(probe: Probe): Promise<void> {
    return probe.remove(AbortSignal.timeout(30_000));
}

/**
 * Where a probe would be written to on the application nodes that run, to be had through the balancer: for whoever asks
 * the user before that is done in an environment of theirs.
 * @throws OperationError `unsupported` where none is found, or not the same on all
 */
export async function findDocumentRoot(engine: Engine, environment: Environment, signal: AbortSignal): Promise<string> {
    const nodes = runningApplications(environment);
    const places = await Promise.all(nodes.map(node => locate(engine, node, signal, { through: environment })));
    const roots = places.map(({ folder }) => folder);
    const server = serverTitleOf(environment, 'application');
    const [first] = roots;
    if (first === undefined || roots.some(root => root !== first)) {
        throw new OperationError('unsupported', {
            what:
                first === undefined
                    ? l10n.t('No {1} node of {0} runs', environment.name, server)
                    : l10n.t(
                          'The {2} nodes of {0} have different document roots: {1}',
                          environment.name,
                          nodes.map(({ name }, index) => l10n.t('{0} on {1}', roots[index] ?? '', name)).join(', '),
                          server,
                      ),
            kept: l10n.t('Nothing was changed'),
            next: first === undefined ? l10n.t('Start one') : l10n.t('Tell the one that all of them serve'),
        });
    }
    return first;
}

/** The folder for a page on a node, and what its software wants to know of it. */
async function locate(
    engine: Engine,
    node: ClusterNode,
    signal: AbortSignal,
    { through, documentRoot }: ProbeOptions,
): Promise<{ readonly folder: string; readonly located: readonly string[] }> {
    const php = phpOf(node);
    const folder = documentRoot === undefined ? undefined : await chosenFolder(engine, node, documentRoot, signal);
    const isSought = through !== undefined && folder === undefined && php.isAsked === true;
    const roots = isSought ? await findRoots(engine, node, through, signal) : [];
    const search = { isPublic: through !== undefined, roots, ...(folder !== undefined && { folder }) };
    const argv = await callCommand(php.locate(search));
    const { exitCode, stdout, stderr } = await engine.exec(node.containerId, argv, {}, signal);
    const [found = '', ...located] = stdout.toString().replace(/\n$/, '').split('\n');
    if (exitCode !== 0 || found === '') {
        const problem = stderr.toString().trim();
        throw new OperationError('unsupported', {
            node: node.name,
            what:
                problem === ''
                    ? l10n.t('No document root was found on {0}', node.name)
                    : l10n.t('{0} on {1} cannot be asked: {2}', php.title, node.name, problem.replace(/\.$/, '')),
            kept: l10n.t('Nothing was changed'),
            next:
                problem === ''
                    ? l10n.t('See that {0} serves a document root on this node', php.title)
                    : l10n.t('Correct what it complains about'),
        });
    }
    return { folder: found, located };
}

/** The document roots that web servers on the way to a node name, its own first: they see folders as it does. */
async function findRoots(
    engine: Engine,
    node: ClusterNode,
    environment: Environment,
    signal: AbortSignal,
): Promise<string[]> {
    const roots: string[] = [];
    for (const server of [node, ...nodesOf(environment, 'balancer').filter(isRunning)]) {
        const { documentRoots } = server.software;
        if (documentRoots) {
            const { stdout } = await engine.exec(server.containerId, await callCommand(documentRoots), {}, signal);
            roots.push(
                ...stdout
                    .toString()
                    .split('\n')
                    .filter(line => line.startsWith('/')),
            );
        }
    }
    return [...new Set(roots)];
}

async function chosenFolder(engine: Engine, node: ClusterNode, path: string, signal: AbortSignal): Promise<string> {
    const { exitCode } = await engine.exec(node.containerId, ['test', '-d', path], {}, signal);
    if (exitCode !== 0) {
        throw new OperationError('invalid', {
            node: node.name,
            what: l10n.t('{0} is no folder on {1}', path, node.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Name the folder from which pages are served, as the node sees it'),
        });
    }
    return path.replace(/(?<=^\/|[^/])\/+$/, '');
}

/** True where the page is gone: also with the container, when somebody removed that. */
async function takePage(engine: Engine, containerId: string, path: string, signal: AbortSignal): Promise<boolean> {
    try {
        const { state } = await engine.inspectContainer(containerId, signal);
        if (state === 'running') {
            await engine.exec(containerId, ['rm', '-f', '--', path], { user: '0' }, signal);
        }
        return state === 'running';
    } catch (error) {
        if (!isEngineError(error, 'notFound')) {
            throw error;
        }
        return true;
    }
}

async function putPage(
    engine: Engine,
    node: ClusterNode,
    path: string,
    page: Buffer,
    signal: AbortSignal,
): Promise<void> {
    const { exitCode, stderr } = await engine.exec(
        node.containerId,
        await scriptCommand('node/put-page.sh', path),
        { user: '0', stdin: page },
        signal,
    );
    if (exitCode !== 0) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t('The probe page could not be put on {0}: {1}', node.name, stderr.toString().trim()),
            kept: l10n.t('Nothing else was changed'),
            next: l10n.t('See that its document root can be written to and has room'),
        });
    }
}

async function requestPage(engine: Engine, node: ClusterNode, page: PageRequest, signal: AbortSignal): Promise<string> {
    const php = phpOf(node);
    const { exitCode, stdout, stderr } = await engine.exec(
        node.containerId,
        await callCommand(php.request(page)),
        { timeoutMs: 15_000 },
        signal,
    );
    const [status = '', ...body] = stdout.toString().split('\n');
    if (exitCode !== 0 || !/^HTTP\/\S+ 200\b/.test(status)) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                '{0} on {1} did not answer a PHP page: {2}',
                php.title,
                node.name,
                status || stderr.toString().trim() || l10n.t('no answer'),
            ),
            next: l10n.t('See the log of the node'),
        });
    }
    return body.join('\n');
}

function readAnswer<const Schema extends GenericSchema>(
    schema: Schema,
    node: ClusterNode,
    answer: string,
): InferOutput<Schema> {
    try {
        return readJson(schema, answer);
    } catch (error) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                'The page on {0} answered with something else than was asked for: {1}',
                node.name,
                messageOf(error),
            ),
            next: l10n.t('See the log of the node'),
            cause: error,
        });
    }
}

/** The environment's application nodes that run: where a probe can be put. */
export function runningApplications(environment: Environment): ClusterNode[] {
    return nodesOf(environment, 'application').filter(isRunning);
}
