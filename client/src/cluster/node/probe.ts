import { createHash, randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import { readJson } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import { readScript, scriptCommand } from './resources.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';

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

/**
 * Where the product's own image serves pages of the cluster's own; apart from the application and its document root.
 */
const OWN_PAGES = { directory: '/var/lib/session-cluster/pages', url: '/.session-cluster' };

export interface ProbeOptions {
    /**
     * Where Apache serves files from, the same path on every node. Found by the configuration unless told; the
     * product's own image has a place of its own.
     */
    readonly documentRoot?: string;
}

/** Puts the probe on the nodes; they must run. */
async function installProbe(
    engine: Engine,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
    { documentRoot }: ProbeOptions = {},
): Promise<Probe> {
    const name = `session-cluster-${randomBytes(16).toString('hex')}.php`;
    const key = randomBytes(32).toString('hex');
    const page = Buffer.from(
        (await readScript('node/probe.php')).replace('%KEY_SHA256%', createHash('sha256').update(key).digest('hex')),
    );
    const placed = new Map<string, string>();
    let prefix = '';
    const probe: Probe = {
        key,
        urlPath: request => `${prefix}/${name}?${new URLSearchParams(request).toString()}`,
        request: async (node, request, schema, requestSignal) => {
            const answer = await requestPage(engine, node, { urlPath: probe.urlPath(request), key }, requestSignal);
            return readAnswer(schema, node, answer);
        },
        remove: async removeSignal => {
            for (const [containerId, path] of placed) {
                if (await takePage(engine, containerId, path, removeSignal)) {
                    placed.delete(containerId);
                }
            }
        },
    };
    try {
        for (const node of nodes) {
            const directory =
                documentRoot === undefined
                    ? await findDirectory(engine, node, signal)
                    : await chosenDirectory(engine, node, documentRoot, signal);
            prefix = directory === OWN_PAGES.directory ? OWN_PAGES.url : '';
            const path = `${directory}/${name}`;
            placed.set(node.containerId, path);
            await putPage(engine, node, path, page, signal);
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
 * Where a probe would be written to on the Apache nodes that run: for whoever asks the user before that is done in an
 * environment of theirs.
 * @throws OperationError `unsupported` where none is found, or not the same on all
 */
export async function findDocumentRoot(engine: Engine, environment: Environment, signal: AbortSignal): Promise<string> {
    const nodes = runningApplications(environment);
    const roots = await Promise.all(nodes.map(node => findDirectory(engine, node, signal)));
    const [first] = roots;
    if (first === undefined || roots.some(root => root !== first)) {
        throw new OperationError('unsupported', {
            what:
                first === undefined
                    ? l10n.t('No Apache node of {0} runs', environment.name)
                    : l10n.t(
                          'The Apache nodes of {0} have different document roots: {1}',
                          environment.name,
                          nodes.map(({ name }, index) => l10n.t('{0} on {1}', roots[index] ?? '', name)).join(', '),
                      ),
            kept: l10n.t('Nothing was changed'),
            next: first === undefined ? l10n.t('Start one') : l10n.t('Tell the one that all of them serve'),
        });
    }
    return first;
}

async function chosenDirectory(engine: Engine, node: ClusterNode, path: string, signal: AbortSignal): Promise<string> {
    const { exitCode } = await engine.exec(node.containerId, ['test', '-d', path], {}, signal);
    if (exitCode !== 0) {
        throw new OperationError('invalid', {
            node: node.name,
            what: l10n.t('{0} is no folder on {1}', path, node.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Name the folder that Apache serves, as the node sees it'),
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

async function findDirectory(engine: Engine, node: ClusterNode, signal: AbortSignal): Promise<string> {
    const argv = await scriptCommand('node/find-document-root.sh', OWN_PAGES.directory);
    const { exitCode, stdout } = await engine.exec(node.containerId, argv, {}, signal);
    if (exitCode !== 0) {
        throw new OperationError('unsupported', {
            node: node.name,
            what: l10n.t('No document root was found on {0}', node.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('See that Apache serves a DocumentRoot on this node'),
        });
    }
    return stdout.toString().trim();
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

async function requestPage(
    engine: Engine,
    node: ClusterNode,
    { urlPath, key }: { readonly urlPath: string; readonly key: string },
    signal: AbortSignal,
): Promise<string> {
    const url = `http://127.0.0.1:${node.port}${urlPath}`;
    const { exitCode, stdout, stderr } = await engine.exec(
        node.containerId,
        await scriptCommand('node/request-page.php', url, `${KEY_HEADER}: ${key}`),
        { timeoutMs: 15_000 },
        signal,
    );
    const [status = '', ...body] = stdout.toString().split('\n');
    if (exitCode !== 0 || !/^HTTP\/\S+ 200\b/.test(status)) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                'Apache on {0} did not answer a PHP page: {1}',
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
