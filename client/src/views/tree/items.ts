import * as vscode from 'vscode';
import {
    healthWords,
    isRunning,
    nodesOf,
    remarkLines,
    type ClusterNode,
    type Environment,
    type Layer,
    type NodeStatus,
    type OtherService,
} from '../../cluster/model/model.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import type { Advice, TreeElement } from '../../workbench/treeElement.ts';
import { copiesWords, layerName, shortName, softwareTitle, statusWord, worstStatus } from './words.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function environmentItem(
    element: TreeElement,
    environment: Environment,
    doing: string | undefined,
): vscode.TreeItem {
    const item = new vscode.TreeItem(environment.name, Expanded);
    const health = healthWords(environment.nodes);
    const facts = [
        doing ?? health,
        ...(environment.kind === 'adopted' ? [vscode.l10n.t('adopted')] : []),
        ...(environment.url === undefined ? [] : [environment.url]),
    ];
    item.id = element.id;
    item.description = facts.join('  ');
    item.iconPath =
        doing === undefined ? statusIcon(worstStatus(environment.nodes)) : new vscode.ThemeIcon('sync~spin');
    item.contextValue = `environment.${environment.kind}.${runningWord(environment)}`;
    item.accessibilityInformation = {
        label: vscode.l10n.t('Environment {0}, {1}', environment.name, facts.join(', ')),
    };
    return item;
}

/** Decides which of Start and Stop there is. */
function runningWord({ nodes }: Environment): 'running' | 'partly' | 'stopped' {
    if (nodes.every(isRunning)) {
        return 'running';
    }
    return nodes.some(isRunning) ? 'partly' : 'stopped';
}

export function layerItem(element: TreeElement, environment: Environment, layer: Layer): vscode.TreeItem {
    const nodes = nodesOf(environment, layer);
    const item = new vscode.TreeItem(layerName(layer), Expanded);
    const copies = layer === 'store' ? copiesWords(environment) : undefined;
    const facts = [healthWords(nodes), ...(copies === undefined ? [] : [vscode.l10n.t('replicated')])];
    item.id = element.id;
    item.description = [softwareTitle(nodes), ...facts].join('  ');
    item.iconPath = new vscode.ThemeIcon(layerIcon(layer));
    item.contextValue = `layer.${layer}`;
    item.accessibilityInformation = {
        label: vscode.l10n.t('{0} layer of {1}, {2}', layerName(layer), environment.name, facts.join(', ')),
    };
    if (copies !== undefined) {
        item.tooltip = `${copies}.`;
    }
    return item;
}

export function nodeItem(element: TreeElement, node: ClusterNode): vscode.TreeItem {
    const item = new vscode.TreeItem(shortName(node), None);
    const address = node.address === '' ? [] : [`${node.address}:${node.port}`];
    const remarks = remarkLines(node.remark);
    const facts = [statusWord(node.status), ...remarks.slice(0, 1), ...address, node.image];
    item.id = element.id;
    item.description = facts.join('  ');
    item.iconPath = statusIcon(node.status, remarks.length > 0);
    item.contextValue = `node.${node.layer}.${isRunning(node) ? 'running' : 'stopped'}`;
    item.accessibilityInformation = { label: [node.name, node.software.title, ...facts].join(', ') };
    return item;
}

/** What was seen of the project, and is not shown; folded, as nobody has to see it who does not wonder. */
export function othersItem(element: TreeElement, others: readonly OtherService[]): vscode.TreeItem {
    const item = new vscode.TreeItem(vscode.l10n.t('Not shown'), Collapsed);
    item.id = element.id;
    item.description = others.map(({ name }) => name).join(', ');
    item.iconPath = new vscode.ThemeIcon('eye-closed');
    item.contextValue = 'others';
    item.accessibilityInformation = { label: vscode.l10n.t('Not shown: {0}', item.description) };
    return item;
}

export function otherItem(element: TreeElement, { name, why }: OtherService): vscode.TreeItem {
    const item = new vscode.TreeItem(name, None);
    item.id = element.id;
    item.description = why;
    item.iconPath = new vscode.ThemeIcon('circle-outline');
    item.contextValue = 'other';
    item.tooltip = vscode.l10n.t('Not shown: {0}', `${name}: ${why}`);
    item.accessibilityInformation = { label: item.tooltip };
    return item;
}

export function failureItem(element: TreeElement, error: unknown, endpoint: string | undefined): vscode.TreeItem {
    const item = new vscode.TreeItem(failureTitle(error), Expanded);
    item.id = element.id;
    item.description = endpoint ?? '';
    item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    item.contextValue = 'failure';
    item.tooltip = messageOf(error);
    item.accessibilityInformation = { label: vscode.l10n.t('Error: {0}', messageOf(error)) };
    return item;
}

/** Short, for a narrow sidebar; the whole sentences stand below it. */
function failureTitle(error: unknown): string {
    if (isEngineError(error, 'unreachable')) {
        return vscode.l10n.t('No engine answers');
    }
    if (isEngineError(error, 'forbidden')) {
        return vscode.l10n.t('Access to the engine is denied');
    }
    if (isEngineError(error, 'timeout')) {
        return vscode.l10n.t('The engine does not answer in time');
    }
    return vscode.l10n.t('The engine cannot be used');
}

export function adviceItem(element: TreeElement, about: Advice, text: string): vscode.TreeItem {
    const item = new vscode.TreeItem(text, None);
    item.id = element.id;
    item.iconPath = new vscode.ThemeIcon(about === 'next' ? 'lightbulb' : 'info');
    item.contextValue = 'advice';
    item.tooltip = text;
    return item;
}

function statusIcon(status: NodeStatus, hasRemark = false): vscode.ThemeIcon {
    switch (status) {
        case 'healthy':
            if (hasRemark) {
                return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
            }
            return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
        case 'running':
            return new vscode.ThemeIcon('play-circle', new vscode.ThemeColor('testing.iconPassed'));
        case 'starting':
            return new vscode.ThemeIcon('loading~spin');
        case 'restarting':
            return new vscode.ThemeIcon('sync~spin');
        case 'unhealthy':
            return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
        case 'paused':
            return new vscode.ThemeIcon('debug-pause', new vscode.ThemeColor('list.warningForeground'));
        case 'stopped':
            return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
    }
}

function layerIcon(layer: Layer): string {
    switch (layer) {
        case 'balancer':
            return 'split-horizontal';
        case 'application':
            return 'server-environment';
        case 'store':
            return 'database';
    }
}
