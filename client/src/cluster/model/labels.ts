import type { Layer } from './model.ts';

/** Which environment a container, network or volume belongs to. */
export const LABEL_ENVIRONMENT = 'php-session-cluster.environment';
export const LABEL_LAYER = 'php-session-cluster.layer';
/** In place of a layer: a service that is no node. */
export const NO_LAYER = 'none';
/** What runs on a node, where it is not recognised: a name of cluster/software/table.ts. */
export const LABEL_SOFTWARE = 'php-session-cluster.software';
/** The node's number within its layer, from 1. */
export const LABEL_NODE = 'php-session-cluster.node';
/** The topology as JSON; only on what we create. */
export const LABEL_TOPOLOGY = 'php-session-cluster.topology';

/**
 * How Apache nodes and stores replicate sessions: the number of the protocol in their image. Those that were made
 * before there was a label speak the first.
 */
export const LABEL_PROTOCOL = 'php-session-cluster.protocol';

export function containerName(environment: string, layer: Layer, number: number): string {
    return `${environment}-${layer}-${number}`;
}
