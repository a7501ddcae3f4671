import { createServer } from 'node:net';
import type { Environment } from '../../cluster/model/model.ts';

/**
 * The first port from `from` on that this machine and the environments leave free; `from` itself where a hundred are
 * taken.
 */
export async function suggestPort(environments: readonly Environment[], from = 8080): Promise<number> {
    const taken = new Set(environments.map(({ url, topology }) => portOf(url) ?? topology?.balancer.port));
    for (let port = from; port < from + 100; port += 1) {
        if (!taken.has(port) && (await isFree(port))) {
            return port;
        }
    }
    return from;
}

function portOf(url: string | undefined): number | undefined {
    return url === undefined ? undefined : Number(new URL(url).port || 80);
}

function isFree(port: number): Promise<boolean> {
    return new Promise(resolve => {
        const server = createServer();
        server.once('error', () => {
            resolve(false);
        });
        server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
            server.close(() => {
                resolve(true);
            }),
        );
    });
}
