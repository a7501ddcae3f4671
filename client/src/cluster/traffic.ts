import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { KEY_HEADER, type Probe } from './probe.ts';
import type { Shares, TrafficTotals } from './report.ts';

/** A browser would have given up long before. Milliseconds. */
const REQUEST_LIMIT = 20_000;

export type Outcome = 'ok' | 'error' | 'lost' | 'stale' | 'replayed';

/** One request of one session, as the client saw it. */
export interface Visit {
    /** The client's number of the session; its id is a credential and is kept nowhere. */
    readonly session: number;
    /** Milliseconds since 1970. */
    readonly startedAt: number;
    readonly ms: number;
    readonly outcome: Outcome;
    /** The node that answered; absent where none did. */
    readonly node?: string;
    /** What went wrong, where something did. */
    readonly detail?: string;
}

interface SessionState {
    readonly number: number;
    cookie: string | undefined;
    /** Hash of the session's id. */
    id: string | undefined;
    count: number;
    /** The last request got no answer: it may have run or not. */
    uncertain: boolean;
}

interface Answer {
    readonly hostname: string;
    readonly session: string;
    readonly count: number;
    readonly replayed: boolean;
}

export interface TrafficOptions {
    /** Of the balancer: `http://localhost:8080`. */
    readonly url: string;
    readonly probe: Probe;
    readonly sessions: number;
    /** Requests under way at once; each session has one at a time. */
    readonly concurrency: number;
    /** Turns the host name that a node answers with into the node's name. */
    readonly nodeOf: (hostname: string) => string;
    readonly signal: AbortSignal;
}

/**
 * Browsers, each with a cookie and a counter that lives in its session. Goes round all sessions for as long as it is not stopped, and remembers every visit.
 */
export class SessionTraffic {
    readonly visits: Visit[] = [];
    readonly #options: TrafficOptions;
    readonly #agent: Agent;
    readonly #sessions: SessionState[];
    readonly #waiting: SessionState[];
    readonly #watchers = new Set<() => void>();
    #workers: Promise<unknown> = Promise.resolve();
    #stopped = false;

