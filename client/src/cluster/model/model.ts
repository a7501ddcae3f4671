import * as l10n from '@vscode/l10n';
import type { ContainerHealth, ContainerState } from '../../engine/engine.ts';
import type { RecordedTopology } from './topology.ts';

export const LAYERS = ['balancer', 'application', 'store'] as const;
export type Layer = (typeof LAYERS)[number];

/** The port of memcached everywhere in this product. */
export const STORE_PORT = 11211;

/**
 * What runs on a node. All in which two of them differ is in one file each, in cluster/software: nobody else asks which
 * one it is.
 */
export interface Software {
    /** In labels and JSON: `php-fpm`. */
    readonly name: string;
    readonly layer: Layer;
    /** What a person calls it. */
    readonly title: string;
    /** Its service speaks HTTP: what is published of it can be opened in a browser. */
    readonly isHttp: boolean;
    /** By which its main process can be known, as the kernel names it; `*` stands for any characters. */
    readonly processes: readonly string[];
    /** How PHP is served there, and given a new php.ini; application nodes have it, or a refusal. */
    readonly php?: PhpServer;
    /** Why nothing is changed on its nodes: a sentence without its full stop. */
    readonly refusal?: () => string;
    /** The `session.save_handler` that keeps sessions in it; stores have it. */
    readonly saveHandler?: string;
    /** Makes a store forget half of its sessions. */
    readonly evict?: (port: number) => ScriptCall;
    /** Prints the document roots that the configuration of its web server names, one a line. */
    readonly documentRoots?: ScriptCall;
}

/** How PHP is served on an application node. What is to be run runs inside the node. */
export interface PhpServer {
    /** What runs PHP, and is restarted for a new php.ini: `Apache`. */
    readonly title: string;
    /** Finds where a page can be put: prints the folder, and then lines that `request` wants. */
    readonly locate: (search: PageSearch) => ScriptCall;
    /** Asks for a page, and prints the status line and the body. */
    readonly request: (page: PageRequest) => ScriptCall;
    /** The document root is named by the web server that asks it, and not by itself. */
    readonly isAsked?: true;
    /** The path in a URL under which pages in that folder are served. */
    readonly urlPrefix: (folder: string) => string;
    /** Restarts what runs PHP so that it reads its files anew; requests under way are answered, where that can be. */
    readonly reload: ScriptCall;
    /**
     * Prints how many seconds `reload` waits for requests under way, and the file that says so; absent where it waits
     * for all of them.
     */
    readonly patience?: ScriptCall;
    /** Tests its own configuration with another php.ini: fails and prints what is wrong, or what `trial` wants. */
    readonly test?: (ini: string) => ScriptCall;
    /** Runs a page under another php.ini, apart from what serves; where absent, PHP's command line does that. */
    readonly trial?: (trial: PageTrial) => ScriptCall;
    /** Prints, as JSON, each setting that beats php.ini and the place where it stands. */
    readonly overrides?: ScriptCall;
    /** Prints the paths of what configures it beside php.ini. */
    readonly configuration: ScriptCall;
    /** What one of these files is. */
    readonly configurationWords: () => string;
    /** Where a setting that beats php.ini may stand, for a sentence that begins with "Look for". */
    readonly overrideWords: (setting: string) => string;
}

export interface PageSearch {
    /** A folder that is there, and is to be taken. */
    readonly folder?: string;
    /** The page is to be had through the balancer, too, and not only from inside the node. */
    readonly isPublic: boolean;
    /** Folders that web servers name as their document roots. */
    readonly roots: readonly string[];
}

export interface PageRequest {
    /** Of the node's service. */
    readonly port: number;
    /** The page itself, as the node sees it. */
    readonly file: string;
    /** Path and query of its URL. */
    readonly urlPath: string;
    readonly header: string;
    /** What `locate` printed after the folder. */
    readonly located: readonly string[];
}

export interface PageTrial {
    /** What `test` printed. */
    readonly tested: string;
    readonly ini: string;
    readonly page: string;
    readonly query: string;
}

/** A script of images/scripts, and its arguments. */
export type ScriptCall = readonly [name: string, ...args: string[]];

/** One word for state and health together; what a person sees. */
export type NodeStatus = 'healthy' | 'running' | 'starting' | 'unhealthy' | 'paused' | 'restarting' | 'stopped';

/** One container of a layer, as it was at one moment. Immutable. */
export interface ClusterNode {
    /** Stable over restarts and re-creation: `shop/application/2`. */
    readonly id: string;
    readonly environment: string;
    readonly layer: Layer;
    readonly software: Software;
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
    /** Of the balancer that leads from a published port to the application nodes. */
    readonly url?: string;
    /** Services of the project that are no nodes, by name; adopted environments only. */
    readonly others?: readonly OtherService[];
}

/** A Compose service that was seen and not taken for a node. */
export interface OtherService {
    readonly name: string;
    /** Why, in words that follow its name: `runs artisan`. */
    readonly why: string;
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
