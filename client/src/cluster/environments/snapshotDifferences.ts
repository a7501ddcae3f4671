import { isDeepStrictEqual } from 'node:util';
import type { ClusterNode, Environment } from '../model/model.ts';

export interface SnapshotDifferences {
    /** Environments or nodes came or went, or their order changed. */
    readonly structure: boolean;
    /** Ids of nodes that are there before and after, and differ. */
    readonly changedNodes: readonly string[];
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
        changedEnvironments: [...names].filter(
            name => !isDeepStrictEqual(visible(known.get(name)), visible(current.get(name))),
        ),
    };
}

function shapeOf(environments: readonly Environment[]): [string, string[]][] {
    return environments.map(({ name, nodes }) => [name, nodes.map(({ id }) => id)]);
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
