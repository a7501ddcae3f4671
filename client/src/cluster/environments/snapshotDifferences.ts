import { isDeepStrictEqual } from 'node:util';
import { LAYERS, nodesOf, type ClusterNode, type Environment, type Layer } from '../model/model.ts';

/** What differs between two readings: found once, and told to everybody who shows or keeps something of it. */
export interface SnapshotDifferences {
    /** Environments or nodes came or went, or their order changed; or what is said of services that are none. */
    readonly structure: boolean;
    /** Ids of nodes that are there before and after, and differ. */
    readonly changedNodes: readonly string[];
    /**
     * Layers of environments that are there before and after, whose nodes are in another state together; all of one
     * that itself differs.
     */
    readonly changedLayers: readonly { readonly environment: string; readonly layer: Layer }[];
    /** Names of environments of which anything differs, those that came or went included. */
    readonly changedEnvironments: readonly string[];
}

export function differencesOf(before: readonly Environment[], after: readonly Environment[]): SnapshotDifferences {
    const known = new Map(before.map(environment => [environment.name, environment]));
    const names = new Set([...known.keys(), ...after.map(({ name }) => name)]);
    const current = new Map(after.map(environment => [environment.name, environment]));
    const nodes = new Map(before.flatMap(environment => environment.nodes.map(node => [node.id, node])));
    return {
        structure: !isDeepStrictEqual(shapeOf(before), shapeOf(after)),
        changedNodes: after
            .flatMap(environment => environment.nodes)
            .filter(node => isChanged(nodes.get(node.id), node))
            .map(({ id }) => id),
        changedLayers: after.flatMap(environment => changedLayers(known.get(environment.name), environment)),
        changedEnvironments: [...names].filter(
            name => !isDeepStrictEqual(visible(known.get(name)), visible(current.get(name))),
        ),
    };
}

function shapeOf(environments: readonly Environment[]): unknown[] {
    return environments.map(({ name, nodes, others }) => [name, nodes.map(({ id }) => id), others]);
}

function changedLayers(before: Environment | undefined, after: Environment): SnapshotDifferences['changedLayers'] {
    if (before === undefined) {
        return [];
    }
    const isOther = !isDeepStrictEqual({ ...before, nodes: [] }, { ...after, nodes: [] });
    const changed = LAYERS.filter(
        layer => isOther || !isDeepStrictEqual(statusesOf(before, layer), statusesOf(after, layer)),
    );
    return changed.map(layer => ({ environment: after.name, layer }));
}

/** Whichever node has which. */
function statusesOf(environment: Environment, layer: Layer): string[] {
    return nodesOf(environment, layer)
        .map(({ state, status }) => `${state} ${status}`)
        .sort();
}

function isChanged(before: ClusterNode | undefined, after: ClusterNode): boolean {
    return before !== undefined && !isDeepStrictEqual(steady(before), steady(after));
}

/** `Up 3 minutes` changes by itself: no change of the node. */
function steady(node: ClusterNode): Omit<ClusterNode, 'statusText'> {
    const { statusText: _, ...rest } = node;
    return rest;
}

function visible(environment: Environment | undefined): unknown {
    return environment && { ...environment, nodes: environment.nodes.map(steady) };
}
