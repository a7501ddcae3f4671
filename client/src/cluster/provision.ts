import type { Engine } from '../engine/engine.ts';
import { isEngineError } from '../engine/errors.ts';
import { isCancellation, messageOf } from '../failure.ts';
import { createEnvironmentNetwork, type AddressPlan } from './addressing.ts';
import { BALANCER_CONFIG_PATH, renderBalancerConfig } from './balancerConfig.ts';
import { findEnvironment } from './discovery.ts';
import { OperationError } from './errors.ts';
import { ensureImage } from './images.ts';
import { containerName, LABEL_ENVIRONMENT, LABEL_LAYER, LABEL_TOPOLOGY } from './labels.ts';
import type { Environment, Layer } from './model.ts';
import { applicationSpec, balancerSpec, storeSpec } from './nodeSpecs.ts';
import type { OperationContext } from './operation.ts';
import { assertNameIsFree, assertPortIsFree, assertSuitableImage } from './provisionChecks.ts';
import { awaitHealthy } from './readiness.ts';
import type { Topology } from './topology.ts';
import { checkTopologyPaths, topologyToLabel, validateTopology } from './topologyFile.ts';

/** Removing what a failed or cancelled creation has made must not take for ever either. Milliseconds. */
const CLEAN_UP_LIMIT = 60_000;

/** Everything that one creation has made so far, so that it can be unmade. */
interface Creation {
    readonly containers: string[];
    network: string | undefined;
}

interface Images {
    readonly balancer: string;
    readonly application: string;
    readonly store: string;
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
        `${store.nodes} × memcached, ${store.memory} MiB`,
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

async function prepareImages(engine: Engine, topology: Topology, context: OperationContext): Promise<Images> {
    const own = topology.application.image;
    if (own !== undefined) {
        await assertSuitableImage(engine, own, context);
    }
    return {
        balancer: await ensureImage(engine, 'balancer', context),
        application: own ?? (await ensureImage(engine, 'application', context)),
        store: await ensureImage(engine, 'store', context),
    };
}

async function makeNodes(
    engine: Engine,
    topology: Topology,
    images: Images,
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
    const { addresses } = network;
    const place = (layer: Layer, number: number, image: string) => ({
        topology,
        number,
        image,
        network: topology.name,
        address: addresses.addressOf(layer, number),
    });
    const specs = [
        ...numbers(topology.store.nodes).map(number => storeSpec(place('store', number, images.store))),
        ...numbers(topology.application.nodes).map(number =>
            applicationSpec(place('application', number, images.application)),
        ),
        balancerSpec(place('balancer', 1, images.balancer)),
    ];
    context.report(`Starting ${specs.length} nodes`);
    const results = await Promise.allSettled(
        specs.map(async spec => {
            const id = await engine.createContainer(spec, signal);
            creation.containers.push(id);
            if (spec.labels[LABEL_LAYER] === 'balancer') {
                await putBalancerConfig(engine, id, topology, addresses, signal);
            }
            await engine.startContainer(id, signal);
        }),
    );
    throwFirst(results);
}

async function putBalancerConfig(
    engine: Engine,
    balancer: string,
    topology: Topology,
    addresses: AddressPlan,
    signal: AbortSignal,
): Promise<void> {
    const upstreams = numbers(topology.application.nodes).map(number => ({
        name: containerName(topology.name, 'application', number),
        address: addresses.addressOf('application', number),
        port: 80,
    }));
    const file = { path: BALANCER_CONFIG_PATH, bytes: Buffer.from(renderBalancerConfig(upstreams)) };
    await engine.putFiles(balancer, [{ ...file, mode: 0o644, uid: 0, gid: 0 }], signal);
}

/** All have ended when this throws: nothing is being created any more while it is being removed. */
function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
    for (const result of results) {
        if (result.status === 'rejected') {
            throw result.reason;
        }
    }
}

function numbers(count: number): number[] {
    return Array.from({ length: count }, (_, index) => index + 1);
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
