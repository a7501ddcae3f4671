import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type { Probe } from '../../../../client/src/cluster/node/probe.ts';
import { SessionTraffic, type Visit } from '../../../../client/src/cluster/verify/traffic.ts';
import { root } from '../../../support/run/paths.ts';

interface Request {
    /** From 1, over all sessions. */
    readonly number: number;
    /** Empty for the first one of a session. */
    readonly cookie: string;
    readonly method: string;
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
}

/** True: it has answered itself, or broken the connection. */
type Misbehaviour = (request: Request) => boolean;

/**
 * What a session lives through is judged by answers that a healthy cluster never gives; this server gives them on
 * purpose, and those of a healthy one else. Real clusters are judged by test/docker/sessions/verify.test.ts.
 */
class ProbeServer {
    readonly requests: Pick<Request, 'cookie' | 'method'>[] = [];
    /** Of each session, at most: requests under way at once. */
    readonly mostAtOnce = new Map<string, number>();
    readonly #underWay = new Map<string, number>();
    readonly #runs = new Map<string, string[]>();
    readonly #server: Server;

    constructor(misbehave: Misbehaviour = () => false) {
        this.#server = createServer((request, response) => {
            const cookie = request.headers.cookie ?? '';
            const all = { number: this.requests.length + 1, cookie, method: request.method ?? '', request, response };
            this.requests.push({ cookie, method: all.method });
            this.#count(cookie, 1);
            response.once('close', () => {
                this.#count(cookie, -1);
            });
            if (!misbehave(all)) {
                // Requests that arrive together are to be under way together.
                setImmediate(() => {
                    this.#answer(all);
                });
            }
        });
    }

    async listen(): Promise<string> {
        await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    }

    close(): void {
        this.#server.closeAllConnections();
        this.#server.close();
    }

    #count(cookie: string, change: 1 | -1): void {
        const now = (this.#underWay.get(cookie) ?? 0) + change;
        this.#underWay.set(cookie, now);
        this.mostAtOnce.set(cookie, Math.max(now, this.mostAtOnce.get(cookie) ?? 0));
    }

    #answer({ number, cookie, request, response }: Request): void {
        const { searchParams } = new URL(request.url ?? '', 'http://localhost');
        const name = cookie === '' ? `PHPSESSID=secret${number}` : cookie;
        const runs = [...(this.#runs.get(name) ?? []), searchParams.get('request') ?? ''];
        this.#runs.set(name, runs);
        if (cookie === '') {
            response.setHeader('Set-Cookie', `${name}; path=/`);
        }
        response.end(
            JSON.stringify({ hostname: 'node-1', session: 'hash', birth: name, count: runs.length, recent: runs }),
        );
    }
}

function answerWith(response: ServerResponse, status: number, body: string): true {
    response.writeHead(status).end(body);
    return true;
}

/** A part of it arrives. */
function breakOff(response: ServerResponse): true {
    response.writeHead(200, { 'Content-Length': 9 }).write('{', () => response.destroy());
    return true;
}

const probe: Probe = {
    key: 'key',
    urlPath: request => `/probe.php?${new URLSearchParams(request).toString()}`,
    request: () => Promise.reject(new Error('unused')),
    remove: () => Promise.resolve(),
};

