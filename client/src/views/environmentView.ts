import * as vscode from 'vscode';
import type { StoreAccess } from '../workbench/engineAccess.ts';
import type { BusyEnvironments } from '../workbench/busy.ts';
import { initContextKeys, setContextKey } from './contextKeys.ts';
import type { TreeElement } from '../workbench/treeElement.ts';
import { EnvironmentTree } from './tree/environmentTree.ts';

const VIEW_ID = 'phpSessionCluster.environments';

/** The view "Environments": the tree, and what stands around it. */
export class EnvironmentView implements vscode.Disposable {
    readonly tree: EnvironmentTree;
    private readonly view: vscode.TreeView<TreeElement>;
    private readonly access: StoreAccess;
    private readonly disposables: { dispose(): unknown }[];

    constructor(access: StoreAccess, busy: BusyEnvironments) {
        this.access = access;
        this.tree = new EnvironmentTree(access.store, busy, {
            showAdopted: () => vscode.workspace.getConfiguration('phpSessionCluster').get('view.showAdopted', true),
            endpointLabel: () => access.endpoint?.label,
            foundNone: () => access.foundNone,
        });
        this.view = vscode.window.createTreeView(VIEW_ID, { treeDataProvider: this.tree, showCollapseAll: true });
        initContextKeys();
        this.disposables = [
            this.tree,
            this.view,
            this.view.onDidChangeVisibility(({ visible }) => {
                if (visible) {
                    this.connect();
                }
            }),
            this.view.onDidChangeSelection(({ selection }) => {
                setContextKey('canDelete', this.isManaged(selection[0]));
            }),
            access.store.onDidChange(() => {
                this.describe();
            }),
            vscode.workspace.onDidGrantWorkspaceTrust(() => {
                if (this.view.visible) {
                    this.connect();
                }
            }),
            vscode.workspace.onDidChangeConfiguration(event => {
                if (event.affectsConfiguration('phpSessionCluster.view.showAdopted')) {
                    this.tree.redraw();
                    this.describe();
                }
            }),
        ];
        if (this.view.visible) {
            this.connect();
        }
    }

    selection(): TreeElement | undefined {
        return this.view.selection[0];
    }

    dispose(): void {
        this.disposables.forEach(disposable => {
            disposable.dispose();
        });
    }

    /** With the view's own progress bar while the engine has not answered. What goes wrong becomes a row. */
    private connect(): void {
        if (vscode.workspace.isTrusted && this.access.store.snapshot.state === 'idle') {
            const answered = this.access.ready().catch(() => undefined);
            void vscode.window.withProgress({ location: { viewId: VIEW_ID } }, () => answered);
        }
    }

    private describe(): void {
        const { state } = this.access.store.snapshot;
        const { endpoint, foundNone } = this.access;
        const label = endpoint?.label ?? '';
        // A view that is alone in its container has no place for a description; a message in an empty one would hide
        // the welcome text.
        const hasRows = state !== 'failed' && this.tree.getChildren().length > 0;
        this.view.message = hasRows && label !== '' ? vscode.l10n.t('Engine: {0}', label) : '';
        this.view.description = hasRows ? '' : label;
        setContextKey('state', state === 'failed' && foundNone ? 'noEngine' : state);
        setContextKey('canDelete', this.isManaged(this.selection()));
    }

    private isManaged(element: TreeElement | undefined): boolean {
        const { environments } = this.access.store.snapshot;
        return (
            element?.kind === 'environment' &&
            environments.some(({ name, kind }) => name === element.environment && kind === 'managed')
        );
    }
}
