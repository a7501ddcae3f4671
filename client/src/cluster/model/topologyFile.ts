import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import ini from 'ini';
import * as v from 'valibot';
import { fields, figure, ifOfForm, name, path, readJson } from '../../foreignData.ts';
import { OperationError } from './errors.ts';
import type { RecordedTopology, Topology } from './topology.ts';
import { TopologyReader, type TopologyKeys } from './topologyReader.ts';

export const TOPOLOGY_FILE = 'session-cluster.ini';

/** What the product's own application image has (Debian 13). */
const PHP_VERSIONS = ['8.4'] as const;

export const LIMITS = {
    port: { from: 0, to: 65_535 },
    applicationNodes: { from: 1, to: 32 },
    storeNodes: { from: 1, to: 8 },
    /** MiB. */
    memory: { from: 8, to: 16 * 1024 },
    /** Seconds. */
    readTimeout: { from: 1, to: 3600 },
} as const;

const NAME = /^[a-z](?:[a-z0-9-]{0,29}[a-z0-9])?$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/**
 * Registry host and port, path, tag, digest: the reference grammar of distribution/reference, without its length
 * limits.
 */
const IMAGE =
    /^(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

const KEYS: TopologyKeys = new Map([
    ['', ['name']],
    ['balancer', ['port', 'address', 'retry_non_idempotent', 'read_timeout']],
    ['application', ['nodes', 'php', 'image', 'document_root']],
    ['store', ['nodes', 'memory', 'replicate']],
]);

/** Two Apache nodes with a sample page, one store, on port 8080 of this machine. */
export function defaultTopology(name: string): Topology {
    return {
        name,
        balancer: { port: 8080, address: '127.0.0.1', retryNonIdempotent: false, readTimeout: 60 },
        application: { nodes: 2, php: PHP_VERSIONS[0] },
        store: { nodes: 1, memory: 64, replicate: false },
    };
}

/** What `replicate` is where nobody says. */
function replicatesByDefault(stores: number): boolean {
    return stores > 1;
}

/**
 * The same topology with other numbers of nodes. Where `replicate` was what it is unless told, it is so for the new
 * number of stores.
 */
export function withNodes<Kind extends RecordedTopology>(
    topology: Kind,
    counts: { readonly application?: number; readonly store?: number },
): Kind {
    const { application, store } = topology;
    const stores = counts.store ?? store.nodes;
    const chosen = store.replicate !== replicatesByDefault(store.nodes);
    return {
        ...topology,
        application: { ...application, nodes: counts.application ?? application.nodes },
        store: { ...store, nodes: stores, replicate: chosen ? store.replicate : replicatesByDefault(stores) },
    };
}

/**
 * Reads a topology file; `document_root` is relative to `directory`.
 * @throws OperationError `invalid` that names the file, as `fileName` says it, line and key
 */
export function parseTopologyFile(
    text: string,
    { directory, fileName = TOPOLOGY_FILE }: { readonly directory: string; readonly fileName?: string },
): Topology {
    const file = new TopologyReader(text, fileName, KEYS);
    const defaults = defaultTopology(file.text('', 'name') ?? '');
    const image = file.text('application', 'image');
    const documentRoot = file.text('application', 'document_root');
    if (image !== undefined && file.text('application', 'php') !== undefined) {
        throw file.invalid(
            'application',
            'php',
            l10n.t('cannot be chosen together with image, which brings its own PHP'),
        );
    }
    const stores = file.number('store', 'nodes') ?? defaults.store.nodes;
    const topology: Topology = {
        name: defaults.name,
        balancer: {
            port: file.number('balancer', 'port') ?? defaults.balancer.port,
            address: file.text('balancer', 'address') ?? defaults.balancer.address,
            retryNonIdempotent:
                file.boolean('balancer', 'retry_non_idempotent') ?? defaults.balancer.retryNonIdempotent,
            readTimeout: file.number('balancer', 'read_timeout') ?? defaults.balancer.readTimeout,
        },
        application: {
            nodes: file.number('application', 'nodes') ?? defaults.application.nodes,
            php: file.text('application', 'php') ?? defaults.application.php,
            ...(image !== undefined && { image }),
            ...(documentRoot !== undefined && { documentRoot: resolve(directory, documentRoot) }),
        },
        store: {
            nodes: stores,
            memory: file.memory('store', 'memory') ?? defaults.store.memory,
            replicate: file.boolean('store', 'replicate') ?? replicatesByDefault(stores),
        },
    };
    const problem = findProblem(topology);
    if (problem) {
        throw file.invalid(problem.section, problem.key, problem.why);
    }
    return topology;
}

/** Writes a topology file that reads as the same topology; a document root below `directory` becomes relative to it. */
export function renderTopologyFile(topology: Topology, options: { readonly directory: string }): string {
    const { balancer, application, store } = topology;
    const { documentRoot } = application;
    const defaults = defaultTopology(topology.name);
    const text = ini.stringify(
        {
            name: topology.name,
            balancer: {
                port: balancer.port,
                address: balancer.address,
                ...(balancer.retryNonIdempotent && { retry_non_idempotent: true }),
                ...(balancer.readTimeout !== defaults.balancer.readTimeout && { read_timeout: balancer.readTimeout }),
            },
            application: {
                nodes: application.nodes,
                ...(application.image === undefined ? { php: application.php } : { image: application.image }),
                ...(documentRoot !== undefined && { document_root: '.' }),
            },
            store: {
                nodes: store.nodes,
                memory: `${store.memory}M`,
                ...(store.replicate !== replicatesByDefault(store.nodes) && { replicate: store.replicate }),
            },
        },
        { whitespace: true, newline: false },
    );
    // The package writes `\\server` and `a\;b` as it reads something else.
    return documentRoot === undefined
        ? text
        : text.replace(/^document_root = .*$/m, () => `document_root = ${rendered(documentRoot, options.directory)}`);
}

function rendered(documentRoot: string, directory: string): string {
    const path = relativeRoot(documentRoot, directory);
    return /^[\w./ -]*[\w./-]$/.test(path) ? path : JSON.stringify(path);
}

function relativeRoot(documentRoot: string, directory: string): string {
    const path = relative(directory, documentRoot);
    const isBelow = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
    return isBelow ? `./${path.split(sep).join('/')}` : documentRoot;
}

/** @throws OperationError `invalid` for what no file can make good: wherever the topology came from */
export function validateTopology(topology: Topology): void {
    const problem = findProblem(topology);
    if (problem) {
        throw problemError(`${problem.key} ${problem.why}`);
    }
}

/** @throws OperationError `invalid` where the document root is not a folder */
export async function checkTopologyPaths(topology: Topology): Promise<void> {
    const { documentRoot } = topology.application;
    if (documentRoot === undefined) {
        return;
    }
    let isFolder: boolean;
    try {
        isFolder = (await stat(documentRoot)).isDirectory();
    } catch (cause) {
        throw problemError(l10n.t('document_root {0} is not there', documentRoot), cause);
    }
    if (!isFolder) {
        throw problemError(l10n.t('document_root {0} is not a folder', documentRoot));
    }
}

export function topologyToLabel(topology: RecordedTopology): string {
    return JSON.stringify(recorded(topology));
}

/** Without how the balancer repeats and waits, which earlier versions wrote into labels as well. */
function recorded({ name, balancer: { port, address }, application, store }: RecordedTopology): RecordedTopology {
    return { name, balancer: { port, address }, application, store };
}

/** Undefined where the text is not a topology of ours: labels can be set by anybody. */
export function topologyFromLabel(json: string | undefined): RecordedTopology | undefined {
    return ifOfForm(() => readJson(LABEL, json ?? ''));
}

const usual = defaultTopology('');

/** A label that was written before a key was there has no value for it. */
const LABEL = fields({
    name,
    balancer: fields({ port: figure, address: name }),
    application: fields({
        nodes: figure,
        php: name,
        image: v.exactOptional(path),
        documentRoot: v.exactOptional(path),
    }),
    store: fields({
        nodes: figure,
        memory: figure,
        replicate: v.nullish(v.boolean(), usual.store.replicate),
    }),
});

interface Problem {
    readonly section: string;
    readonly key: string;
    readonly why: string;
}

/** The first thing that cannot be. */
function findProblem(topology: Topology): Problem | undefined {
    const { name, balancer, application, store } = topology;
    const checks: (Problem | undefined)[] = [
        unless(
            NAME.test(name),
            '',
            'name',
            l10n.t(
                'must be small letters, digits and hyphens, begin with a letter, end with none of the latter, and have at most 31 characters, not "{0}"',
                name,
            ),
        ),
        outside(balancer.port, LIMITS.port, 'balancer', 'port'),
        outside(balancer.readTimeout, LIMITS.readTimeout, 'balancer', 'read_timeout', l10n.t(' seconds')),
        unless(
            IPV4.test(balancer.address),
            'balancer',
            'address',
            l10n.t('must be an IPv4 address, not "{0}"', balancer.address),
        ),
        outside(application.nodes, LIMITS.applicationNodes, 'application', 'nodes'),
        application.image === undefined
            ? unless(
                  PHP_VERSIONS.some(version => version === application.php),
                  'application',
                  'php',
                  l10n.t(
                      'must be {0}, which the built-in image has, not "{1}"; choose an image for another',
                      PHP_VERSIONS.join(', '),
                      application.php,
                  ),
              )
            : unless(
                  IMAGE.test(application.image),
                  'application',
                  'image',
                  l10n.t('must be the name of an image, not "{0}"', application.image),
              ),
        outside(store.nodes, LIMITS.storeNodes, 'store', 'nodes'),
        outside(store.memory, LIMITS.memory, 'store', 'memory', ' MiB'),
    ];
    return checks.find(problem => problem !== undefined);
}

function unless(holds: boolean, section: string, key: string, why: string): Problem | undefined {
    return holds ? undefined : { section, key, why };
}

function outside(value: number, range: { from: number; to: number }, section: string, key: string, unit = '') {
    const holds = Number.isInteger(value) && value >= range.from && value <= range.to;
    return unless(
        holds,
        section,
        key,
        l10n.t('must be a whole number from {0} to {1}{2}, not {3}', range.from, range.to, unit, value),
    );
}

function problemError(what: string, cause?: unknown): OperationError {
    return new OperationError('invalid', {
        what: l10n.t('The topology cannot be used: {0}', what),
        kept: l10n.t('Nothing was created'),
        next: l10n.t('Correct it'),
        cause,
    });
}
