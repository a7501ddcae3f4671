import type { ContainerNetwork, Engine } from '../../engine/engine.ts';
import { productImages } from '../images/images.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment, type Layer } from '../model/model.ts';
import { findProcess, type NodeProcess } from '../node/processes.ts';
import { scriptCommand } from '../node/resources.ts';

/** A node as it was found before any fault: what it can meet with, and what it is brought back to. */
export interface Subject {
    readonly node: ClusterNode;
    readonly networks: readonly ContainerNetwork[];
    /** The image has the program that says whether the node is well; the product's own images do. */
    readonly hasHealthProgram: boolean;
    /** The main process of Apache or memcached; absent where none was found. */
    readonly service?: NodeProcess;
    /** The memcached proxy on an Apache node, where there is one. */
    readonly proxy?: NodeProcess;
    /** The addresses of the environment's stores, in all of their networks. */
    readonly stores: readonly string[];
    /** The image has the bash that scripts for stores are written for. */
    readonly hasBash: boolean;
    /** An image of the product's own on this engine, with Perl in it; absent where there is none. */
    readonly helperImage?: string;
}

/** What one fault strikes: a node; or all stores at once, by their names with commas between them. */
export interface Target {
    readonly name: string;
    readonly layer: Layer;
    /** One at least. */
    readonly subjects: readonly Subject[];
}

export function targetOf(...subjects: readonly [Subject, ...Subject[]]): Target {
    return { name: subjects.map(({ node }) => node.name).join(', '), layer: subjects[0].node.layer, subjects };
}

/** What nodes are examined with, the same for all of them. */
interface Surroundings {
    readonly stores: readonly string[];
    readonly helperImage: string | undefined;
}

export async function readSurroundings(
    engine: Engine,
    environment: Environment,
    signal: AbortSignal,
): Promise<Surroundings> {
    const stores: string[] = [];
    for (const { containerId } of nodesOf(environment, 'store').filter(isRunning)) {
        const { networks } = await engine.inspectContainer(containerId, signal);
        stores.push(...networks.map(({ address }) => address).filter(address => address !== ''));
    }
    const [helperImage] = await productImages(engine, signal);
    return { stores, helperImage };
}

export const PROXY_NAMES = ['memcached'];

export function serviceNames({ layer }: ClusterNode): readonly string[] {
    return layer === 'application' ? ['apache2', 'httpd'] : ['memcached'];
}

/** Reads what a node is before anything happens to it; it must run. */
export async function examine(
    engine: Engine,
    node: ClusterNode,
    { stores, helperImage }: Surroundings,
    signal: AbortSignal,
): Promise<Subject> {
    const { networks } = await engine.inspectContainer(node.containerId, signal);
    const has = async (name: string) => {
        const program = await scriptCommand('node/has-program.sh', name);
        return (await engine.exec(node.containerId, program, {}, signal)).exitCode === 0;
    };
    const service = await findProcess(engine, node, serviceNames(node), signal);
    const proxy = node.layer === 'application' ? await findProcess(engine, node, PROXY_NAMES, signal) : undefined;
    return {
        node,
        networks,
        hasHealthProgram: await has('session-cluster-health'),
        hasBash: await has('bash'),
        stores,
        ...(helperImage !== undefined && { helperImage }),
        ...(service && { service }),
        ...(proxy && { proxy }),
    };
}
