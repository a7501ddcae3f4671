import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { fields, figure, name, readJson } from '../../foreignData.ts';
import { Browser, RequestFailure } from './browser.ts';
import type { Probe } from '../node/probe.ts';
import type { RequestMethod, RequestMode } from '../report/report.ts';
import { Births, SessionJudge, type Outcome, type ProbeAnswer } from './sessionJudge.ts';

/**
 * Requests of one session that a script in a page sends at once. An odd number: with GET and POST by turns no place in
 * it is always a POST's.
 */
const BURST = 3;
/**
 * A page holds its session while it works; a probe that did not would hardly ever be struck while it holds the lock.
 * Milliseconds.
 */
const HOLD = 5;

/** One request of one session, as the client saw it. Times are of `performance.now()`, in milliseconds. */
export interface Visit {
    /** The client's number of the session; its id is a credential and is kept nowhere. */
    readonly session: number;
    readonly mode: RequestMode;
    readonly method: RequestMethod;
    readonly startedAt: number;
    readonly endedAt: number;
    readonly outcome: Outcome;
    /**
     * Of an error: it failed as a POST does that is under way on a node when that fails, and that the balancer does not
     * repeat. Whether one did, the record of the faults knows.
     */
    readonly brokeOff: boolean;
    /**
     * Of an error: the node that refused to write the session, for the request had been held up until its lock was over
     * and another one had written. Whether it was held up by a fault, the record of the faults knows.
     */
    readonly refusedBy?: string;
    /** The node that answered; absent where none did. */
    readonly node?: string;
    /** What went wrong, where something did. Without session ids. */
    readonly detail?: string;
}

export interface TrafficOptions {
    /** Of the balancer: `http://localhost:8080`. */
    readonly url: string;
    readonly probe: Probe;
    /** Every second one, beginning with the first, is sequential; the others send bursts. */
    readonly sessions: number;
    /**
     * Requests under way at once, at most; 4 at least. Three quarters of them are of bursts, whose requests wait for
     * each other.
     */
    readonly concurrency: number;
    /** In a second, at most. */
    readonly requestsPerSecond: number;
    /** Turns the host name that a node answers with into the node's name. */
    readonly nodeOf: (hostname: string) => string;
    /** Told of every request once its burst is over. */
    readonly onVisit: (visit: Visit) => void;
    readonly signal: AbortSignal;
}

interface SessionState {
    readonly number: number;
    readonly mode: RequestMode;
    readonly browser: Browser;
    readonly judge: SessionJudge;
    /** Requests sent so far. */
    sent: number;
    hasOpened: boolean;
    /** Of the last answer. */
    node: string | undefined;
}

/** The requests that a session has under way at once. */
interface Round {
    readonly session: number;
    readonly startedAt: number;
    readonly requests: number;
}

/** One request that has ended: with the probe's answer, or with what it failed of. */
interface Ended {
    readonly method: RequestMethod;
    readonly startedAt: number;
    readonly endedAt: number;
    readonly hostname?: string;
    readonly answer?: ProbeAnswer;
    readonly failure?: unknown;
}

/**
 * Browsers, each with a cookie and a counter that lives in its session. Goes round all sessions for as long as it is
 * not stopped: half of them send one request at a time, the others bursts of three; GET and POST by turns.
 */
export class SessionTraffic {
    readonly #options: TrafficOptions;
    readonly #agent: Agent;
    readonly #sessions: readonly SessionState[];
    readonly #underWay = new Set<Round>();
    readonly #watchers = new Set<(ended?: Round) => void>();
    #workers: Promise<unknown> = Promise.resolve();
    #stopped = false;
    #nextRequestAt = 0;