describe('SessionTraffic', () => {
    let server: ProbeServer | undefined;
    afterEach(() => {
        server?.close();
    });

    /** Sends traffic of so many sessions to the server until each has had `requests` requests. */
    async function visits(sessions: number, requests: number, misbehave?: Misbehaviour): Promise<Visit[]> {
        server = new ProbeServer(misbehave);
        const seen: Visit[] = [];
        const traffic = new SessionTraffic({
            url: await server.listen(),
            probe,
            sessions,
            concurrency: 16,
            requestsPerSecond: 10_000,
            nodeOf: hostname => `name of ${hostname}`,
            onVisit: visit => seen.push(visit),
            signal: AbortSignal.timeout(100_000),
        });
        const done = traffic.ofEach(requests, 100_000);
        traffic.start();
        assert.ok(await done, 'not every session had its requests');
        await traffic.stop();
        return seen;
    }

    it('sends GET and POST by turns, of half of the sessions one at a time, of the others three', async () => {
        const seen = await visits(4, 7);
        assert.ok(
            seen.every(({ outcome, brokeOff, node }) => outcome === 'ok' && !brokeOff && node === 'name of node-1'),
        );
        for (const session of [0, 1, 2, 3]) {
            const own = seen.filter(visit => visit.session === session);
            const posts = own.filter(({ method }) => method === 'POST').length;
            assert.equal(posts, Math.floor(own.length / 2), `session ${session}`);
            assert.ok(own.every(({ mode }) => mode === (session % 2 === 0 ? 'sequential' : 'parallel')));
        }
        // The requests without a cookie open a session each.
        const atOnce = [...server!.mostAtOnce].filter(([cookie]) => cookie !== '').map(([, most]) => most);
        assert.deepEqual(atOnce.toSorted(), [1, 1, 3, 3]);
        assert.equal(server!.requests.filter(({ cookie }) => cookie === '').length, 4);
    });

    const notAnswers: Record<string, (response: ServerResponse) => boolean> = {
        'HTTP 502': response => answerWith(response, 502, '<html>Bad Gateway'),
        'HTTP 500: session_start() failed': response => answerWith(response, 500, '{"error":"session_start() failed"}'),
        "not the probe's answer: {}": response => answerWith(response, 200, '{}'),
        'the answer broke off: aborted': breakOff,
    };
    for (const [detail, misbehave] of Object.entries(notAnswers)) {
        it(`calls this an error, and goes on: ${detail}`, async () => {
            const seen = await visits(1, 4, ({ number, response }) => number === 2 && misbehave(response));
            assert.deepEqual(
                seen.slice(0, 4).map(({ outcome }) => outcome),
                ['ok', 'error', 'ok', 'ok'],
            );
            assert.equal(seen[1]?.detail, detail);
            assert.equal(seen[1].node, undefined);
        });
    }

    it('calls an answer without a session empty, of the node that gave it, and goes on', async () => {
        const answer = JSON.stringify({ hostname: 'node-1', session: null });
        const seen = await visits(1, 4, ({ number, response }) => number === 2 && answerWith(response, 200, answer));
        assert.deepEqual(
            seen.slice(0, 4).map(({ outcome, node }) => [outcome, node]),
            ['ok', 'empty', 'ok', 'ok'].map(outcome => [outcome, 'name of node-1']),
        );
    });

    it('sends a request again once only, on a connection of its own, where one that was kept is closed', async () => {
        const fails: Misbehaviour = ({ number, response }) => [2, 3].includes(number) && response.destroy().destroyed;
        const seen = await visits(1, 4, fails);
        assert.deepEqual(
            seen.slice(0, 3).map(({ outcome, detail }) => [outcome, detail]),
            [
                ['ok', undefined],
                ['error', 'socket hang up'],
                ['ok', undefined],
            ],
        );
    });

    it('tells no error with a session id in it', async () => {
        const seen = await visits(1, 3, ({ number, response, cookie }) => {
            const id = cookie.replace('PHPSESSID=', '');
            return number === 2 && answerWith(response, 500, JSON.stringify({ error: `open(/tmp/sess_other) ${id}` }));
        });
        assert.equal(seen[1]?.detail, 'HTTP 500: open(/tmp/sess_…) …');
    });

    describe('sees that a request broke off', () => {
        const failures: [string, (response: ServerResponse) => boolean, boolean][] = [
            ['HTTP 502', response => answerWith(response, 502, ''), true],
            ['HTTP 504', response => answerWith(response, 504, ''), true],
            ['a broken answer', breakOff, true],
            ['HTTP 500', response => answerWith(response, 500, ''), false],
            ['HTTP 503', response => answerWith(response, 503, ''), false],
        ];
        for (const [name, misbehave, brokeOff] of failures) {
            it(`${brokeOff ? 'of a POST, not of a GET' : 'never'}: ${name}`, async () => {
                const fails: Misbehaviour = ({ number, response }) => [2, 3].includes(number) && misbehave(response);
                const seen = await visits(1, 4, fails);
                const errors = seen.filter(({ outcome }) => outcome === 'error');
                assert.deepEqual(
                    errors.map(({ method, brokeOff }) => [method, brokeOff]),
                    [
                        ['POST', brokeOff],
                        ['GET', false],
                    ],
                );
            });
        }
    });

    describe('sees that a write was refused', () => {
        const said = /'SERVER_ERROR (held up [^']*)'/.exec(
            globSync('client/images/replication/*.lua', { cwd: root })
                .map(path => readFileSync(join(root, path), 'utf8'))
                .join(''),
        )?.[1];
        const failures: [string, object, string | undefined][] = [
            [
                'by the node that says so',
                { hostname: 'a', error: `error saving session: SERVER ERROR, ${said}, socket` },
                'name of a',
            ],
            [
                'by nobody, where another write failed',
                { hostname: 'a', error: 'error saving session: TIMEOUT' },
                undefined,
            ],
            ['by nobody, where no node says so', { error: `SERVER ERROR, ${said}` }, undefined],
        ];
        for (const [name, answer, refusedBy] of failures) {
            it(name, async () => {
                assert.ok(said);
                const seen = await visits(
                    1,
                    4,
                    ({ number, response }) => number === 2 && answerWith(response, 500, JSON.stringify(answer)),
                );
                assert.equal(seen[1]?.outcome, 'error');
                assert.equal(seen[1].refusedBy, refusedBy);
            });
        }
    });

    it('sends a request again that met a connection closed while idle, and no other', async () => {
        const used = new WeakSet<object>();
        let closed = 0;
        const closeUsed: Misbehaviour = ({ request }) => {
            if (!used.has(request.socket)) {
                used.add(request.socket);
                return false;
            }
            closed++;
            request.socket.destroy();
            return true;
        };
        const seen = await visits(1, 6, closeUsed);
        assert.ok(closed > 0, 'no connection was used twice');
        assert.ok(seen.every(({ outcome }) => outcome === 'ok'));
    });

    it('ends its waits when it is cancelled, and when the time is over', async () => {
        server = new ProbeServer(() => true);
        const cancel = new AbortController();
        const traffic = new SessionTraffic({
            url: await server.listen(),
            probe,
            sessions: 2,
            concurrency: 4,
            requestsPerSecond: 100,
            nodeOf: hostname => hostname,
            onVisit: () => undefined,
            signal: cancel.signal,
        });
        traffic.start();
        assert.equal(await traffic.ofEach(1, 10), false);
        const settled = traffic.settled(performance.now());
        cancel.abort(new Error('enough'));
        await assert.rejects(settled, /enough/);
        await assert.rejects(traffic.ofEach(1, 100_000), /enough/);
        server.close();
        await traffic.stop();
    });
});
