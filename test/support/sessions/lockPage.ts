// A page whose requests hold the lock of their session for as long as a test wants, and what it says meanwhile.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import type { ClusterNode, Environment } from '../../../client/src/cluster/model/model.ts';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';

const NAME = 'session-locks.php';

/**
 * Says first what it found in the session, then, after `hold` (the name of a file in /tmp that ends it; empty: at once), whether its write was kept. The session
 * has the words that requests wrote into it, in their order. Seconds are those of the machine, the same on each node.
 */
const PAGE = `<?php
header('Content-Type: text/plain');
header('Cache-Control: no-store');
header('X-Accel-Buffering: no');
$say = function (array $words): void { echo json_encode($words), "\\n"; while (ob_get_level() > 0) { ob_end_flush(); } flush(); };
$began = microtime(true);
$started = @session_start();
$say(['node' => gethostname(), 'pid' => getmypid(), 'started' => $started, 'waited' => microtime(true) - $began, 'at' => microtime(true), 'words' => $_SESSION['words'] ?? []]);
if (!$started) { exit; }
$file = '/tmp/' . basename($_GET['hold'] ?? '');
for ($end = microtime(true) + 60; $file !== '/tmp/' && !file_exists($file) && microtime(true) < $end; clearstatcache()) { usleep(10000); }
if ($_GET['word'] !== '') { $_SESSION['words'][] = $_GET['word']; }
error_clear_last();
$closed = @session_write_close();
$say(['closed' => $closed, 'problem' => error_get_last()['message'] ?? null]);
`;

/** What a request finds in its session. */
export interface Found {
    readonly node: string;
    /** The process of Apache, on the node. */
    readonly pid: number;
    /** False where the lock could not be had. */
    readonly started: boolean;
    /** Seconds in session_start(). */
    readonly waited: number;
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
        const file = { path: `/var/www/html/${NAME}`, bytes: Buffer.from(PAGE), mode: 0o644, uid: 0, gid: 0 };
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
