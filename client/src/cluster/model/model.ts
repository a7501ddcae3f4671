import * as l10n from '@vscode/l10n';
import type { ContainerHealth, ContainerState } from '../../engine/engine.ts';
import type { RecordedTopology } from './topology.ts';

export const LAYERS = ['balancer', 'application', 'store'] as const;
export type Layer = (typeof LAYERS)[number];

/** The port of memcached everywhere in this product. */
export const STORE_PORT = 11211;

/** One word for state and health together; what a person sees. */
export type NodeStatus = 'healthy' | 'running' | 'starting' | 'unhealthy' | 'paused' | 'restarting' | 'stopped';

/** One container of a layer, as it was at one moment. Immutable. */
export interface ClusterNode {
    /** Stable over restarts and re-creation: `shop/application/2`. */
    readonly id: string;
    readonly environment: string;
    readonly layer: Layer;
    /** From 1, within its layer. */
    readonly number: number;
    /** The container's name. */
    readonly name: string;
    readonly containerId: string;
    readonly image: string;
    readonly state: ContainerState;
    readonly health: ContainerHealth;
    readonly status: NodeStatus;
    readonly statusText: string;
    /**
     * What its health check said last, where that is more than that it is well: why it is not, or what its users feel
     * all the same, as evicted sessions. Lines of text from inside the container.
     */
    readonly remark?: string;
    /** In the environment's network; empty while unknown. */
    readonly address: string;
    /** Of the node's own service: 80, 11211, … */
    readonly port: number;
    /** `http://…` where a port is published on the engine's host. */
    readonly url?: string;
    /** Of replication, by its label (stores/replication.ts); absent where it was made before there were two. */
    readonly protocol?: number;
    /** Compose's service, whose name leads to the node within the project's networks; adopted environments only. */
    readonly service?: string;
}

/** A named set of nodes that serve one PHP application, as it was at one moment. Immutable. */
export interface Environment {
    readonly name: string;
    readonly kind: 'managed' | 'adopted';
    /** Balancer, application, store; each by number. */
    readonly nodes: readonly ClusterNode[];
    /** What it was created from, with as many nodes as there are now; managed environments only. */
    readonly topology?: RecordedTopology;
    /** Of the balancer, where it is published. */
    readonly url?: string;
}

export function nodesOf(environment: Environment, layer: Layer): ClusterNode[] {
    return environment.nodes.filter(node => node.layer === layer);
}

/** Whether memcached's proxy beside each Apache keeps every session on several stores. */
export function replicates(environment: Environment): boolean {
    return environment.topology?.store.replicate === true;
}

export function isRunning(node: ClusterNode): boolean {
    return node.state === 'running';
}

/** Whether the node does its work, as far as the engine knows: one without a health check need only run. */
export function isWell({ status }: Pick<ClusterNode, 'status'>): boolean {
    return status === 'healthy' || status === 'running';
}

/** What a node's health check said, a sentence each, without what could move a terminal's cursor. */
export function remarkLines(remark: string | undefined): string[] {
    return (remark ?? '')
        .split(/\r?\n/)
        .map(line => line.replace(/\p{Cc}/gu, ' ').trim())
        .filter(line => line !== '');
}

/** `4/4 healthy`, `2/4 healthy`. */
export function healthWords(nodes: readonly ClusterNode[]): string {
    return l10n.t('{0}/{1} healthy', nodes.filter(isWell).length, nodes.length);
}
