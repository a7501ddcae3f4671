import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { isOwnedBy } from '../run/names.ts';
import { testEndpoint } from './testEndpoint.ts';

export interface EngineObject {
    readonly kind: 'container' | 'network' | 'volume';
    readonly id: string;
    readonly name: string;
}

const removalMs = 60_000;

/** What is on the engine of all that the tests of this owner made, containers first. */
export async function objectsOf(owner: string): Promise<EngineObject[]> {
    const containers = (await ask('GET', '/containers/json?all=1')) as { Id: string; Names: string[] }[];
    const networks = (await ask('GET', '/networks')) as { Id: string; Name: string }[];
    const { Volumes: volumes } = (await ask('GET', '/volumes')) as { Volumes: { Name: string }[] | null };
    const all: EngineObject[] = [
        ...containers.map(({ Id: id, Names: [name] }) => {
            // As the engine says it: /shop-store-1.
            return { kind: 'container' as const, id, name: (name ?? id).replace(/^\//, '') };
        }),
        ...networks.map(({ Id: id, Name: name }) => ({ kind: 'network' as const, id, name })),
        ...(volumes ?? []).map(({ Name: name }) => ({ kind: 'volume' as const, id: name, name })),
    ];
    return all.filter(({ name }) => isOwnedBy(owner, name));
}

/**
 * Removes all that the tests of this owner made, whatever state it is in, also what the engine was still making.
 * Returns what there was.
 */
export async function removeObjectsOf(owner: string): Promise<EngineObject[]> {
    const removed = new Map<string, EngineObject>();
    const end = Date.now() + removalMs;
    for (;;) {
        const left = await objectsOf(owner);
        if (left.length === 0) {
            return [...removed.values()];
        }
        if (Date.now() > end) {
            throw new Error(`These cannot be removed: ${left.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`);
        }
        for (const object of left) {
            await remove(object);
            removed.set(object.id, object);
        }
        await delay(100);
    }
}

const removals: Readonly<Record<EngineObject['kind'], (id: string) => string>> = {
    container: id => `/containers/${id}?force=1&v=1`,
    network: id => `/networks/${id}`,
    volume: id => `/volumes/${id}?force=1`,
};

async function remove({ kind, id }: EngineObject): Promise<void> {
    await ask('DELETE', removals[kind](id));
}

/**
 * Asks the engine itself, not the adapter that is under test. What is gone already, or on its way, counts as removed.
 */
function ask(method: 'GET' | 'DELETE', path: string): Promise<unknown> {
    const endpoint = testEndpoint();
    return new Promise((resolve, reject) => {
        const socketPath = endpoint.kind === 'socket' ? endpoint.path : '';
        const options = { socketPath, method, path, agent: false, signal: AbortSignal.timeout(30_000) };
        const call = request(options, response => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (chunk: string) => (text += chunk));
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200) {
                    resolve(JSON.parse(text));
                } else if (method === 'DELETE' && [204, 404, 409].includes(response.statusCode ?? 0)) {
                    resolve(undefined);
                } else {
                    reject(new Error(`${method} ${path}: ${String(response.statusCode)} ${text}`));
                }
            });
        });
        call.on('error', reject).end();
    });
}
