import type { ContainerSpec, Engine, FileToPut } from '../../engine/engine.ts';
import type { AddressPlan } from './addressing.ts';
import { BALANCER_CONFIG_PATH, renderBalancerConfig, type BalancerSettings } from '../balancer/nginxConfig.ts';
import { containerName } from '../model/labels.ts';
import { STORE_PORT, type ClusterNode, type Layer } from '../model/model.ts';
import { applicationSpec, balancerSpec, storeSpec } from './nodeSpecs.ts';
import { storesFile, supervised, supervisorFiles, type StoreMember } from '../stores/replication.ts';
import type { RecordedTopology } from '../model/topology.ts';

export interface LayerImages {
    readonly balancer: string;
    readonly application: string;
    readonly store: string;
    /**
     * How an application image of the user's own is started: where the proxy runs beside it, a supervisor starts it.
     */
    readonly applicationCommand?: readonly string[];
}

/** What all nodes of an environment are made from. */
export interface NodePlan {
    readonly topology: RecordedTopology;
    readonly images: LayerImages;
    readonly addresses: AddressPlan;
}

/** The stores of a topology, by number. */
export function storesOf({ topology, addresses }: NodePlan): StoreMember[] {
    return numbers(topology.store.nodes).map(number => ({
        name: containerName(topology.name, 'store', number),
        number,
        host: addresses.addressOf('store', number),
        port: STORE_PORT,
        fate: 'keep',
    }));
}

export interface NodeCreation {
    /** The members that the node's file of the stores names. */
    readonly stores: readonly StoreMember[];
    /** Gets the container's id as soon as there is one. */
    readonly created: (id: string) => void;
    /**
     * Files of its own that the node is to start with, by the id of its container, which exists and does not run yet.
     */
    readonly furtherFiles?: (id: string) => Promise<readonly FileToPut[]>;
}

/** Creates one node, with the files that it starts with, and starts it. */
export async function createNode(
    engine: Engine,
    plan: NodePlan,
    { layer, number }: Pick<ClusterNode, 'layer' | 'number'>,
    { stores, created, furtherFiles }: NodeCreation,
    signal: AbortSignal,
): Promise<string> {
    const spec = await specOf(plan, layer, number, stores);
    const own = await filesOf(plan, layer, stores);
    const id = await engine.createContainer(spec, signal);
    created(id);
    const files = [...own, ...((await furtherFiles?.(id)) ?? [])];
    if (files.length > 0) {
        await engine.putFiles(id, files, signal);
    }
    await engine.startContainer(id, signal);
    return id;
}

async function specOf(
    plan: NodePlan,
    layer: Layer,
    number: number,
    stores: readonly StoreMember[],
): Promise<ContainerSpec> {
    const { topology, images, addresses } = plan;
    const placement = {
        topology,
        number,
        image: images[layer],
        network: topology.name,
        address: addresses.addressOf(layer, number),
    };
    switch (layer) {
        case 'balancer':
            return balancerSpec(placement);
        case 'store':
            return storeSpec(placement);
        case 'application':
            return images.applicationCommand && topology.store.replicate && stores.length > 0
                ? {
                      ...(await applicationSpec(placement)),
                      entrypoint: supervised(images.applicationCommand),
                      command: [],
                  }
                : applicationSpec(placement);
    }
}

async function filesOf(plan: NodePlan, layer: Layer, stores: readonly StoreMember[]): Promise<FileToPut[]> {
    const { topology, images } = plan;
    if (layer === 'balancer' || !topology.store.replicate) {
        return [];
    }
    const ownImage = layer === 'application' && images.applicationCommand !== undefined;
    return [storesFile(stores), ...(ownImage ? await supervisorFiles() : [])];
}

/** What the balancer of a new environment begins with. */
export function balancerFile({ topology, addresses }: NodePlan, settings: BalancerSettings): FileToPut {
    const upstreams = numbers(topology.application.nodes).map(number => ({
        name: containerName(topology.name, 'application', number),
        address: addresses.addressOf('application', number),
        port: 80,
    }));
    const bytes = Buffer.from(renderBalancerConfig(upstreams, settings));
    return { path: BALANCER_CONFIG_PATH, bytes, mode: 0o644, uid: 0, gid: 0 };
}

/** From 1 to `count`. */
export function numbers(count: number): number[] {
    return Array.from({ length: count }, (_, index) => index + 1);
}
