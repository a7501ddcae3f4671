import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it, before, after } from 'mocha';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Topology } from '../../../client/src/cluster/model/topology.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { isEngineError } from '../../../client/src/engine/errors.ts';
import {
    cancelAt,
    openEngine,
    remainsOf,
    reread,
    testTopology,
    withEnvironment,
} from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { uniqueName } from '../../support/run/names.ts';
import { faultyEngine } from '../../support/engine/faultyEngine.ts';

describe('creating an environment', () => {
    let engine: Engine;
    before(async () => {
        engine = await openEngine();
    });
    after(() => {
        engine.dispose();
    });

    describe('with two Apache nodes and a store', () => {
        let environment: Environment;

        before(async () => {
            environment = await createEnvironment(engine, testTopology('made'), quietContext());
        });

        after(async () => {
            await deleteEnvironment(engine, environment, {}, quietContext());
        });

        it('makes healthy nodes in three layers, of which only the balancer can be reached from outside', async () => {
            assert.deepEqual(
                environment.nodes.map(({ layer, number, status }) => [layer, number, status]),
                [
                    ['balancer', 1, 'healthy'],
                    ['application', 1, 'healthy'],
                    ['application', 2, 'healthy'],
                    ['store', 1, 'healthy'],
                ],
            );
            const containers = await engine.listContainers({
                labels: [`php-session-cluster.environment=${environment.name}`],
            });
            const published = containers.filter(({ ports }) => ports.some(({ hostPort }) => hostPort !== undefined));
            assert.deepEqual(
                published.map(({ name }) => name),
                [`${environment.name}-balancer-1`],
            );
            assert.equal(published[0]?.ports.find(({ hostPort }) => hostPort !== undefined)?.hostAddress, '127.0.0.1');
            const page = await fetch(environment.url!);
            assert.equal(page.status, 200);
            assert.match(await page.text(), /This is your PHP session cluster/);
        });

        it('gives containers no capability that they do not need, a memory limit, and no way to more privileges', async () => {
            for (const node of environment.nodes) {
                const status = await engine.exec(node.containerId, ['cat', '/proc/1/status']);
                const text = status.stdout.toString();
                assert.match(text, /^CapBnd:\s+0+$/m, `${node.name} keeps capabilities`);
                assert.match(text, /^NoNewPrivs:\s+1$/m, `${node.name} may gain privileges`);
                assert.doesNotMatch(text, /^Uid:\s+0\b/m, `${node.name} runs as root`);
            }
        });

        it('refuses a name that is taken', async () => {
            await refuses({ ...testTopology('x'), name: environment.name }, 'alreadyExists', /exists already/);
            assert.equal((await reread(engine, environment)).nodes.length, 4);
        });

        it('keeps two environments apart, and deletes one with all that it has without touching the other', async () => {
            const topology = testTopology('other');
            await withEnvironment(engine, topology, async other => {
                assert.notEqual(environment.url, other.url);
                const [store] = nodesOf(other, 'store');
                const reach = `exit(@fsockopen('${store!.address}', 11211, $code, $text, 2) ? 0 : 1);`;
                const [inside] = nodesOf(other, 'application');
                const [outside] = nodesOf(environment, 'application');
                assert.equal((await engine.exec(inside!.containerId, ['php', '-r', reach])).exitCode, 0);
                assert.equal((await engine.exec(outside!.containerId, ['php', '-r', reach])).exitCode, 1);
            });
            assert.deepEqual(await remainsOf(engine, topology.name), []);
            const again = await reread(engine, environment);
            assert.ok(again.nodes.every(({ status }) => status === 'healthy'));
        });

        // The last one: a node is dead afterwards.
        it('sends a session to the same node for as long as that lives, and different sessions to all nodes', async () => {
            const nodeOf = async (session: string) => {
                const page = await fetch(environment.url!, { headers: { Cookie: `PHPSESSID=${session}` } });
                return /Node that answered<\/dt><dd>([^<]+)/.exec(await page.text())?.[1] ?? 'none';
            };
            const homes = new Map<string, string>();
            for (const session of Array.from({ length: 24 }, (_, index) => `session${index}`)) {
                homes.set(session, await nodeOf(session));
            }
            const names = nodesOf(environment, 'application').map(({ name }) => name);
            assert.deepEqual([...new Set(homes.values())].sort(), names);
            for (const [session, home] of homes) {
                assert.equal(await nodeOf(session), home);
            }
            const [first, second] = nodesOf(environment, 'application');
            await engine.killContainer(first!.containerId, 'SIGKILL');
            for (const session of homes.keys()) {
                assert.equal(await nodeOf(session), second!.name);
            }
        });
    });

    it('serves a document root of this machine', async () => {
        const { mkdtemp, rm, writeFile, chmod } = await import('node:fs/promises');
        const folder = await mkdtemp('/tmp/psc-root-');
        try {
            await chmod(folder, 0o755);
            await writeFile(`${folder}/index.php`, '<?php echo "from here: ", 6 * 7;');
            await withEnvironment(engine, testTopology('rooted', { documentRoot: folder }), async environment => {
                assert.equal(await (await fetch(environment.url!)).text(), 'from here: 42');
            });
        } finally {
            await rm(folder, { recursive: true });
        }
    });

    it('refuses a port that a program of this machine has, before anything is made', async () => {
        const server = createServer();
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        try {
            const { port } = server.address() as AddressInfo;
            const topology = testTopology('port');
            await refuses(
                { ...topology, balancer: { ...topology.balancer, port } },
                'portInUse',
                new RegExp(`Port ${port}`),
            );
        } finally {
            server.close();
        }
    });

    it('refuses a document root that is not there, no Apache nodes, and a bad name', async () => {
        await refuses(testTopology('root', { documentRoot: '/nowhere/at/all' }), 'invalid', /\/nowhere\/at\/all/);
        await refuses(testTopology('none', { nodes: 0 }), 'invalid', /nodes/);
        await refuses({ ...testTopology('x'), name: 'Not-A-Name' }, 'invalid', /Not-A-Name/);
    });

    it('refuses an image without Apache or PHP, and one that is not there', async () => {
        await refuses(testTopology('bare', { image: 'debian:trixie-slim' }), 'imageUnsuitable', /has no Apache/);
        await refuses(
            testTopology('absent', { image: 'psc-test/no-such-image:1' }),
            'imageUnsuitable',
            /no-such-image/,
        );
    });

    for (const step of [/^Creating the network/, /^Starting/, /^Waiting/]) {
        it(`removes what it made when it is cancelled at ${step.source}`, async () => {
            const topology = testTopology('cancel');
            const context = cancelAt(step);
            await rejects(topology, createEnvironment(engine, topology, context), error => {
                assert.ok(isOperationError(error, 'cancelled'), String(error));
            });
            assert.ok(context.reached());
            assert.deepEqual(await remainsOf(engine, topology.name), []);
        });
    }

    for (const call of [
        'createNetwork',
        'createContainer',
        'putFiles',
        'startContainer',
        'inspectContainer',
    ] as const) {
        it(`removes what it made when the engine fails at ${call}`, async () => {
            const topology = testTopology('fail');
            const faulty = faultyEngine(engine, { method: call, from: call === 'putFiles' ? 1 : 2 });
            await rejects(topology, createEnvironment(faulty.engine, topology, quietContext()), error => {
                assert.match(String(error), /injected/);
            });
            assert.ok(faulty.struck());
            assert.deepEqual(await remainsOf(engine, topology.name), []);
        });
    }

    it('finds nothing to delete where somebody removed the nodes already', async () => {
        const environment = await createEnvironment(engine, testTopology('half'), quietContext());
        await Promise.all(environment.nodes.map(({ containerId }) => engine.removeContainer(containerId)));
        await deleteEnvironment(engine, environment, {}, quietContext());
        assert.deepEqual(await remainsOf(engine, environment.name), []);
    });

    /** An environment that should not have come to be, but has, is removed all the same. */
    async function rejects(
        topology: Topology,
        creation: Promise<Environment>,
        check: (error: unknown) => void,
    ): Promise<void> {
        let created: Environment;
        try {
            created = await creation;
        } catch (error) {
            check(error);
            return;
        }
        await deleteEnvironment(engine, created, {}, quietContext());
        assert.fail(`${topology.name} was created`);
    }

    async function refuses(
        topology: Topology,
        code: 'alreadyExists' | 'portInUse' | 'invalid' | 'imageUnsuitable',
        text: RegExp,
    ) {
        const before = await remainsOf(engine, topology.name);
        await rejects(topology, createEnvironment(engine, topology, quietContext()), error => {
            assert.ok(isOperationError(error, code), String(error));
            assert.match(error.message, text);
        });
        assert.deepEqual(await remainsOf(engine, topology.name), before);
        // Of this image: other tests look into theirs at the same time.
        const left = (await engine.listContainers({})).filter(({ image }) => image === topology.application.image);
        assert.ok(!left.some(({ name }) => name.startsWith('php-session-cluster-look')));
    }

    it('says which engine does not answer', async () => {
        const { connect } = await import('../../../client/src/engine/connect.ts');
        const path = `/tmp/${uniqueName('no-engine')}.sock`;
        const nowhere = await connect({
            kind: 'socket',
            path,
            source: 'setting',
            label: `unix://${path}`,
            remote: false,
        });
        await assert.rejects(createEnvironment(nowhere, testTopology('lost'), quietContext()), error => {
            assert.ok(isEngineError(error, 'unreachable'));
            assert.match(error.message, new RegExp(path));
            return true;
        });
    });
});
