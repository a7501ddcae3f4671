// Visitors of an application that counts in its session: what they live through while an environment changes under
// them.
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between an answer and the next request of whoever got it. */
const READING = 15;

export const COUNTING_PAGE = readFileSync(new URL('counting-page.php', import.meta.url));

/** A folder to serve, for `work`. */
export async function withCountingPage<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp('/tmp/psc-visits-');
    try {
        await chmod(folder, 0o755);
        await writeFile(`${folder}/index.php`, COUNTING_PAGE);
        return await work(folder);
    } finally {
        await rm(folder, { recursive: true });
    }
}

export interface Visits {
    readonly requests: number;
    /**
     * One line for each request that was not answered as it should be: an error, a session that began anew, a counter
     * that went back or skipped.
     */
    readonly problems: readonly string[];
    /** Names of the nodes that answered. */
    readonly nodes: ReadonlySet<string>;
}

interface Visitor {
    cookie: string | undefined;
    visits: number;
    requests: number;
}

interface Answer {
    readonly status: number;
    readonly cookie: string | undefined;
    readonly text: string;
}

/**
 * Visitors that come again and again, each one request at a time, GET and POST by turns; some at once. They keep their
 * sessions from one `during` to the next.
 */
export class Visitors {
    readonly #url: string;
    readonly #visitors: readonly Visitor[];

    constructor(url: string, count: number) {
        this.#url = url;
        this.#visitors = Array.from({ length: count }, () => ({ cookie: undefined, visits: 0, requests: 0 }));
    }

    /** What they live through for as long as `work` takes, and one visit of each at its end. */
    async during(work: () => Promise<unknown>): Promise<Visits> {
        // No connection is used twice: one that NGINX closes when it reloads is what browsers repeat a request for, and
        // this does not.
        const agent = new Agent();
        const problems: string[] = [];
        const nodes = new Set<string>();
        const before = this.#requests;
        const waiting = [...this.#visitors];
        let ended = false;
        const worker = async (): Promise<void> => {
            while (!ended) {
                const visitor = waiting.shift();
                if (visitor) {
                    await this.#visit(visitor, agent, problems, nodes);
                    waiting.push(visitor);
                }
                // People read what they get; and the machine has other things to do, too.
                await delay(READING);
            }
        };
        const workers = Promise.all(Array.from({ length: Math.min(6, this.#visitors.length) }, worker));
        try {
            await work();
        } finally {
            ended = true;
            await workers;
            for (const visitor of this.#visitors) {
                await this.#visit(visitor, agent, problems, nodes);
            }
            agent.destroy();
        }
        return { requests: this.#requests - before, problems, nodes };
    }

    get #requests(): number {
        return this.#visitors.reduce((sum, { requests }) => sum + requests, 0);
    }

    async #visit(visitor: Visitor, agent: Agent, problems: string[], nodes: Set<string>): Promise<void> {
        visitor.requests++;
        const method = visitor.requests % 2 === 0 ? 'POST' : 'GET';
        const place = `visitor ${this.#visitors.indexOf(visitor)}, ${method}`;
        let answer: Answer;
        try {
            answer = await send(this.#url, { agent, method, cookie: visitor.cookie });
        } catch (error) {
            problems.push(`${place}: ${String(error)}`);
            return;
        }
        const [, counted, node] = /^(\d+) (\S+)$/.exec(answer.text) ?? [];
        if (answer.status !== 200 || counted === undefined || node === undefined) {
            problems.push(`${place}: ${answer.status} ${answer.text.slice(0, 300)}`);
            return;
        }
        nodes.add(node);
        if (Number(counted) !== visitor.visits + 1) {
            problems.push(`${place}: visit ${visitor.visits + 1} was counted as ${counted} by ${node}`);
        }
        visitor.visits = Number(counted);
        visitor.cookie = answer.cookie ?? visitor.cookie;
    }
}

/**
 * Visits once without a session; the cookie of the one that it gets, which is a credential: for the next visit only.
 */
export async function newSession(url: string): Promise<string> {
    const { cookie } = await send(url, { method: 'GET' });
    if (cookie === undefined) {
        throw new Error('no session was begun');
    }
    return cookie;
}

/** What the page says to a session. */
export async function visit(url: string, cookie: string): Promise<string> {
    return (await send(url, { method: 'GET', cookie })).text;
}

function send(
    url: string,
    { agent, method, cookie }: { agent?: Agent; method: string; cookie?: string | undefined },
): Promise<Answer> {
    return new Promise((resolve, reject) => {
        const headers = cookie === undefined ? {} : { Cookie: cookie };
        const options = { method, headers, signal: AbortSignal.timeout(20_000), ...(agent && { agent }) };
        const sent = request(url, options, response => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.once('error', reject);
            response.once('end', () => {
                const cookies = response.headers['set-cookie']?.map(line => line.split(';', 1)[0]);
                resolve({
                    status: response.statusCode ?? 0,
                    cookie: cookies?.find(line => line?.startsWith('PHPSESSID=')),
                    text: Buffer.concat(parts).toString().trim(),
                });
            });
        });
        sent.once('error', reject);
        sent.end();
    });
}