    constructor(options: TrafficOptions) {
        this.#options = options;
        this.#agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
        this.#sessions = Array.from({ length: options.sessions }, (_, number) => ({
            number,
            cookie: undefined,
            id: undefined,
            count: 0,
            uncertain: false,
        }));
        this.#waiting = [...this.#sessions];
    }

    start(): void {
        const workers = Math.min(this.#options.concurrency, this.#sessions.length);
        this.#workers = Promise.all(Array.from({ length: workers }, () => this.#work()));
    }

    /** Resolves after the visit that makes `condition` true; rejects when the operation is cancelled. */
    async until(condition: (visits: readonly Visit[]) => boolean): Promise<void> {
        const { signal } = this.#options;
        await new Promise<void>((resolve, reject) => {
            const settle = () => {
                const done = condition(this.visits);
                if (done || signal.aborted) {
                    this.#watchers.delete(settle);
                    signal.removeEventListener('abort', settle);
                    if (done) {
                        resolve();
                    } else {
                        reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'));
                    }
                }
            };
            this.#watchers.add(settle);
            signal.addEventListener('abort', settle);
            settle();
        });
    }

    /** Lets requests that are under way end, and begins no more. */
    async stop(): Promise<void> {
        this.#stopped = true;
        await this.#workers;
    }

    /** Destroys the sessions in the store, as far as nodes answer; the others expire there by themselves. After `stop`. */
    async endSessions(): Promise<void> {
        const open = this.#sessions.filter(({ cookie }) => cookie !== undefined);
        await Promise.allSettled(open.map(session => this.#send(session, { do: 'end' })));
        this.#agent.destroy();
    }

    async #work(): Promise<void> {
        for (;;) {
            const session = this.#waiting.shift();
            if (!session || this.#stopped || this.#options.signal.aborted) {
                return;
            }
            this.visits.push(await this.#visit(session));
            this.#waiting.push(session);
            for (const watcher of this.#watchers) {
                watcher();
            }
        }
    }

    async #visit(session: SessionState): Promise<Visit> {
        const startedAt = Date.now();
        const clock = performance.now();
        const seen = { session: session.number, startedAt };
        try {
            const answer = parseAnswer(await this.#send(session, { do: 'visit', request: randomUUID() }));
            const ms = performance.now() - clock;
            return { ...seen, ms, outcome: judge(session, answer), node: this.#options.nodeOf(answer.hostname) };
        } catch (error) {
            session.uncertain = true;
            const detail = error instanceof Error ? error.message : String(error);
            return { ...seen, ms: performance.now() - clock, outcome: 'error', detail };
        }
    }

    #send(session: SessionState, query: Readonly<Record<string, string>>): Promise<string> {
        const { url, probe } = this.#options;
        return new Promise((resolve, reject) => {
            const request = httpRequest(new URL(probe.urlPath(query), url), {
                agent: this.#agent,
                headers: { [KEY_HEADER]: probe.key, ...(session.cookie !== undefined && { Cookie: session.cookie }) },
                signal: AbortSignal.timeout(REQUEST_LIMIT),
            });
            request.once('error', reject);
            request.once('response', response => {
                const chunks: Buffer[] = [];
                response.on('data', (chunk: Buffer) => chunks.push(chunk));
                response.once('error', reject);
                response.once('end', () => {
                    const body = Buffer.concat(chunks).toString();
                    if (response.statusCode !== 200) {
                        reject(new Error(`HTTP ${response.statusCode ?? 0} ${body.slice(0, 200)}`));
                        return;
                    }
                    session.cookie = cookieOf(response.headers['set-cookie']) ?? session.cookie;
                    resolve(body);
                });
            });
            request.end();
        });
    }
}

function cookieOf(headers: readonly string[] | undefined): string | undefined {
    return headers?.map(header => header.split(';', 1)[0]).join('; ');
}

function parseAnswer(body: string): Answer {
    const answer = JSON.parse(body) as Partial<Answer>;
    if (typeof answer.count !== 'number' || typeof answer.hostname !== 'string' || typeof answer.session !== 'string') {
        throw new Error(`not the probe's answer: ${body.slice(0, 200)}`);
    }
    return {
        hostname: answer.hostname,
        session: answer.session,
        count: answer.count,
        replayed: answer.replayed === true,
    };
}

/** What became of the session, by what it remembers; and from here on what it remembers now is right. */
function judge(session: SessionState, answer: Answer): Outcome {
    const { id, count: known, uncertain } = session;
    session.id = answer.session;
    session.count = answer.count;
    session.uncertain = false;
    if (id === undefined) {
        return 'ok';
    }
    if (answer.session !== id || (answer.count === 1 && known > 0)) {
        return 'lost';
    }
    if (answer.count <= known) {
        return 'stale';
    }
    const most = known + (uncertain ? 2 : 1);
    return answer.replayed || answer.count > most ? 'replayed' : 'ok';
}

export function totalsOf(visits: readonly Visit[]): TrafficTotals {
    const count = (outcome: Outcome) => visits.filter(visit => visit.outcome === outcome).length;
    return {
        requests: visits.length,
        errors: count('error'),
        lost: count('lost'),
        stale: count('stale'),
        replayed: count('replayed'),
        slowestMs: Math.round(visits.reduce((slowest, { ms }) => Math.max(slowest, ms), 0)),
    };
}

/** Each node's share of the answers, rounded to thousandths; nodes that answered nothing have none. */
export function sharesOf(visits: readonly Visit[]): Shares {
    const counts = new Map<string, number>();
    for (const { node } of visits) {
        if (node !== undefined) {
            counts.set(node, (counts.get(node) ?? 0) + 1);
        }
    }
    const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return Object.fromEntries(
        [...counts]
            .sort(([left], [right]) => left.localeCompare(right))
            .map(([node, count]) => [node, Math.round((1000 * count) / answered) / 1000]),
    );
}
