import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Reply {
    /** Undefined where there was no answer. */
    readonly status?: number;
    readonly body: string;
    readonly cookie?: string;
    /** Why there was none. */
    readonly error?: string;
    readonly ms: number;
}

export interface Sending {
    readonly agent?: Agent;
    readonly method?: 'GET' | 'POST';
    readonly cookie?: string;
}

/** A request that has hung for so long has failed. Milliseconds. */
const REQUEST_LIMIT = 60_000;

/** Sends one request; never rejects. */
export function send(url: string | URL, { agent, method = 'GET', cookie }: Sending = {}): Promise<Reply> {
    const begin = performance.now();
    const elapsed = () => performance.now() - begin;
    return new Promise(resolve => {
        const fail = (error: Error) => {
            resolve({ body: '', error: error.message, ms: elapsed() });
        };
        const headers = cookie === undefined ? {} : { Cookie: cookie };
        const sent = request(url, { agent, method, headers, signal: AbortSignal.timeout(REQUEST_LIMIT) }, response => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.once('error', fail);
            response.once('end', () => {
                const set = response.headers['set-cookie']?.map(header => header.split(';', 1)[0]).join('; ');
                resolve({
                    body: Buffer.concat(chunks).toString(),
                    ms: elapsed(),
                    ...(response.statusCode !== undefined && { status: response.statusCode }),
                    ...(set !== undefined && { cookie: set }),
                });
            });
        });
        sent.once('error', fail);
        sent.end();
    });
}

/** A page that counts in the session; below the document root as `count.php`. */
export const COUNT_PAGE = readFileSync(new URL('count-page.php', import.meta.url));

/** What one client met with. Each has a connection of its own that it keeps, and on `count.php` a session. */
export interface Client {
    requests: number;
    /** Every request that was not answered with 200, and every count that is not one more than the last. */
    readonly failures: string[];
}

export interface LoadResult {
    readonly requests: number;
    readonly failures: readonly string[];
    readonly clients: readonly Client[];
}

/**
 * Sends requests from a few clients at once, each to a URL of its own if there is one for each, GET and POST by turns,
 * for as long as `work` takes, which can wait until every client has had so many requests more. Nothing is sent twice:
 * a connection that is closed under a request is a failure.
 */
export async function underLoad(
    url: string | URL | ((client: number) => URL),
    clients: number,
    work: (more: (requests: number) => Promise<void>) => Promise<unknown>,
): Promise<LoadResult> {
    const all = Array.from({ length: clients }, (): Client => ({ requests: 0, failures: [] }));
    const watchers = new Set<() => void>();
    let ended = false;
    const more = (requests: number) => {
        const goals = all.map(client => client.requests + requests);
        return new Promise<void>(resolve => {
            const look = () => {
                if (all.every((client, index) => client.requests >= goals[index]!)) {
                    watchers.delete(look);
                    resolve();
                }
            };
            watchers.add(look);
        });
    };
    const run = async (client: Client, index: number): Promise<void> => {
        const own = typeof url === 'function' ? url(index) : url;
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        let cookie: string | undefined;
        let count = 0;
        while (!ended) {
            const reply = await send(own, {
                agent,
                method: client.requests % 2 === 0 ? 'GET' : 'POST',
                ...(cookie !== undefined && { cookie }),
            });
            cookie = reply.cookie ?? cookie;
            client.requests++;
            const counted = reply.status === 200 ? countOf(reply.body) : undefined;
            if (reply.status !== 200) {
                client.failures.push(reply.error ?? String(reply.status));
            } else if (counted !== undefined && counted !== count + 1) {
                client.failures.push(`count ${counted} after ${count}`);
            }
            count = counted ?? count;
            for (const look of watchers) {
                look();
            }
        }
        agent.destroy();
    };
    const load = Promise.all(all.map(run));
    try {
        await work(more);
    } finally {
        ended = true;
        await load;
    }
    return {
        requests: all.reduce((sum, client) => sum + client.requests, 0),
        failures: all.flatMap(client => client.failures),
        clients: all,
    };
}

function countOf(body: string): number | undefined {
    return body.startsWith('{"count"') ? (JSON.parse(body) as { count: number }).count : undefined;
}
