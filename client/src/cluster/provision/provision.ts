import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { createEnvironmentNetwork } from './addressing.ts';
import { rereadManaged } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import { ensureImage } from '../images/images.ts';
import { LABEL_ENVIRONMENT, LABEL_TOPOLOGY } from '../model/labels.ts';
import type { Environment, Layer } from '../model/model.ts';
import { balancerFile, createNode, numbers, storesOf, type LayerImages, type NodeCreation } from './nodeCreation.ts';
import type { OperationContext } from '../model/operation.ts';
import { assertNameIsFree, assertPortIsFree, assertSuitableImage } from './checks.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { allSettledOrThrow } from '../model/settled.ts';
import type { Topology } from '../model/topology.ts';
import { checkTopologyPaths, topologyToLabel, validateTopology } from '../model/topologyFile.ts';

/** Removing what a failed or cancelled creation has made must not take for ever either. Milliseconds. */
const CLEAN_UP_LIMIT = 60_000;

/** Everything that one creation has made so far, so that it can be unmade. */
interface Creation {
    readonly containers: string[];
    network: string | undefined;
}

/**
 * Creates an environment from a topology and waits until all of its nodes are healthy. On failure or cancellation
 * everything made so far, but for the images, is removed again.
 * @throws OperationError before anything is created where the topology cannot work here; EngineError
 */
export async function createEnvironment(
    engine: Engine,
    topology: Topology,
    context: OperationContext,
): Promise<Environment> {
    await checkCreation(engine, topology, context);
    const images = await prepareImages(engine, topology, context);
    const creation: Creation = { containers: [], network: undefined };
    try {
        await makeNodes(engine, topology, images, creation, context);
        await awaitHealthy(engine, creation.containers, context);
        return await rereadManaged(engine, topology.name, context.signal);
    } catch (error) {
        context.report(l10n.t('Removing what was made of environment {0}', topology.name));
        try {
            await removeCreation(engine, creation);
        } catch (problem) {
            throw new OperationError('failed', {
                what: l10n.t(
                    'Environment {0} was not created: {1}',
                    topology.name,
                    messageOf(error).replace(/\.$/, ''),
                ),
                kept: l10n.t('Not everything made for it could be removed: {0}', messageOf(problem).replace(/\.$/, '')),
                next: l10n.t('Delete environment {0} when the engine answers again', topology.name),
                cause: error,
            });
        }
        throw asCreationError(topology, error);
    }
}

/** What is about to be made, a line each, for a person to agree to. */
export function describeTopology(topology: Topology): string {
    const { name, balancer, application, store } = topology;
    const php = application.image ?? l10n.t('Apache with PHP {0}', application.php);
    const port = balancer.port === 0 ? l10n.t('a free port') : l10n.t('port {0}', balancer.port);
    return [
        l10n.t('Environment {0}', name),
        l10n.t('1 NGINX balancer on {0}, {1}', balancer.address, port),
        `${application.nodes} × ${php}, ${application.documentRoot ? l10n.t('serving {0}', application.documentRoot) : l10n.t('with a sample page')}`,
        l10n.t(
            '{0} × memcached, {1} MiB{2}',
            store.nodes,
            store.memory,
            store.replicate ? l10n.t(', sessions replicated') : '',
        ),
    ].join('\n');
}

async function checkCreation(engine: Engine, topology: Topology, context: OperationContext): Promise<void> {
    validateTopology(topology);
    await checkTopologyPaths(topology);
    if (engine.endpoint.remote && topology.application.documentRoot !== undefined) {
        throw new OperationError('unsupported', {
            what: l10n.t(
                'The document root {0} is a folder of this machine, but {1} runs containers on another',
                topology.application.documentRoot,
                engine.endpoint.label,
            ),
            kept: l10n.t('Nothing was created'),
            next: l10n.t('Leave document_root out, or use an image that contains the application'),
        });
    }
    await assertNameIsFree(engine, topology, context.signal);
    await assertPortIsFree(engine, topology, context.signal);
}

async function prepareImages(engine: Engine, topology: Topology, context: OperationContext): Promise<LayerImages> {
    const own = topology.application.image;
    const applicationCommand =
        own === undefined
            ? undefined
            : await assertSuitableImage(engine, own, { replicate: topology.store.replicate }, context);
    return {
        balancer: await ensureImage(engine, 'balancer', context),
        application: own ?? (await ensureImage(engine, 'application', context)),
        store: await ensureImage(engine, 'store', context),
        ...(applicationCommand && { applicationCommand }),
    };
}

async function makeNodes(
    engine: Engine,
    topology: Topology,
    images: LayerImages,
    creation: Creation,
    context: OperationContext,
): Promise<void> {
    const { signal } = context;
    context.report(l10n.t('Creating the network of {0}', topology.name));
    const network = await createEnvironmentNetwork(
        engine,
        topology.name,
        { [LABEL_ENVIRONMENT]: topology.name, [LABEL_TOPOLOGY]: topologyToLabel(topology) },
        signal,
    );
    creation.network = network.id;
    const plan = { topology, images, addresses: network.addresses };
    const stores = storesOf(plan);
    const created = (id: string) => creation.containers.push(id);
    const balancerFiles = () => Promise.resolve([balancerFile(plan, topology.balancer)]);
    const nodes: [Layer, number, NodeCreation][] = [
        ...numbers(topology.store.nodes).map((number): [Layer, number, NodeCreation] => [
            'store',
            number,
            { stores, created },
        ]),
        ...numbers(topology.application.nodes).map((number): [Layer, number, NodeCreation] => [
            'application',
            number,
            { stores, created },
        ]),
        ['balancer', 1, { stores, created, furtherFiles: balancerFiles }],
    ];
    context.report(l10n.t('Starting {0} nodes', nodes.length));
    await allSettledOrThrow(
        nodes.map(([layer, number, options]) => createNode(engine, plan, { layer, number }, options, signal)),
    );
}

async function removeCreation(engine: Engine, creation: Creation): Promise<void> {
    // A signal of its own: the caller's may be what ended the creation.
    const signal = AbortSignal.timeout(CLEAN_UP_LIMIT);
    await Promise.all(creation.containers.map(id => engine.removeContainer(id, signal)));
    if (creation.network !== undefined) {
        await engine.removeNetwork(creation.network, signal);
    }
}

function asCreationError(topology: Topology, error: unknown): unknown {
    const removed = l10n.t('Environment {0} was not created; everything made for it was removed', topology.name);
    if (isCancellation(error)) {
        return new OperationError('cancelled', { what: l10n.t('Creating was cancelled'), kept: removed, cause: error });
    }
    if (isEngineError(error, 'portInUse')) {
        return new OperationError('portInUse', {
            what: l10n.t(
                "Port {0} of {1} is in use on the engine's machine",
                topology.balancer.port,
                topology.balancer.address,
            ),
            kept: removed,
            next: l10n.t('Choose another port for the balancer'),
            cause: error,
        });
    }
    return error;
}
