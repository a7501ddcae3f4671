import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { EnvironmentStore } from '../../../client/src/cluster/environments/environmentStore.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { answerOf, ComposeProject, ensureComposeImages } from './compose/project.ts';

/** Each node as `balancer 1 lb :80`: layer, number, service, port. */
function shapeOf(environment: Environment, project: string): string[] {
    return environment.nodes.map(({ layer, number, name, port }) => {
        const service = name.slice(project.length + 1).replace(/_1$/, '');
        return `${layer} ${number} ${service} :${port}`;
    });
}

function softwareOf({ nodes }: Environment): string[] {
    return nodes.map(({ software }) => software.title);
}

describe('adopting Compose projects', () => {
    let engine: Engine;

    before(async function () {
        this.timeout(600_000);
        engine = await openEngine();
        await ensureComposeImages(engine);
    });

    after(() => {
        engine.dispose();
    });

    /** One project for the tests of one shape. */
    function useProject(shape: string, ...upArgs: string[]): { readonly project: ComposeProject } {
        const holder: { project?: ComposeProject } = {};
        before(async () => {
            holder.project = new ComposeProject(engine, shape, { ENVIRONMENT_NAME: `psctest-labelled-${process.pid}` });
            await holder.project.up(...upArgs);
        });
        after(async () => {
            await holder.project?.down();
        });
        return {
            get project() {
                assert.ok(holder.project);
                return holder.project;
            },
        };
    }

    async function addressIn(containerId: string, network: string): Promise<string | undefined> {
        const { networks } = await engine.inspectContainer(containerId);
        return networks.find(({ name }) => name === network)?.address;
    }

    describe('HAProxy before a service that is scaled', () => {
        const use = useProject('scaled', '--scale', 'app=3');

        it('finds each container of the service, and not the statistics', async () => {
            const { project } = use;
            const environment = await project.get();
            assert.equal(environment.kind, 'adopted');
            assert.equal(environment.topology, undefined);
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 front :8080',
                'application 1 app :80',
                'application 2 app_2 :80',
                'application 3 app_3 :80',
                'store 1 memcached :11211',
            ]);
            assert.match(environment.url ?? '', /^http:\/\/localhost:\d+$/);
            assert.match(await answerOf(environment.url), /^[0-9a-f]{12}$/);
            for (const node of environment.nodes) {
                assert.equal(node.id, `${project.name}/${node.layer}/${node.number}`);
                assert.equal(node.status, 'running');
                assert.equal(node.address, await addressIn(node.containerId, `${project.name}_default`));
                assert.notEqual(node.address, '');
            }
        });

        it('keeps numbers and ids while nodes are stopped, paused and started', async () => {
            const { project } = use;
            const found = await project.get();
            const ids = found.nodes.map(({ id, containerId }) => [id, containerId]);
            const statuses = async () => {
                const environment = await project.get();
                assert.deepEqual(
                    environment.nodes.map(({ id, containerId }) => [id, containerId]),
                    ids,
                );
                return environment.nodes.map(({ status }) => status).join(' ');
            };
            const [balancer, first, second] = found.nodes;
            await engine.stopContainer(first!.containerId, { graceSeconds: 0 });
            assert.equal(await statuses(), 'running stopped running running running');
            assert.equal((await project.get()).nodes[1]?.address, '');
            await engine.pauseContainer(second!.containerId);
            assert.equal(await statuses(), 'running stopped paused running running');
            await engine.unpauseContainer(second!.containerId);
            await engine.stopContainer(balancer!.containerId, { graceSeconds: 0 });
            assert.equal(await statuses(), 'stopped stopped running running running');
            assert.equal((await project.get()).url, undefined);
            await engine.startContainer(first!.containerId);
            await engine.startContainer(balancer!.containerId);
            assert.equal(await statuses(), 'running running running running running');
            assert.match(await answerOf((await project.get()).url), /^[0-9a-f]{12}$/);
        });

        it('leaves out what is run once', async () => {
            const { project } = use;
            await project.compose('run', '-d', 'app', 'apache2-foreground');
            assert.equal(nodesOf(await project.get(), 'application').length, 3);
        });

        it('follows the project when it is scaled down', async () => {
            const { project } = use;
            await project.up('--scale', 'app=2', '--timeout', '1');
            assert.deepEqual(
                nodesOf(await project.get(), 'application').map(({ number }) => number),
                [1, 2],
            );
        });

        it('is not deleted', async () => {
            const environment = await use.project.get();
            await assert.rejects(deleteEnvironment(engine, environment, {}, quietContext()), error => {
                assert.ok(isOperationError(error, 'unsupported'));
                assert.match(error.message, /was not created here.*Nothing was removed/);
                return true;
            });
            assert.equal((await use.project.get()).nodes.length, 4);
        });
    });

    describe('Apache published by itself, with memcached in another network', () => {
        const use = useProject('direct');

        it('has an address for the node and none for the environment', async () => {
            const { project } = use;
            const environment = await project.get();
            assert.deepEqual(shapeOf(environment, project.name), ['application 1 web :80', 'store 1 cache :11211']);
            assert.equal(environment.url, undefined);
            const [web, cache] = environment.nodes;
            assert.match(await answerOf(web?.url), /^[0-9a-f]{12}$/);
            assert.equal(cache?.url, undefined);
            for (const node of [web, cache]) {
                assert.equal(node?.address, await addressIn(node!.containerId, `${project.name}_back`));
            }
        });
    });

    describe('labels', () => {
        const use = useProject('labels');

        it('decide, but for those that say nothing', async () => {
            const { project } = use;
            const name = `psctest-labelled-${process.pid}`;
            assert.equal(await project.find(), undefined, 'the project under its own name');
            const environment = await project.get(name);
            assert.equal(environment.kind, 'adopted');
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 edge :80',
                'application 1 beta :80',
                'application 2 alpha :80',
                'application 3 gamma :80',
                'store 1 kept :11211',
            ]);
            assert.deepEqual(
                environment.nodes.map(({ id }) => id),
                [`${name}/balancer/1`, ...[1, 2, 3].map(number => `${name}/application/${number}`), `${name}/store/1`],
            );
            assert.match(await answerOf(environment.url), /^[0-9a-f]{12}$/);
        });
    });

    describe('images whose names tell nothing', () => {
        const use = useProject('built');

        it('are known by command, environment and port', async () => {
            const { project } = use;
            const environment = await project.get();
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 three :80',
                'application 1 two :80',
                'store 1 one :11211',
            ]);
            assert.match(await answerOf(environment.url), /^[0-9a-f]{12}$/);
        });

        it('are known while they are stopped as well', async () => {
            const { project } = use;
            const running = shapeOf(await project.get(), project.name);
            await project.compose('stop', '--timeout', '1');
            const stopped = await project.get();
            assert.ok(stopped.nodes.every(({ status }) => status === 'stopped'));
            assert.deepEqual(shapeOf(stopped, project.name), running);
        });
    });

    describe('PHP-FPM behind NGINX, scaled, with a worker of the same image', () => {
        const use = useProject('fpm', '--scale', 'php=2');

        it('is adopted, and the worker is not', async () => {
            const { project } = use;
            const environment = await project.get();
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 web :80',
                'application 1 php :9000',
                'application 2 php_2 :9000',
                'store 1 sessions :11211',
            ]);
            assert.deepEqual(softwareOf(environment), ['NGINX', 'PHP-FPM', 'PHP-FPM', 'memcached']);
            assert.deepEqual(environment.others, [{ name: 'worker', why: 'runs php' }]);
            assert.match(await answerOf(environment.url), /^[0-9a-f]{12}$/);
            assert.ok(nodesOf(environment, 'application').every(({ url }) => url === undefined));
        });
    });

    describe('NGINX and PHP-FPM in one, under a supervisor', () => {
        const use = useProject('supervised');

        it('are known by their processes, and so is a worker that is started in the same way', async () => {
            const { project } = use;
            await answerOf((await project.get()).url);
            const environment = await project.get();
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 lb :80',
                'application 1 app1 :80',
                'application 2 app2 :80',
                'store 1 sessions :11211',
            ]);
            assert.deepEqual(softwareOf(environment), ['NGINX', 'NGINX + PHP-FPM', 'NGINX + PHP-FPM', 'memcached']);
            assert.deepEqual(environment.others, [{ name: 'worker', why: 'runs php' }]);
        });

        it('are known by a store of environments as soon as they have been started, and while they are stopped', async () => {
            const { project } = use;
            const store = new EnvironmentStore(openEngine);
            const software = async (status: string) => {
                const { environments } = await store.when(snapshot => {
                    const found = snapshot.environments.find(({ name }) => name === project.name);
                    const nodes = found ? nodesOf(found, 'application') : [];
                    return (
                        nodes.length === 2 &&
                        nodes.every(node => node.status === status && node.software.title === 'NGINX + PHP-FPM')
                    );
                }, AbortSignal.timeout(120_000));
                return environments.length > 0;
            };
            try {
                store.start();
                assert.ok(await software('running'));
                await project.compose('up', '-d', '--force-recreate', '--timeout', '1', 'app1', 'app2');
                assert.ok(await software('running'));
                await project.compose('stop', '--timeout', '1', 'app1', 'app2');
                assert.ok(await software('stopped'));
            } finally {
                store.dispose();
            }
        });
    });

    describe('services that are no nodes', () => {
        const use = useProject('extras');

        it('stay out, and plain HTTP is the address', async () => {
            const { project } = use;
            const environment = await project.get();
            assert.deepEqual(shapeOf(environment, project.name), [
                'balancer 1 proxy :80',
                'application 1 app1 :80',
                'application 2 app2 :80',
                'store 1 memcached :11211',
            ]);
            assert.match(await answerOf(environment.url), /^[0-9a-f]{12}$/);
            const [first, second] = nodesOf(environment, 'application');
            assert.match(await answerOf(first?.url), /^[0-9a-f]{12}$/);
            assert.equal(second?.url, undefined);
        });
    });
});
