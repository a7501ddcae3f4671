import * as vscode from 'vscode';
import { LAYERS, type ClusterNode, type Environment, type Layer } from '../cluster/model/model.ts';

export const NODE_SCHEME = 'php-node';

/** Where a file is: `php-node://shop/application/2/etc/php/8.4/apache2/php.ini`. */
export interface NodePath {
    readonly environment: string;
    readonly layer: Layer;
    readonly number: number;
    /** Absolute, within the node. */
    readonly path: string;
}

export function nodeFileUri(node: ClusterNode, path: string): vscode.Uri {
    return vscode.Uri.from({
        scheme: NODE_SCHEME,
        authority: node.environment,
        path: `/${node.layer}/${node.number}${path}`,
    });
}

/** Undefined where the address is not one of a node. */
export function parseNodeUri(uri: vscode.Uri): NodePath | undefined {
    const [, layerName, number, path] = /^\/([a-z]+)\/([1-9]\d*)(\/.*)?$/.exec(uri.path) ?? [];
    const layer = LAYERS.find(candidate => candidate === layerName);
    if (uri.scheme !== NODE_SCHEME || layer === undefined) {
        return undefined;
    }
    return { environment: uri.authority, layer, number: Number(number), path: path ?? '/' };
}

/** An address's authority loses its capitals on the way through the editor. */
export function isEnvironmentOf(name: string, where: NodePath): boolean {
    return name.toLowerCase() === where.environment.toLowerCase();
}

export function findNode(environments: readonly Environment[], where: NodePath): ClusterNode | undefined {
    return environments
        .find(({ name }) => isEnvironmentOf(name, where))
        ?.nodes.find(({ layer, number }) => layer === where.layer && number === where.number);
}
