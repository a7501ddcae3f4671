import * as vscode from 'vscode';
import type { EnvironmentStore, StoreChange } from '../../cluster/environments/environmentStore.ts';
import { LAYERS, nodesOf, type ClusterNode, type Environment, type OtherService } from '../../cluster/model/model.ts';
import { Failure } from '../../failure.ts';
import type { BusyEnvironments } from '../../workbench/busy.ts';
import { Elements, type Advice, type TreeElement } from '../../workbench/treeElement.ts';
import { adviceItem, environmentItem, failureItem, layerItem, nodeItem, otherItem, othersItem } from './items.ts';
import { environmentTooltip, nodeTooltip } from './tooltips.ts';
import { hasLayer } from './words.ts';

export interface TreeOptions {
    /** Whether Compose projects that were not made here are shown. */
    readonly showAdopted: () => boolean;
    /** Of the engine in use. */
    readonly endpointLabel: () => string | undefined;
    /** Whether there is no engine at all, not even one that does not answer. */
    readonly foundNone: () => boolean;
}

/**
 * Environment > layer > node, from the store's snapshots. One event refreshes the row of its node, and the rows above
 * it where the nodes' states together changed.
 */
export class EnvironmentTree implements vscode.TreeDataProvider<TreeElement>, vscode.Disposable {
    private readonly elements = new Elements();
    private readonly changes = new vscode.EventEmitter<TreeElement | undefined>();
    readonly onDidChangeTreeData = this.changes.event;
    /** The failure that is shown in place of the environments. */
    private failure: string | undefined;
    private readonly listeners: { dispose(): void }[];
    private readonly store: EnvironmentStore;
    private readonly busy: BusyEnvironments;
    private readonly options: TreeOptions;

    constructor(store: EnvironmentStore, busy: BusyEnvironments, options: TreeOptions) {
        this.store = store;
        this.busy = busy;
        this.options = options;
        this.listeners = [
            store.onDidChange(change => {
                this.changed(change);
            }),
            busy.onDidChange(environment => {
                this.changes.fire(this.elements.environment(environment));
            }),
        ];
    }

    /** Draws everything anew: after a change of what is shown. */
    redraw(): void {
        this.changes.fire(undefined);
    }

    dispose(): void {
        this.listeners.forEach(listener => {
            listener.dispose();
        });
        this.changes.dispose();
    }

    getChildren(element?: TreeElement): TreeElement[] {
        switch (element?.kind) {
            case undefined:
                return this.roots();
            case 'environment': {
                const environment = this.find(element.environment);
                const layers = environment === undefined ? [] : LAYERS.filter(layer => hasLayer(environment, layer));
                const hasOthers = (environment?.others ?? []).length > 0;
                return [
                    ...layers.map(layer => this.elements.layer(element.environment, layer)),
                    ...(hasOthers ? [this.elements.others(element.environment)] : []),
                ];
            }
            case 'others':
                return this.othersOf(element.environment).map(({ name }) =>
                    this.elements.other(element.environment, name),
                );
            case 'layer': {
                const environment = this.find(element.environment);
                const nodes = environment === undefined ? [] : nodesOf(environment, element.layer);
                return nodes.map(node => this.elements.node(element.environment, node.id));
            }
            case 'failure':
                return (['what', 'kept', 'next'] as const)
                    .filter(about => this.advice(about) !== undefined)
                    .map(about => this.elements.advice(about));
            case 'node':
            case 'other':
            case 'advice':
                return [];
        }
    }

    getParent(element: TreeElement): TreeElement | undefined {
        switch (element.kind) {
            case 'environment':
            case 'failure':
                return undefined;
            case 'layer':
            case 'others':
                return this.elements.environment(element.environment);
            case 'other':
                return this.elements.others(element.environment);
            case 'node': {
                const node = this.node(element.environment, element.node);
                return node && this.elements.layer(element.environment, node.layer);
            }
            case 'advice':
                return this.elements.failure();
        }
    }

    getTreeItem(element: TreeElement): vscode.TreeItem {
        switch (element.kind) {
            case 'failure':
                return failureItem(element, this.store.snapshot.error, this.options.endpointLabel());
            case 'advice':
                return adviceItem(element, element.about, this.advice(element.about) ?? '');
            case 'node': {
                const node = this.node(element.environment, element.node);
                return node === undefined ? gone(element) : nodeItem(element, node);
            }
            case 'others':
                return othersItem(element, this.othersOf(element.environment));
            case 'other': {
                const other = this.othersOf(element.environment).find(({ name }) => name === element.service);
                return other === undefined ? gone(element) : otherItem(element, other);
            }
            case 'environment':
            case 'layer': {
                const environment = this.find(element.environment);
                if (environment === undefined) {
                    return gone(element);
                }
                return element.kind === 'layer'
                    ? layerItem(element, environment, element.layer)
                    : environmentItem(element, environment, this.busy.doing(environment.name));
            }
        }
    }

    resolveTreeItem(item: vscode.TreeItem, element: TreeElement): vscode.TreeItem {
        if (element.kind === 'node') {
            const node = this.node(element.environment, element.node);
            const environment = this.find(element.environment);
            item.tooltip = node && environment && nodeTooltip(node, environment);
        } else if (element.kind === 'environment') {
            const environment = this.find(element.environment);
            item.tooltip =
                environment &&
                environmentTooltip(environment, this.busy.doing(environment.name), this.options.endpointLabel());
        }
        return item;
    }

    private roots(): TreeElement[] {
        const { state, environments } = this.store.snapshot;
        if (state === 'failed') {
            // Without any engine there is nothing to name in a row: the welcome text tells what to do.
            return this.options.foundNone() ? [] : [this.elements.failure()];
        }
        return environments
            .filter(({ kind }) => kind === 'managed' || this.options.showAdopted())
            .map(({ name }) => this.elements.environment(name));
    }

    private advice(about: Advice): string | undefined {
        const { error } = this.store.snapshot;
        return error instanceof Failure ? error.parts[about] : about === 'what' ? error?.message : undefined;
    }

    private changed(change: StoreChange): void {
        const failure = change.snapshot.state === 'failed' ? change.snapshot.error?.message : undefined;
        if (change.structure || failure !== this.failure) {
            this.failure = failure;
            this.changes.fire(undefined);
            return;
        }
        for (const environment of change.snapshot.environments) {
            this.fireChanged(environment, change);
        }
    }

    private fireChanged({ name, nodes }: Environment, { changedNodes, changedLayers }: StoreChange): void {
        const layers = changedLayers.filter(({ environment }) => environment === name);
        if (layers.length > 0) {
            this.changes.fire(this.elements.environment(name));
        }
        for (const { layer } of layers) {
            this.changes.fire(this.elements.layer(name, layer));
        }
        for (const { id } of nodes.filter(node => changedNodes.includes(node.id))) {
            this.changes.fire(this.elements.node(name, id));
        }
    }

    private find(name: string): Environment | undefined {
        return this.store.snapshot.environments.find(environment => environment.name === name);
    }

    private othersOf(name: string): readonly OtherService[] {
        return this.find(name)?.others ?? [];
    }

    private node(environment: string, id: string): ClusterNode | undefined {
        return this.find(environment)?.nodes.find(node => node.id === id);
    }
}

/** For the moment between an event and the redraw that follows it. */
function gone(element: TreeElement): vscode.TreeItem {
    const item = new vscode.TreeItem('');
    item.id = element.id;
    return item;
}
