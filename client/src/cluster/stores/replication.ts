import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { ServerPlace } from '../../../../server/src/phpIni/savePaths/servers.ts';
import type { FileToPut } from '../../engine/engine.ts';
import { replicates, type ClusterNode, type Environment } from '../model/model.ts';
import { imagesFolder } from '../node/resources.ts';

/** The file of the stores on application and store nodes, which replicate.lua and session-cluster-repair read. */
export const STORES_PATH = '/etc/session-cluster/stores';

/**
 * The first memcached whose proxy takes an argument (1.6.26) and whose stores take a version with a value (the E flag,
 * documented since).
 */
export const PROXY_SINCE = [1, 6, 27] as const;

/**
 * What becomes of a store: it stays; it joins, and is written to but need not have anything yet; it leaves, and is
 * still read.
 */
export type StoreFate = 'keep' | 'join' | 'leave';

export interface StoreMember extends ServerPlace {
    readonly name: string;
    /** Of its node, from 1: by that other stores write down that it missed something. */
    readonly number: number;
    readonly fate: StoreFate;
}

/** The file of the stores, by number: every proxy must have them in the same order. */
export function renderStores(stores: readonly StoreMember[]): string {
    return stores.map(({ fate, host, port, name, number }) => `${fate} ${host} ${port} ${name} ${number}\n`).join('');
}

/** The reverse; lines that are none of its own are left out, as replicate.lua and session-cluster-repair do. */
export function parseStores(text: string): StoreMember[] {
    return text.split('\n').flatMap((line): StoreMember[] => {
        const words = /^(keep|join|leave) (\S+) (\d+) (\S+) (\d+)$/.exec(line) ?? [];
        const [, fate, host = '', port, name = '', number] = words;
        return isFate(fate) ? [{ fate, host, port: Number(port), name, number: Number(number) }] : [];
    });
}

function isFate(word: string | undefined): word is StoreFate {
    return word === 'keep' || word === 'join' || word === 'leave';
}

export function storesFile(stores: readonly StoreMember[]): FileToPut {
    return { path: STORES_PATH, bytes: Buffer.from(renderStores(stores)), mode: 0o644, uid: 0, gid: 0 };
}

export const SUPERVISOR_PATH = '/usr/local/bin/session-cluster-supervise';

/** The protocol that replicate.lua speaks: proxies that speak another one must not serve the same stores. */
export const PROTOCOL = 2;

/**
 * The first node that replicates sessions in another way than what is made now: nothing may be added to its
 * environment, and it has not the promises of docs/replication.md. Undefined where there is none.
 */
export function findOtherProtocol(nodes: readonly ClusterNode[]): ClusterNode | undefined {
    return nodes.find(({ layer, protocol }) => layer !== 'balancer' && protocol !== PROTOCOL);
}

/** What users should know of an environment that replicates sessions in another way; undefined where it does not. */
export function protocolNote(environment: Environment): string | undefined {
    const other = replicates(environment) ? findOtherProtocol(environment.nodes) : undefined;
    return (
        other &&
        l10n.t(
            'It was made by another version, which replicates sessions in another way ({0}: protocol {1}, now {2}): it can be used, but not scaled. Create it anew.',
            other.name,
            other.protocol ?? 1,
            PROTOCOL,
        )
    );
}

/** What runs memcached's proxy: its configuration, replicate.lua, what that requires, and the supervisor's own. */
const PROXY_FILES = [
    ...['replicate.lua', 'alike.lua', 'answers.lua', 'conversation.lua', 'judge.lua', 'repair.lua', 'requests.lua'],
    ...['sessions.lua', 'versions.lua', 'proxy-watch.pl'],
] as const;
export const PROXY_PATHS = PROXY_FILES.map(proxyPath);
export const RULES_PATH = proxyPath('replicate.lua');

function proxyPath(name: (typeof PROXY_FILES)[number]): string {
    return `/usr/local/share/session-cluster/${name}`;
}

/** Runs the image's own start command, an argument vector, and the proxy beside it.  */
export function supervised(command: readonly string[]): string[] {
    return ['bash', SUPERVISOR_PATH, ...command];
}

/** What an image of the user's own lacks to run the proxy; the product's own images are built with it. */
export async function supervisorFiles(): Promise<FileToPut[]> {
    const file = async (name: string, path: string): Promise<FileToPut> => ({
        path,
        bytes: await readFile(join(imagesFolder(), 'replication', name)),
        mode: 0o644,
        uid: 0,
        gid: 0,
    });
    const files = PROXY_FILES.map(name => file(name, proxyPath(name)));
    return Promise.all([file('supervise.sh', SUPERVISOR_PATH), ...files]);
}
