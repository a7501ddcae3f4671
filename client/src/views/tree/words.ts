import * as vscode from 'vscode';
import {
    nodesOf,
    replicates,
    type ClusterNode,
    type Environment,
    type Layer,
    type NodeStatus,
} from '../../cluster/model/model.ts';

/** What a layer is called where a person reads it. */
export function layerName(layer: Layer): string {
    switch (layer) {
        case 'balancer':
            return vscode.l10n.t('Balancer');
        case 'application':
            return vscode.l10n.t('Application');
        case 'store':
            return vscode.l10n.t('Session store');
    }
}

/** What runs on nodes: `Apache + PHP`; where they differ, one after another. */
export function softwareTitle(nodes: readonly ClusterNode[]): string {
    return [...new Set(nodes.map(({ software }) => software.title))].join(', ');
}

export function statusWord(status: NodeStatus): string {
    switch (status) {
        case 'healthy':
            return vscode.l10n.t('healthy');
        case 'running':
            return vscode.l10n.t('running');
        case 'starting':
            return vscode.l10n.t('starting');
        case 'unhealthy':
            return vscode.l10n.t('unhealthy');
        case 'paused':
            return vscode.l10n.t('paused');
        case 'restarting':
            return vscode.l10n.t('restarting');
        case 'stopped':
            return vscode.l10n.t('stopped');
    }
}

/** The status of a group is that of the node that is worst off. */
export function worstStatus(nodes: readonly ClusterNode[]): NodeStatus {
    const worstFirst: readonly NodeStatus[] = [
        'unhealthy',
        'restarting',
        'starting',
        'paused',
        'stopped',
        'running',
        'healthy',
    ];
    if (nodes.every(node => node.status === 'stopped')) {
        return 'stopped';
    }
    return worstFirst.find(status => nodes.some(node => node.status === status)) ?? 'healthy';
}

/** The container's name without that of its environment, which stands above it in the tree: `application-2`. */
export function shortName({ name, environment }: ClusterNode): string {
    const rest = name.startsWith(environment) ? name.slice(environment.length).replace(/^[-_]/, '') : name;
    return rest === '' ? name : rest;
}

/** On how many stores every session is, as a sentence without its stop; undefined where they are not replicated. */
export function copiesWords(environment: Environment): string | undefined {
    const stores = nodesOf(environment, 'store').length;
    if (!replicates(environment) || stores < 2) {
        return undefined;
    }
    // As images/replication/replicate.lua places them.
    switch (stores) {
        case 2:
            return vscode.l10n.t('Every session in memcached is on both nodes, and survives the death of one');
        case 3:
            return vscode.l10n.t('Every session in memcached is on all three nodes, and survives the death of two');
        default:
            return vscode.l10n.t(
                'Every session in memcached is on two of the {0} nodes, and survives the death of one',
                stores,
            );
    }
}

export function hasLayer(environment: Environment, layer: Layer): boolean {
    return nodesOf(environment, layer).length > 0;
}
