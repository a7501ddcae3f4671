import * as vscode from 'vscode';
import type { ClusterNode, Environment } from '../cluster/model/model.ts';
import type { ContainerFile, ContainerFileStat, Engine } from '../engine/engine.ts';
import type { Services } from '../workbench/services.ts';
import { asFileSystemError } from './fileSystemErrors.ts';
import { findNode, isEnvironmentOf, NODE_SCHEME, parseNodeUri, type NodePath } from './nodeUri.ts';
import { saveNodeFile } from './saveNodeFile.ts';
import { serverTitle } from '../cluster/software/table.ts';

export function registerNodeFiles(services: Services): vscode.Disposable {
    const files = new NodeFileSystem(services);
    const options = { isCaseSensitive: true, isReadonly: false };
    return vscode.Disposable.from(files, vscode.workspace.registerFileSystemProvider(NODE_SCHEME, files, options));
}

interface Target {
    readonly engine: Engine;
    readonly environment: Environment;
    readonly node: ClusterNode;
    readonly where: NodePath;
}

/**
 * The files of nodes, running or stopped. Those of Apache nodes can be saved; nothing is created as a folder, renamed
 * or deleted.
 */
class NodeFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
    private readonly services: Services;
    private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    readonly onDidChangeFile = this.changes.event;
    /** What the editor got last, by address: what its edit began with. */
    private readonly read = new Map<string, ContainerFile>();
    /** What the editor was told last. */
    private readonly reported = new Map<string, ContainerFileStat>();
    private readonly watched = new Map<string, number>();
    /** The document that the editor is about to save by itself, if it is. */
    private savedUnasked: string | undefined;
    private readonly listeners: { dispose(): unknown }[];

    constructor(services: Services) {
        this.services = services;
        this.listeners = [
            services.store.onDidChange(({ snapshot, changedNodes }) => {
                this.nodesChanged(snapshot.environments, changedNodes);
            }),
            // What an operation has written shows no event of the engine.
            services.busy.onDidChange(environment => {
                if (services.busy.doing(environment) === undefined) {
                    this.touched(where => isEnvironmentOf(environment, where));
                }
            }),
            vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
                const unasked = reason !== vscode.TextDocumentSaveReason.Manual;
                this.savedUnasked = unasked ? document.uri.toString() : undefined;
            }),
            vscode.workspace.onDidCloseTextDocument(({ uri }) => {
                this.read.delete(uri.toString());
                this.reported.delete(uri.toString());
            }),
        ];
    }

    watch(uri: vscode.Uri): vscode.Disposable {
        const key = uri.toString();
        this.watched.set(key, (this.watched.get(key) ?? 0) + 1);
        return new vscode.Disposable(() => {
            const left = (this.watched.get(key) ?? 1) - 1;
            if (left > 0) {
                this.watched.set(key, left);
            } else {
                this.watched.delete(key);
            }
        });
    }

    async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
        return this.at(uri, async ({ engine, node, where }) => {
            const stat = await engine.stat(node.containerId, where.path);
            this.reported.set(uri.toString(), stat);
            const readonly = node.layer === 'application' ? {} : { permissions: vscode.FilePermission.Readonly };
            return { type: typeOf(stat), size: stat.size, mtime: stat.mtime, ctime: stat.mtime, ...readonly };
        });
    }

    async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
        return this.at(uri, async ({ engine, node, where }) => {
            const entries = await engine.listDirectory(node.containerId, where.path);
            return entries.map(entry => [entry.path.slice(entry.path.lastIndexOf('/') + 1), typeOf(entry)]);
        });
    }

    async readFile(uri: vscode.Uri): Promise<Uint8Array> {
        return this.at(uri, async ({ engine, node, where }) => {
            const file = await engine.readFile(node.containerId, where.path);
            this.read.set(uri.toString(), file);
            return file.bytes;
        });
    }

    async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
        await this.at(uri, async ({ engine, environment, node, where }) => {
            if (node.layer !== 'application') {
                throw vscode.FileSystemError.NoPermissions(
                    vscode.l10n.t(
                        'Files of {0} are for reading only. Those of application nodes can be saved.',
                        node.name,
                    ),
                );
            }
            if (this.savedUnasked === uri.toString()) {
                throw vscode.FileSystemError.NoPermissions(
                    vscode.l10n.t(
                        'A save restarts {0}, so files of a node are not saved automatically. Save by hand.',
                        serverTitle([node]),
                    ),
                );
            }
            const saved = await saveNodeFile(this.services, {
                engine,
                environment,
                node,
                path: where.path,
                content: Buffer.from(content),
                opened: await this.begunWith(uri, engine, node, where),
            });
            this.read.set(uri.toString(), saved);
            this.reported.set(uri.toString(), saved);
        });
    }

    createDirectory(): never {
        throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Folders of a node are made by its image.'));
    }

    delete(): never {
        throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Files of a node are not deleted from here.'));
    }

    rename(): never {
        throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Files of a node are not renamed from here.'));
    }

    dispose(): void {
        this.listeners.forEach(listener => {
            listener.dispose();
        });
        this.changes.dispose();
    }

    /**
     * The bytes that the edit began with; undefined for a new file. The editor itself refuses to save where it was told
     * of a newer file of another size, unless the person chose to overwrite: then the edit counts as one of the newer
     * file.
     */
    private async begunWith(
        uri: vscode.Uri,
        engine: Engine,
        node: ClusterNode,
        where: NodePath,
    ): Promise<Buffer | undefined> {
        const read = this.read.get(uri.toString());
        const reported = this.reported.get(uri.toString());
        if (read === undefined && reported === undefined) {
            return undefined;
        }
        if (
            read === undefined ||
            (reported !== undefined && reported.mtime > read.mtime && reported.size !== read.size)
        ) {
            return (await engine.readFile(node.containerId, where.path)).bytes;
        }
        return read.bytes;
    }

    private async at<T>(uri: vscode.Uri, work: (target: Target) => Promise<T>): Promise<T> {
        const where = parseNodeUri(uri);
        if (where === undefined) {
            throw vscode.FileSystemError.FileNotFound(uri);
        }
        if (!vscode.workspace.isTrusted) {
            throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Docker is used in trusted workspaces only.'));
        }
        try {
            const { engine, environments } = await this.services.engineAccess.ready();
            const environment = environments.find(({ name }) => isEnvironmentOf(name, where));
            const node = findNode(environments, where);
            if (environment === undefined || node === undefined) {
                throw vscode.FileSystemError.FileNotFound(uri);
            }
            return await work({ engine, environment, node, where });
        } catch (error) {
            throw asFileSystemError(error, uri);
        }
    }

    private nodesChanged(environments: readonly Environment[], ids: readonly string[]): void {
        this.touched(where => ids.includes(findNode(environments, where)?.id ?? ''));
    }

    /** The editor looks at each of these files again, and reads those that changed. */
    private touched(isMeant: (where: NodePath) => boolean): void {
        const events = [...this.watched.keys()]
            .map(key => vscode.Uri.parse(key, true))
            .filter(uri => {
                const where = parseNodeUri(uri);
                return where !== undefined && isMeant(where);
            })
            .map(uri => ({ type: vscode.FileChangeType.Changed, uri }));
        if (events.length > 0) {
            this.changes.fire(events);
        }
    }
}

function typeOf({ type }: ContainerFileStat): vscode.FileType {
    switch (type) {
        case 'file':
            return vscode.FileType.File;
        case 'directory':
            return vscode.FileType.Directory;
        case 'symlink':
            return vscode.FileType.File | vscode.FileType.SymbolicLink;
        case 'other':
            return vscode.FileType.Unknown;
    }
}
