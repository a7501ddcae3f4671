import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import type { Probe } from '../../client/src/cluster/probe.ts';
import { SessionTraffic, sharesOf, totalsOf, type Outcome } from '../../client/src/cluster/traffic.ts';

type Behaviour = (request: { count: number; url: URL }) => { status?: number; body?: object; reset?: boolean };

/**
 * Judging what a session lived through needs answers that a healthy cluster never gives; this server gives them on purpose. Real clusters are judged by
 * test/docker/verify.test.ts.
 */
function misbehavingServer(behaviour: Behaviour): Server {
    let count = 0;
    return createServer((request: IncomingMessage, response: ServerResponse) => {
        count++;
        const { status = 200, body, reset } = behaviour({ count, url: new URL(request.url ?? '', 'http://localhost') });
        if (reset) {
            request.socket.destroy();
            return;
        }
        response.writeHead(status, { 'Set-Cookie': 'PHPSESSID=abc; path=/' }).end(JSON.stringify(body ?? {}));
    });
}

const probe: Probe = {
    key: 'key',
    urlPath: request => `/probe.php?${new URLSearchParams(request).toString()}`,
    ask: () => Promise.reject(new Error('unused')),
    remove: () => Promise.resolve(),
};

describe('SessionTraffic', () => {
    let server: Server | undefined;
    afterEach(() => {
        server?.closeAllConnections();
        server?.close();
    });

    async function outcomes(length: number, behaviour: Behaviour): Promise<Outcome[]> {
        server = misbehavingServer(behaviour);
        const listening = server;
        await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve));
        const traffic = new SessionTraffic({
            url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
            probe,
            sessions: 1,
            concurrency: 4,
            nodeOf: hostname => hostname,
            signal: AbortSignal.timeout(20_000),
        });
        traffic.start();
        await traffic.until(visits => visits.length >= length);
        await traffic.stop();
        return traffic.visits.slice(0, length).map(({ outcome }) => outcome);
    }

    const answer = (count: number, session = 'one', replayed = false) => ({
        body: { hostname: 'node-1', session, count, replayed },
    });

    it('is content with a counter that goes up by one', async () => {
        assert.deepEqual(await outcomes(3, ({ count }) => answer(count)), ['ok', 'ok', 'ok']);
    });

    it('calls a counter that restarts lost, and a changed id too', async () => {
        assert.deepEqual(await outcomes(3, ({ count }) => answer(count === 3 ? 1 : count)), ['ok', 'ok', 'lost']);
        assert.deepEqual(await outcomes(2, ({ count }) => answer(count, `id${count}`)), ['ok', 'lost']);
    });

    it('calls a counter that goes back stale', async () => {
        assert.deepEqual(await outcomes(4, ({ count }) => answer(count === 4 ? 2 : count)), [
            'ok',
            'ok',
            'ok',
            'stale',
        ]);
    });

    it('calls a counter that jumps, and a request that is known already, replayed', async () => {
        assert.deepEqual(await outcomes(3, ({ count }) => answer(count === 3 ? 4 : count)), ['ok', 'ok', 'replayed']);
        assert.deepEqual(await outcomes(2, ({ count }) => answer(count, 'one', count === 2)), ['ok', 'replayed']);
    });

    it('calls any other answer an error, and knows that the request may have run all the same', async () => {
        const broken: Behaviour = ({ count }) => (count === 2 ? { status: 502 } : answer(count));
        assert.deepEqual(await outcomes(3, broken), ['ok', 'error', 'ok']);
        const notRun: Behaviour = ({ count }) => (count === 2 ? { reset: true } : answer(Math.max(1, count - 1)));
        assert.deepEqual(await outcomes(3, notRun), ['ok', 'error', 'ok']);
        assert.deepEqual(await outcomes(1, () => ({ body: { error: 'session_start() failed' } })), ['error']);
    });
});

describe('totals and shares', () => {
    const visit = (outcome: Outcome, ms: number, node?: string) => ({
        session: 0,
        startedAt: 0,
        ms,
        outcome,
        ...(node && { node }),
    });

    it('add up', () => {
        const visits = [
            visit('ok', 1, 'a'),
            visit('ok', 2, 'b'),
            visit('ok', 9.6, 'b'),
            visit('error', 5),
            visit('lost', 1, 'b'),
        ];
        assert.deepEqual(totalsOf(visits), { requests: 5, errors: 1, lost: 1, stale: 0, replayed: 0, slowestMs: 10 });
        assert.deepEqual(sharesOf(visits), { a: 0.25, b: 0.75 });
        assert.deepEqual(sharesOf([]), {});
    });
});
