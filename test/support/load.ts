import { Agent, request } from 'node:http';

export interface LoadResult {
    readonly requests: number;
    /** What every request that was not answered with 200 met with. */
    readonly failures: readonly string[];
}

/** Sends requests from a few clients at once, each on its own connection, for as long as `work` takes. */
export async function underLoad(url: string, clients: number, work: () => Promise<unknown>): Promise<LoadResult> {
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    const failures: string[] = [];
    let requests = 0;
    let ended = false;
    const client = async (): Promise<void> => {
        while (!ended) {
            // GET and POST by turns: the balancer repeats only the former.
            const answer = await once(url, agent, requests % 2 === 0 ? 'GET' : 'POST');
            requests++;
            if (answer !== '200') {
                failures.push(answer);
            }
        }
    };
    const load = Promise.all(Array.from({ length: clients }, client));
    try {
        await work();
    } finally {
        ended = true;
        await load;
        agent.destroy();
    }
    return { requests, failures };
}

function once(url: string, agent: Agent, method: string): Promise<string> {
    return new Promise(resolve => {
        const sent = request(url, { agent, method, signal: AbortSignal.timeout(20_000) }, response => {
            response.resume();
            response.once('error', error => {
                resolve(error.message);
            });
            response.once('end', () => {
                resolve(String(response.statusCode));
            });
        });
        sent.once('error', error => {
            resolve(error.message);
        });
        sent.end();
    });
}
