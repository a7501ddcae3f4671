// Real environments for tests: made by the product's own operations, removed when the test ends however it ends.
import { findEnvironment } from '../../../client/src/cluster/environments/discovery.ts';
import type { ClusterNode, Environment, Layer } from '../../../client/src/cluster/model/model.ts';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Topology } from '../../../client/src/cluster/model/topology.ts';
import { defaultTopology } from '../../../client/src/cluster/model/topologyFile.ts';
import { connect } from '../../../client/src/engine/connect.ts';
import { resolveEndpoint } from '../../../client/src/engine/endpoint.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { uniqueName } from '../run/names.ts';
import { quietContext } from './quietContext.ts';

export async function openEngine(): Promise<Engine> {
    return connect(await resolveEndpoint({}));
}

/** Two Apache nodes, one store, any free port. */
export function testTopology(prefix: string, changes: Partial<Topology['application']> = {}): Topology {
    const topology = defaultTopology(uniqueName(prefix));
    return {
        ...topology,
        balancer: { ...topology.balancer, port: 0 },
        application: { ...topology.application, ...changes },
        store: { ...topology.store, memory: 16 },
    };
}

/** Creates an environment for `work` and deletes it afterwards. */
export async function withEnvironment<Result>(
    engine: Engine,
    topology: Topology,
    work: (environment: Environment) => Promise<Result>,
): Promise<Result> {
    const environment = await createEnvironment(engine, topology, quietContext());
    try {
        return await work(environment);
    } finally {
        await deleteEnvironment(engine, environment, {}, quietContext());
    }
}

/** As it is now. */
export async function reread(engine: Engine, environment: Environment): Promise<Environment> {
    return findEnvironment(engine, environment.name, AbortSignal.timeout(120_000));
}

export function application(environment: Environment, number: number): ClusterNode {
    return nodeOf(environment, 'application', number);
}

export function store(environment: Environment, number: number): ClusterNode {
    return nodeOf(environment, 'store', number);
}

function nodeOf(environment: Environment, layer: Layer, number: number): ClusterNode {
    const node = nodesOf(environment, layer).find(candidate => candidate.number === number);
    if (!node) {
        throw new Error(`${environment.name} has no ${layer} node ${number}`);
    }
    return node;
}

/** Cancels as soon as an operation reports a message that matches. */
export function cancelAt(pattern: RegExp): OperationContext & { readonly reached: () => boolean } {
    const controller = new AbortController();
    return {
        signal: controller.signal,
        report: message => {
            if (pattern.test(message)) {
                controller.abort();
            }
        },
        reached: () => controller.signal.aborted,
    };
}

/** Everything on the engine that carries the environment's name, by label or by name. */
export async function remainsOf(engine: Engine, name: string): Promise<string[]> {
    const containers = await engine.listContainers({});
    const networks = await engine.listNetworks({});
    const volumes = await engine.listVolumes({ labels: [`php-session-cluster.environment=${name}`] });
    return [
        ...containers.filter(container => container.name.startsWith(`${name}-`)).map(container => container.name),
        ...networks.filter(network => network.name.startsWith(name)).map(network => network.name),
        ...volumes,
    ];
}
