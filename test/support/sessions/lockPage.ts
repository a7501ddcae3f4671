// A page whose requests hold the lock of their session for as long as a test wants, and what it says meanwhile.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import type { ClusterNode, Environment } from '../../../client/src/cluster/model/model.ts';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';

const NAME = 'session-locks.php';

const PAGE = readFileSync(new URL('lock-page.php', import.meta.url));

/** What a request finds in its session. */
export interface Found {
    readonly node: string;
    /** The process of Apache, on the node. */
    readonly pid: number;
    /** False where the lock could not be had. */
    readonly started: boolean;
    /** When the lock was had: seconds since 1970. */
    readonly at: number;
    readonly words: readonly string[];
}

/** How a request ended its session: what session_write_close() returned, and PHP's message. */
export interface Closed {
    readonly closed: boolean;
    readonly problem: string | null;
}

export interface LockRequest {
    readonly found: Promise<Found>;
    /** Undefined where the connection ended before. */
    readonly closed: Promise<Closed | undefined>;
}

export class LockPage {
    readonly #engine: Engine;
    readonly #environment: Environment;

    private constructor(engine: Engine, environment: Environment) {
        this.#engine = engine;
        this.#environment = environment;
    }

    /** On every Apache node, which goes with its environment. */
    static async put(engine: Engine, environment: Environment): Promise<LockPage> {
        const file = { path: `/var/www/html/${NAME}`, bytes: PAGE, mode: 0o644, uid: 0, gid: 0 };
        for (const node of nodesOf(environment, 'application')) {
            await engine.putFiles(node.containerId, [file]);
        }
        return new LockPage(engine, environment);
    }

    newSession(): string {
        return randomBytes(16).toString('hex');
    }

    /** Through the balancer. Writes the word, if there is one, into the session when `hold` has ended. */
    visit(session: string, word = '', hold = ''): LockRequest {
        const query = new URLSearchParams({ word, hold }).toString();
        const lines = requestLines(`${this.#environment.url ?? ''}/${NAME}?${query}`, session);
        return {
            found: lines.then(async read => (await read()) as Found),
            closed: lines.then(async read => (await read()) as Closed | undefined),
        };
    }

    /** Ends a hold on the node. */
    async release(node: ClusterNode, hold: string): Promise<void> {
        await this.#engine.exec(node.containerId, ['touch', `/tmp/${hold}`]);
    }
}

/** Each line of an answer as it comes; undefined at its end, and where the connection breaks. */
function requestLines(url: string, session: string): Promise<() => Promise<unknown>> {
    return new Promise((resolve, reject) => {
        const sent = request(url, { headers: { cookie: `PHPSESSID=${session}` }, agent: false }, response => {
            const lines: AsyncIterator<string> = createInterface({ input: response })[Symbol.asyncIterator]();
            resolve(() => nextLine(lines));
        });
        sent.on('error', reject);
        sent.end();
    });
}

async function nextLine(lines: AsyncIterator<string>): Promise<unknown> {
    try {
        const line = await lines.next();
        return line.done === true ? undefined : JSON.parse(line.value);
    } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
            return undefined;
        }
        throw error;
    }
}