    constructor(options: TrafficOptions) {
        this.#options = options;
        this.#agent = new Agent({ keepAlive: true, maxSockets: options.concurrency });
        const births = new Births();
        this.#sessions = Array.from({ length: options.sessions }, (_, number) => ({
            number,
            mode: number % 2 === 0 ? 'sequential' : 'parallel',
            browser: new Browser(options.url, options.probe, this.#agent),
            judge: new SessionJudge(births),
            sent: 0,
            hasOpened: false,
            node: undefined,
        }));
    }

    start(): void {
        const { concurrency } = this.#options;
        const bursts = Math.max(1, Math.floor((0.75 * concurrency) / BURST));
        this.#workers = Promise.all([
            this.#work('sequential', concurrency - bursts * BURST),
            this.#work('parallel', bursts),
        ]);
        // It rejects by a mistake in here only; whoever waits for the traffic is told.
        this.#workers.catch(() => undefined);
    }

    /**
     * Waits until every session has begun and ended so many requests from now on, or `limitMs` is over.
     * @returns whether they did
     */
    async ofEach(count: number, limitMs: number): Promise<boolean> {
        const since = performance.now();
        const left = new Map(this.#sessions.map(({ number }) => [number, count]));
        return this.until(ended => {
            if (ended && ended.startedAt >= since) {
                const open = (left.get(ended.session) ?? 0) - ended.requests;
                if (open > 0) {
                    left.set(ended.session, open);
                } else {
                    left.delete(ended.session);
                }
            }
            return left.size === 0;
        }, limitMs);
    }

    /**
     * Waits until no request is under way that began before `time`: one that hangs is given up after a while
     * (REQUEST_LIMIT).
     */
    async settled(time: number): Promise<void> {
        await this.until(() => [...this.#underWay].every(({ startedAt }) => startedAt >= time));
    }

    /**
     * Waits until `condition`, looked at now and after each round, is true, or `limitMs` is over; rejects when the
     * operation is cancelled.
     * @returns whether it became true
     */
    async until(condition: (ended?: Round) => boolean, limitMs?: number): Promise<boolean> {
        const { signal } = this.#options;
        signal.throwIfAborted();
        const done = Promise.withResolvers<boolean>();
        const check = (ended?: Round) => {
            if (condition(ended)) {
                done.resolve(true);
            }
        };
        const onAbort = () => {
            done.reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'));
        };
        const onLimit = () => {
            done.resolve(false);
        };
        const timer = limitMs === undefined ? undefined : setTimeout(onLimit, limitMs);
        this.#watchers.add(check);
        signal.addEventListener('abort', onAbort);
        check();
        try {
            return await Promise.race([done.promise, this.#workers.then(() => done.promise)]);
        } finally {
            this.#watchers.delete(check);
            signal.removeEventListener('abort', onAbort);
            clearTimeout(timer);
        }
    }

    /** The sessions whose last answer came from the node. */
    servedBy(node: string): Set<number> {
        return new Set(this.#sessions.filter(session => session.node === node).map(({ number }) => number));
    }

    /** Lets requests that are under way end, and begins no more. */
    async stop(): Promise<void> {
        this.#stopped = true;
        await this.#workers;
    }

    /**
     * Destroys the sessions in the store, as far as nodes answer; the others expire there by themselves. After `stop`.
     */
    async endSessions(): Promise<void> {
        const open = this.#sessions.filter(({ hasOpened }) => hasOpened);
        await Promise.allSettled(open.map(({ browser }) => browser.send('GET', { do: 'end' })));
        this.#agent.destroy();
    }

    /** So many sessions of a mode at once, the others waiting for their turn. */
    async #work(mode: RequestMode, workers: number): Promise<void> {
        const waiting = this.#sessions.filter(session => session.mode === mode);
        const work = async () => {
            for (;;) {
                const session = waiting.shift();
                if (!session || this.#stopped || this.#options.signal.aborted) {
                    return;
                }
                await this.#round(session);
                waiting.push(session);
            }
        };
        await Promise.all(Array.from({ length: Math.min(workers, waiting.length) }, work));
    }

    async #round(session: SessionState): Promise<void> {
        // Scripts run in a page that has its session: the first request is alone.
        const size = session.mode === 'parallel' && session.hasOpened ? BURST : 1;
        await this.#turn(size);
        const round = { session: session.number, startedAt: performance.now(), requests: size };
        this.#underWay.add(round);
        const numbers = Array.from({ length: size }, () => session.sent++);
        session.judge.sent(numbers.map(String));
        const ended: Ended[] = [];
        await Promise.all(
            numbers.map(async number => {
                ended.push(await this.#request(session, number % 2 === 0 ? 'GET' : 'POST', String(number)));
            }),
        );
        this.#publish(session, ended);
        this.#underWay.delete(round);
        for (const watcher of this.#watchers) {
            watcher(round);
        }
    }

    /** Spreads requests over time. What a stall held up is not made good for: that would be a burst of another kind. */
    async #turn(requests: number): Promise<void> {
        const now = performance.now();
        const at = Math.max(now, this.#nextRequestAt);
        this.#nextRequestAt = at + (1000 * requests) / this.#options.requestsPerSecond;
        if (at - now >= 1) {
            await delay(at - now);
        }
    }

    async #request({ browser }: SessionState, method: RequestMethod, request: string): Promise<Ended> {
        const startedAt = performance.now();
        const end = () => ({ method, startedAt, endedAt: performance.now() });
        try {
            const body = await browser.send(method, { do: 'visit', request, hold: String(HOLD) });
            const { hostname, ...answer } = parseAnswer(body);
            return { ...end(), hostname, answer };
        } catch (failure) {
            return { ...end(), failure };
        }
    }

    /** In the order the answers came. */
    #publish(session: SessionState, ended: readonly Ended[]): void {
        const outcomes = session.judge.judge(ended.flatMap(({ answer }) => answer ?? []));
        const seen = { session: session.number, mode: session.mode };
        for (const { method, startedAt, endedAt, hostname, failure } of ended) {
            const visit = { ...seen, method, startedAt, endedAt };
            if (hostname === undefined) {
                const detail = session.browser.withoutSecrets(failure);
                const brokeOff = method === 'POST' && isCutOff(failure);
                const refused = hostnameOfRefusal(failure);
                this.#options.onVisit({
                    ...visit,
                    outcome: 'error',
                    brokeOff,
                    ...(refused !== undefined && { refusedBy: this.#options.nodeOf(refused) }),
                    detail,
                });
            } else {
                const node = this.#options.nodeOf(hostname);
                session.node = node;
                session.hasOpened = true;
                this.#options.onVisit({ ...visit, outcome: outcomes.shift() ?? 'ok', brokeOff: false, node });
            }
        }
    }
}

/** A node that fails with a request on it shows as one of these; what PHP answers itself does not. */
function isCutOff(failure: unknown): boolean {
    return failure instanceof RequestFailure && (failure.status === undefined || [502, 504].includes(failure.status));
}

/**
 * What memcached's proxy (images/replication) says to the write of a request whose lock is over, where another one has
 * written since; in PHP's words it is `error saving session to memcached: … SERVER ERROR, held up for longer than …`.
 */
const HELD_UP = 'held up for longer than its lock lasts';

function hostnameOfRefusal(failure: unknown): string | undefined {
    return failure instanceof RequestFailure && failure.message.includes(HELD_UP) ? failure.hostname : undefined;
}

/** As images/scripts/node/probe.php prints it. */
const ANSWER = v.union([
    fields({ hostname: name, session: name, birth: name, count: figure, recent: v.array(name) }),
    fields({ hostname: name, session: v.null() }),
]);

function parseAnswer(body: string): ProbeAnswer & { readonly hostname: string } {
    try {
        return readJson(ANSWER, body);
    } catch (error) {
        throw new Error(`not the probe's answer: ${body.slice(0, 200)}`, { cause: error });
    }
}
