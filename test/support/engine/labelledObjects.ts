import { request } from 'node:http';
import { testEndpoint } from './testEndpoint.ts';

const labels = ['php-session-cluster.environment', 'php-session-cluster.test'];

/** What the engine keeps for us: `container shop-store-1`, by kind and id. */
export async function labelledObjects(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const label of labels) {
        const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
        const containers = (await get(`/containers/json?all=1&filters=${filters}`)) as {
            Id: string;
            Names: string[];
        }[];
        const networks = (await get(`/networks?filters=${filters}`)) as { Id: string; Name: string }[];
        const volumes = (await get(`/volumes?filters=${filters}`)) as { Volumes: { Name: string }[] | null };
        for (const { Id, Names } of containers) {
            found.set(`container ${Id}`, `container ${(Names[0] ?? Id).replace(/^\//, '')}`);
        }
        for (const { Id, Name } of networks) {
            found.set(`network ${Id}`, `network ${Name}`);
        }
        for (const { Name } of volumes.Volumes ?? []) {
            found.set(`volume ${Name}`, `volume ${Name}`);
        }
    }
    return found;
}

/** Asks the engine itself, not the adapter that is under test. */
function get(path: string): Promise<unknown> {
    const endpoint = testEndpoint();
    return new Promise((resolve, reject) => {
        const socketPath = endpoint.kind === 'socket' ? endpoint.path : '';
        const call = request({ socketPath, path, agent: false, signal: AbortSignal.timeout(30_000) }, response => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (chunk: string) => (text += chunk));
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200) {
                    resolve(JSON.parse(text));
                } else {
                    reject(new Error(`GET ${path}: ${String(response.statusCode)} ${text}`));
                }
            });
        });
        call.on('error', reject).end();
    });
}
