import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it, before, after, afterEach } from 'mocha';
import { mainIniPath, readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan, planFile } from '../../../client/src/cluster/apply/apply.ts';
import { changeBalancer, readBalancerSettings, withDrained } from '../../../client/src/cluster/balancer/balancer.ts';
import {
    BALANCER_CONFIG_PATH,
    drainedMark,
    type BalancerConfig,
} from '../../../client/src/cluster/balancer/nginxConfig.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { startNode, stopNode } from '../../../client/src/cluster/lifecycle/lifecycle.ts';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { restartApplication, restartNode } from '../../../client/src/cluster/lifecycle/restart.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { isCancellation } from '../../../client/src/failure.ts';
import { application, cancelAt, openEngine, reread, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { COUNT_PAGE, send, underLoad, type LoadResult } from '../../support/sessions/load.ts';

const SLOW_PAGE = readFileSync(new URL('slow-page.php', import.meta.url));
const CLIENTS = 8;
/** Far beyond what anything here takes: so that what hangs fails. Milliseconds. */
const HANGS = 60_000;

describe('the balancer', () => {
    let engine: Engine;
    let environment: Environment;
    let balancer: ClusterNode;
    let runs = 0;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('balancer', { nodes: 3 }), quietContext());
        balancer = nodesOf(environment, 'balancer')[0]!;
        const page = (name: string, bytes: Buffer) => ({
            path: `/var/www/html/${name}`,
            bytes,
            ...{ mode: 0o644, uid: 0, gid: 0 },
        });
        for (const { containerId } of nodesOf(environment, 'application')) {
            await engine.putFiles(containerId, [page('count.php', COUNT_PAGE), page('slow.php', SLOW_PAGE)]);
        }
        const plan = await planSessionSettings(engine, environment, quietContext());
        await applyPlan(engine, environment, plan, quietContext());
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    afterEach('every node gets requests', async () => {
        const marks = await engine.exec(balancer.containerId, ['ls', '/run/nginx/marks']);
        assert.equal(marks.stdout.toString(), '');
    });

    /** The balancer's published port is another one after a start. */
    async function rereadAll(): Promise<void> {
        environment = await reread(engine, environment);
        balancer = nodesOf(environment, 'balancer')[0]!;
    }

    function url(page: string, query: Record<string, string | number> = {}): URL {
        const made = new URL(page, environment.url);
        for (const [name, value] of Object.entries(query)) {
            made.searchParams.set(name, String(value));
        }
        return made;
    }

    /** A request that a test can find again: which node runs it, and how often. */
    function slowPage(ms: number): { readonly url: URL; readonly run: string } {
        const run = `run-${runs++}`;
        return { url: url('slow.php', { run, ms }), run };
    }

    /** The nodes that ran it, once for each time. */
    async function ranOn(run: string): Promise<ClusterNode[]> {
        const found = nodesOf(environment, 'application').map(async node => {
            const file = await engine.readFile(node.containerId, '/tmp/runs').catch(() => undefined);
            return (file?.bytes.toString().split('\n') ?? []).filter(line => line === run).map(() => node);
        });
        return (await Promise.all(found)).flat();
    }

    async function eventually<Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> {
        const deadline = Date.now() + HANGS;
        while (Date.now() < deadline) {
            const value = await look();
            if (value !== undefined) {
                return value;
            }
            await delay(20);
        }
        throw new Error(`${what}: not within ${HANGS / 1000} s`);
    }

    function untilRuns(run: string): Promise<ClusterNode> {
        return eventually(`${run} on a node`, async () => (await ranOn(run))[0]);
    }

    /** Which node answers each of many cookies. */
    async function nodesOfCookies(): Promise<Map<string, string>> {
        const cookies = Array.from({ length: 60 }, (_, index) => `PHPSESSID=cookie${index}`);
        const answers = cookies.map(async cookie => {
            const { body, status } = await send(url('slow.php', { run: 'none' }), { cookie });
            assert.equal(status, 200);
            return [cookie, body] as const;
        });
        return new Map(await Promise.all(answers));
    }

    async function cookieOf(node: ClusterNode): Promise<string> {
        const found = [...(await nodesOfCookies())].find(([, name]) => name === node.name);
        assert.ok(found, `no cookie leads to ${node.name}`);
        return found[0];
    }

    async function setSettings(settings: Partial<BalancerConfig['settings']>): Promise<void> {
        await changeBalancer(
            engine,
            environment,
            config => ({ ...config, settings: { ...config.settings, ...settings } }),
            quietContext(),
        );
    }

    /** Takes a node out of the load for the length of `work`, without a word to anybody. */
    async function whilePaused(node: ClusterNode, work: () => Promise<void>): Promise<void> {
        await engine.pauseContainer(node.containerId);
        try {
            await work();
        } finally {
            await engine.unpauseContainer(node.containerId);
        }
    }

    function assertNothingLost({ failures, clients }: LoadResult): void {
        assert.deepEqual(failures, []);
        for (const { requests } of clients) {
            assert.ok(requests > 10, `a client had ${requests} requests`);
        }
    }

    describe('under load, with sessions, loses no request and no count by', () => {
        const restarts: { name: string; work: () => Promise<unknown> }[] = [
            {
                name: 'a restart of all Apache nodes',
                work: () => restartApplication(engine, environment, {}, quietContext()),
            },
            {
                name: 'a restart of the containers of all Apache nodes',
                work: () => restartApplication(engine, environment, { hard: true }, quietContext()),
            },
            {
                name: 'a restart of the balancer',
                work: () => restartNode(engine, environment, balancer, {}, quietContext()),
            },
            {
                name: 'an apply',
                work: async () => {
                    const node = application(environment, 1);
                    const path = mainIniPath(await readApplicationFacts(engine, node, AbortSignal.timeout(HANGS)));
                    const { bytes } = await engine.readFile(node.containerId, path);
                    const file = { path, bytes: Buffer.concat([bytes, Buffer.from('\nmemory_limit = 130M\n')]) };
                    const plan = await planFile(engine, environment, file, quietContext());
                    const { inForce } = await applyPlan(engine, environment, plan, quietContext());
                    assert.deepEqual(inForce[node.name], { memory_limit: '130M' });
                },
            },
            {
                name: 'an apply that is rolled back',
                work: async () => {
                    const plan = await planSessionSettings(engine, environment, quietContext());
                    await assert.rejects(
                        applyPlan(engine, environment, plan, cancelAt(/^Restarting .*application-2/)),
                        isCancellation,
                    );
                },
            },
            {
                name: 'stopping an Apache node and starting it again',
                work: async () => {
                    await stopNode(engine, environment, application(environment, 2), quietContext());
                    await startNode(engine, application(await reread(engine, environment), 2), quietContext());
                },
            },
            {
                name: 'a node that leaves and joins',
                work: async () => {
                    let all: BalancerConfig['upstreams'] = [];
                    const leave = (config: BalancerConfig) => {
                        all = config.upstreams;
                        return { ...config, upstreams: all.slice(1) };
                    };
                    await changeBalancer(engine, environment, leave, quietContext());
                    assert.equal([...(await nodesOfCookies()).values()].includes(all[0]!.name), false);
                    const join = (config: BalancerConfig) => ({ ...config, upstreams: all });
                    await changeBalancer(engine, environment, join, quietContext());
                    assert.ok([...(await nodesOfCookies()).values()].includes(all[0]!.name));
                },
            },
        ];
        for (const { name, work } of restarts) {
            it(name, async () => {
                assertNothingLost(
                    await underLoad(url('count.php'), CLIENTS, async more => {
                        await more(5);
                        await work();
                        await more(10);
                    }),
                );
            });
        }
    });

    describe('a node that is taken out', () => {
        it('answers what it has first, and gets nothing new; the sessions of the others stay where they are', async () => {
            const node = application(environment, 2);
            const before = await nodesOfCookies();
            const { url: page, run } = slowPage(3000);
            const slow = send(page, { cookie: await cookieOf(node) });
            assert.equal((await untilRuns(run)).id, node.id);
            let answered = false;
            void slow.then(() => {
                answered = true;
            });
            await withDrained(engine, environment, node, quietContext(), async () => {
                assert.ok(answered, 'the request is still under way');
                for (const [cookie, name] of await nodesOfCookies()) {
                    const was = before.get(cookie);
                    assert.ok(was === node.name ? name !== node.name : name === was, `${was} became ${name}`);
                }
            });
            assert.equal((await slow).body, node.name);
            assert.deepEqual(await nodesOfCookies(), before);
        });

        it('is let in again after a failure and a cancellation', async () => {
            const node = application(environment, 2);
            const before = await nodesOfCookies();
            const failure = new Error('of the work');
            await assert.rejects(
                withDrained(engine, environment, node, quietContext(), () => Promise.reject(failure)),
                failure,
            );
            assert.deepEqual(await nodesOfCookies(), before);
            for (const step of [/^Taking .* out/, /^Restarting Apache/, /^Restarting container/]) {
                const context = cancelAt(step);
                await assert.rejects(
                    restartNode(engine, environment, node, { hard: step.source.includes('container') }, context),
                    isCancellation,
                );
                assert.ok(context.reached());
                assert.deepEqual(await nodesOfCookies(), before);
            }
        });

        it('is let in again by the balancer itself where nobody does: after a while, and when it starts', async () => {
            const node = application(environment, 2);
            const before = await nodesOfCookies();
            const mark = (...time: string[]) =>
                engine.exec(balancer.containerId, ['touch', ...time, drainedMark(node.name)]);
            await mark('--date', '9 minutes ago');
            await engine.exec(balancer.containerId, ['session-cluster-health']);
            assert.equal([...(await nodesOfCookies()).values()].includes(node.name), false);
            await mark('--date', '11 minutes ago');
            await engine.exec(balancer.containerId, ['session-cluster-health']);
            assert.deepEqual(await nodesOfCookies(), before);
            await mark();
            await restartNode(engine, environment, balancer, { hard: true }, quietContext());
            await rereadAll();
            assert.deepEqual(await nodesOfCookies(), before);
        });

        it('is not the only one that is left', async () => {
            const [node, ...others] = nodesOf(environment, 'application');
            for (const { containerId } of others) {
                await engine.stopContainer(containerId, { graceSeconds: 1 });
            }
            try {
                const reported: string[] = [];
                const context = { ...quietContext(), report: (message: string) => reported.push(message) };
                await withDrained(engine, environment, node!, context, () => Promise.resolve());
                assert.deepEqual(reported, []);
            } finally {
                for (const other of others) {
                    await startNode(engine, { ...other, state: 'exited' }, quietContext());
                }
            }
        });
    });

    describe('a configuration that NGINX refuses', () => {
        const nowhere = { name: 'nowhere', address: 'nowhere.invalid', port: 80 };
        const addNowhere = (config: BalancerConfig) => ({ ...config, upstreams: [...config.upstreams, nowhere] });

        it('is never put in place, and the traffic goes on', async () => {
            const read = async () => (await engine.readFile(balancer.containerId, BALANCER_CONFIG_PATH)).bytes;
            const before = await read();
            assertNothingLost(
                await underLoad(url('count.php'), CLIENTS, async more => {
                    await assert.rejects(changeBalancer(engine, environment, addNowhere, quietContext()), error => {
                        assert.ok(isOperationError(error, 'failed'), String(error));
                        assert.equal(error.node, balancer.name);
                        assert.match(error.message, /refuses the new configuration: .*nowhere\.invalid/s);
                        assert.match(error.message, /goes on with the configuration that it has/);
                        return true;
                    });
                    await more(10);
                }),
            );
            assert.ok((await read()).equals(before));
            const { stdout } = await engine.exec(balancer.containerId, ['ls', '/etc/nginx']);
            assert.doesNotMatch(stdout.toString(), /candidate|previous/);
        });

        it('does not stop the one of before from being restarted with, but one that was put there does', async () => {
            const { bytes, mode, uid, gid } = await engine.readFile(balancer.containerId, BALANCER_CONFIG_PATH);
            const put = (text: Buffer) =>
                engine.putFiles(balancer.containerId, [{ path: BALANCER_CONFIG_PATH, bytes: text, mode, uid, gid }]);
            await put(Buffer.concat([bytes, Buffer.from('nonsense;\n')]));
            try {
                await assert.rejects(
                    restartNode(engine, environment, balancer, {}, quietContext()),
                    /refuses its configuration: .*unknown directive "nonsense"/s,
                );
                assert.equal((await send(url('count.php'))).status, 200);
            } finally {
                await put(bytes);
            }
            await restartNode(engine, environment, balancer, {}, quietContext());
        });
    });

    it('starts with what was changed while it was stopped', async () => {
        await stopNode(engine, environment, balancer, quietContext());
        await setSettings({ readTimeout: 7 });
        await startNode(engine, nodesOf(await reread(engine, environment), 'balancer')[0]!, quietContext());
        await rereadAll();
        assert.deepEqual(await readBalancerSettings(engine, environment, AbortSignal.timeout(HANGS)), {
            retryNonIdempotent: false,
            readTimeout: 7,
        });
        assert.equal((await send(url('count.php'))).status, 200);
        await setSettings({ readTimeout: 60 });
    });

    describe('a request on a node that dies', () => {
        async function killUnder(method: 'GET' | 'POST') {
            const { url: page, run } = slowPage(2000);
            const reply = send(page, { method });
            const node = await untilRuns(run);
            await engine.killContainer(node.containerId, 'SIGKILL');
            try {
                return { reply: await reply, node, ran: await ranOn(run) };
            } finally {
                await startNode(engine, { ...node, state: 'exited' }, quietContext());
            }
        }

        it('is answered by another one if it is safe to repeat', async () => {
            const { reply, node, ran } = await killUnder('GET');
            assert.equal(reply.status, 200);
            assert.notEqual(reply.body, node.name);
            assert.equal(ran.length, 2);
        });

        it('is an error and runs once if it is not', async () => {
            const { reply, node, ran } = await killUnder('POST');
            assert.equal(reply.status, 502);
            assert.deepEqual(
                ran.map(({ id }) => id),
                [node.id],
            );
        });

        it('is answered by another one all the same if that is wanted', async () => {
            await setSettings({ retryNonIdempotent: true });
            try {
                const { reply, node, ran } = await killUnder('POST');
                assert.equal(reply.status, 200);
                assert.notEqual(reply.body, node.name);
                assert.equal(ran.length, 2);
            } finally {
                await setSettings({ retryNonIdempotent: false });
            }
        });

        it('is answered by another one when its network is cut, long before the read time-out', async () => {
            const { url: page, run } = slowPage(2000);
            const reply = send(page);
            const node = await untilRuns(run);
            await engine.disconnectNetwork(environment.name, node.containerId);
            try {
                // At the read time-out there would be none: `send` waits no longer than that.
                const { status, body, error } = await reply;
                assert.equal(status, 200, error);
                assert.notEqual(body, node.name);
            } finally {
                await engine.connectNetwork(environment.name, node.containerId, { address: node.address });
            }
        });
    });

    it('waits for a page of 5 s', async () => {
        const { status } = await send(slowPage(5000).url);
        assert.equal(status, 200);
    });

    describe('with a read time-out of 2 s', () => {
        before(() => setSettings({ readTimeout: 2 }));
        after(() => setSettings({ readTimeout: 60 }));

        it('lets no client wait more than once for a node that is paused, and none for the others', async () => {
            const node = application(environment, 3);
            const run = (client: number) => `paused-${client}-`;
            await underLoad(
                client => url('slow.php', { run: run(client) }),
                CLIENTS,
                async more => {
                    await more(10);
                    await whilePaused(node, () => more(20));
                },
            );
            const log = await engine.logs(balancer.containerId, { tail: 1000 });
            const waits = log.split('\n').filter(line => line.includes('upstream timed out'));
            const waitsOf = (client: number) => waits.filter(line => line.includes(`run=${run(client)} `)).length;
            const counts = Array.from({ length: CLIENTS }, (_, client) => waitsOf(client));
            assert.ok(
                counts.some(count => count > 0) && counts.every(count => count <= 1),
                `waits of each client: ${counts.join()}`,
            );
        });

        it('asks every node when one page was too slow for all of them', async () => {
            const slow = await send(slowPage(30_000).url);
            assert.equal(slow.status, 504);
            const again = await send(slowPage(30_000).url);
            assert.equal(again.status, 504);
            const { url: page, run } = slowPage(30_000);
            assert.equal((await send(page, { method: 'POST' })).status, 504);
            assert.equal((await ranOn(run)).length, 1);
            for (const method of ['GET', 'POST'] as const) {
                assert.equal((await send(url('count.php'), { method })).status, 200);
            }
        });
    });
});
