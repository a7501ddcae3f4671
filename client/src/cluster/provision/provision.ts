import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { createEnvironmentNetwork } from './addressing.ts';
import { findEnvironment } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import { ensureImage } from '../images/images.ts';
import { LABEL_ENVIRONMENT, LABEL_TOPOLOGY } from '../model/labels.ts';
import type { Environment, Layer } from '../model/model.ts';
import { createNode, numbers, storesOf, type LayerImages } from './nodeCreation.ts';
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
 * Creates an environment from a topology and waits until all of its nodes are healthy. On failure or cancellation everything made so far, but for
 * the images, is removed again.
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
        return await findEnvironment(engine, topology.name, context.signal);
    } catch (error) {
        context.report(`Removing what was made of environment ${topology.name}`);
        try {
            await removeCreation(engine, creation);
        } catch (problem) {
            throw new OperationError('failed', {
                what: `Environment ${topology.name} was not created: ${messageOf(error).replace(/\.$/, '')}`,
                kept: `Not everything made for it could be removed: ${messageOf(problem).replace(/\.$/, '')}`,
                next: `Delete environment ${topology.name} when the engine answers again`,
                cause: error,
            });
        }
        throw asCreationError(topology, error);
    }
}

/** What is about to be made, a line each, for a person to agree to. */
export function describeTopology(topology: Topology): string {
    const { name, balancer, application, store } = topology;
    const php = application.image ?? `Apache with PHP ${application.php}`;
    const port = balancer.port === 0 ? 'a free port' : `port ${balancer.port}`;
    return [
        `Environment ${name}`,
        `1 NGINX balancer on ${balancer.address}, ${port}`,
        `${application.nodes} × ${php}, ${application.documentRoot ? `serving ${application.documentRoot}` : 'with a sample page'}`,
        `${store.nodes} × memcached, ${store.memory} MiB${store.replicate ? ', sessions replicated' : ''}`,
    ].join('\n');
}

async function checkCreation(engine: Engine, topology: Topology, context: OperationContext): Promise<void> {
    validateTopology(topology);
    await checkTopologyPaths(topology);
    if (engine.endpoint.remote && topology.application.documentRoot !== undefined) {
        throw new OperationError('unsupported', {
            what: `The document root ${topology.application.documentRoot} is a folder of this machine, but ${engine.endpoint.label} runs containers on another`,
            kept: 'Nothing was created',
            next: 'Leave document_root out, or use an image that contains the application',
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
    context.report(`Creating the network of ${topology.name}`);
    const network = await createEnvironmentNetwork(
        engine,
        topology.name,
        { [LABEL_ENVIRONMENT]: topology.name, [LABEL_TOPOLOGY]: topologyToLabel(topology) },
        signal,
    );
    creation.network = network.id;
    const plan = { topology, images, addresses: network.addresses };
    const stores = storesOf(plan);
    const nodes: [Layer, number][] = [
        ...numbers(topology.store.nodes).map((number): [Layer, number] => ['store', number]),
        ...numbers(topology.application.nodes).map((number): [Layer, number] => ['application', number]),
        ['balancer', 1],
    ];
    context.report(`Starting ${nodes.length} nodes`);
    const created = (id: string) => creation.containers.push(id);
    await allSettledOrThrow(
        nodes.map(([layer, number]) => createNode(engine, plan, layer, number, { stores, created }, signal)),
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
    const removed = `Environment ${topology.name} was not created; everything made for it was removed`;
    if (isCancellation(error)) {
        return new OperationError('cancelled', { what: 'Creating was cancelled', kept: removed, cause: error });
    }
    if (isEngineError(error, 'portInUse')) {
        return new OperationError('portInUse', {
            what: `Port ${topology.balancer.port} of ${topology.balancer.address} is in use on the engine's machine`,
            kept: removed,
            next: 'Choose another port for the balancer',
            cause: error,
        });
    }
    return error;
}
