import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
    discoverEnvironments,
    findEnvironment,
    readEnvironments,
    rereadManaged,
} from '../../../../client/src/cluster/environments/discovery.ts';
import { isOperationError } from '../../../../client/src/cluster/model/errors.ts';
import { LAYERS } from '../../../../client/src/cluster/model/model.ts';
import { defaultTopology, topologyToLabel } from '../../../../client/src/cluster/model/topologyFile.ts';
import type {
    ContainerDetails,
    ContainerSummary,
    Engine,
    PublishedPort,
} from '../../../../client/src/engine/engine.ts';
import { EngineError } from '../../../../client/src/engine/errors.ts';

let made = 0;

function container(changes: Partial<ContainerSummary> = {}): ContainerSummary {
    made++;
    return {
        id: `id${made}`,
        name: `container${made}`,
        image: 'debian',
        imageId: '',
        command: '',
        state: 'running',
        health: 'none',
        statusText: '',
        labels: {},
        ports: [],
        networks: [],
        created: 0,
        ...changes,
    };
}

function compose(project: string, service: string, image: string, changes: Partial<ContainerSummary> = {}, number = 1) {
    return container({
        name: `${project}_${service}_${number}`,
        image,
        ...changes,
        labels: {
            'com.docker.compose.project': project,
            'com.docker.compose.service': service,
            'com.docker.compose.container-number': String(number),
            'com.docker.compose.oneoff': 'False',
            ...changes.labels,
        },
    });
}

function managed(layer: string, number: string, changes: Partial<ContainerSummary> = {}, name = 'shop') {
    return container({
        name: `${name}-${layer}-${number}`,
        ...changes,
        labels: {
            'php-session-cluster.environment': name,
            'php-session-cluster.layer': layer,
            'php-session-cluster.node': number,
            'php-session-cluster.topology': topologyToLabel(defaultTopology(name)),
            ...changes.labels,
        },
    });
}

const published = (containerPort: number, hostPort: number, hostAddress = '0.0.0.0'): PublishedPort => ({
    containerPort,
    hostPort,
    hostAddress,
    protocol: 'tcp',
});

const network = (name: string, address: string) => ({ name, networkId: name, address, aliases: [] });

function cluster(project = 'blog'): ContainerSummary[] {
    return [
        compose(project, 'lb', 'nginx'),
        compose(project, 'app1', 'php:8.4-apache'),
        compose(project, 'app2', 'php:8.4-apache'),
        compose(project, 'cache', 'memcached'),
        compose(project, 'db', 'mysql'),
    ];
}

const idsOf = (containers: readonly ContainerSummary[]) =>
    discoverEnvironments(containers).flatMap(({ nodes }) => nodes.map(({ id }) => id));

const urlOf = (...ports: PublishedPort[]) =>
    discoverEnvironments([compose('a', 'lb', 'nginx', { ports }), compose('a', 'app', 'wordpress')])[0]?.url;

describe('managed environments', () => {
    it('are found by their labels, with topology and nodes in order', () => {
        const [shop, ...others] = discoverEnvironments([
            managed('store', '1'),
            managed('application', '10'),
            managed('application', '2', { state: 'exited' }),
            managed('balancer', '1', { ports: [published(80, 8080, '127.0.0.1')] }),
        ]);
        assert.equal(others.length, 0);
        assert.equal(shop?.kind, 'managed');
        assert.deepEqual(shop.topology, { ...defaultTopology('shop'), balancer: { port: 8080, address: '127.0.0.1' } });
        assert.equal(shop.url, 'http://localhost:8080');
        assert.deepEqual(
            shop.nodes.map(({ id }) => id),
            ['shop/balancer/1', 'shop/application/2', 'shop/application/10', 'shop/store/1'],
        );
    });

    it('stand before adopted ones, and keep their name', () => {
        const labels = { 'php-session-cluster.environment': 'shop (compose)' };
        const third = cluster('other').map(part => ({ ...part, labels: { ...part.labels, ...labels } }));
        const environments = discoverEnvironments([
            ...cluster('shop'),
            ...cluster('a'),
            ...third,
            managed('store', '1'),
        ]);
        assert.deepEqual(
            environments.map(({ name, kind }) => [name, kind]),
            [
                ['shop', 'managed'],
                ['a', 'adopted'],
                ['shop (compose)', 'adopted'],
                ['shop (compose) (compose)', 'adopted'],
            ],
        );
    });

    it('have numbers of their own where labels say the same twice', () => {
        assert.deepEqual(
            idsOf([managed('store', '1'), managed('store', '1', { name: 'copy' }), managed('store', '3')]),
            ['shop/store/1', 'shop/store/2', 'shop/store/3'],
        );
    });
});

describe('adopted environments', () => {
    it('are Compose projects with Apache, and a balancer or a store', () => {
        const [blog] = discoverEnvironments(cluster());
        assert.equal(blog?.kind, 'adopted');
        assert.deepEqual(
            blog.nodes.map(({ id }) => id),
            ['blog/balancer/1', 'blog/application/1', 'blog/application/2', 'blog/store/1'],
        );
        const without = (...services: string[]) =>
            discoverEnvironments(cluster().filter(({ name }) => !services.includes(name.split('_')[1] ?? ''))).length;
        assert.deepEqual(
            [without('lb'), without('cache'), without('lb', 'cache'), without('app1', 'app2')],
            [1, 1, 0, 0],
        );
    });

    it('are found in Podman’s labels too', () => {
        const podman = (service: string, image: string) =>
            container({ image, labels: { 'io.podman.compose.project': 'p', 'io.podman.compose.service': service } });
        assert.deepEqual(idsOf([podman('b', 'docker.io/library/wordpress'), podman('a', 'docker.io/library/nginx')]), [
            'p/balancer/1',
            'p/application/1',
        ]);
    });

    it('leave out what is run once, and what no project has', () => {
        const once = compose('blog', 'app1', 'php:8.4-apache', { labels: { 'com.docker.compose.oneoff': 'True' } }, 2);
        assert.equal(idsOf([...cluster(), once, container({ image: 'php:8.4-apache' })]).length, 4);
    });

    it('count nodes by service as people count, then by the container’s number', () => {
        const app = (service: string, number: number) =>
            compose('a', service, 'wordpress', { name: `${service}.${number}` }, number);
        const [environment] = discoverEnvironments([
            ...[app('web10', 1), app('web2', 11), app('web2', 2)],
            compose('a', 'cache', 'memcached'),
        ]);
        assert.deepEqual(
            environment?.nodes.map(({ name, number }) => [number, name]),
            [
                [1, 'web2.2'],
                [2, 'web2.11'],
                [3, 'web10.1'],
                [1, 'a_cache_1'],
            ],
        );
    });

    it('take labels for what they say, and recognition where they say nothing', () => {
        const labelled = (service: string, labels: Record<string, string>) =>
            compose('a', service, 'wordpress', {
                labels: Object.fromEntries(
                    Object.entries(labels).map(([key, value]) => [`php-session-cluster.${key}`, value]),
                ),
            });
        const [environment] = discoverEnvironments([
            labelled('a', { layer: 'balancer', environment: 'named' }),
            labelled('b', { layer: 'aplication', node: 'two' }),
            labelled('c', { node: '1' }),
            labelled('d', { node: '0' }),
            labelled('e', { node: '1.5', environment: ' ' }),
        ]);
        assert.equal(environment?.name, 'named');
        assert.equal(environment.kind, 'adopted');
        assert.deepEqual(
            environment.nodes.map(({ id, name }) => `${id} ${name}`),
            [
                'named/balancer/1 a_a_1',
                'named/application/1 a_c_1',
                'named/application/2 a_b_1',
                'named/application/3 a_d_1',
                'named/application/4 a_e_1',
            ],
        );
    });

    it('are divided where labels give several names', () => {
        const named = (name: string) =>
            cluster('a').map((part, index) => ({
                ...part,
                id: `${name}${index}`,
                name: `${name}${index}`,
                labels: {
                    ...part.labels,
                    'com.docker.compose.container-number': name === 'x' ? '1' : '2',
                    'php-session-cluster.environment': name,
                },
            }));
        assert.deepEqual(
            discoverEnvironments([...named('x'), ...named('y')]).map(({ name, nodes }) => [name, nodes.length]),
            [
                ['x', 4],
                ['y', 4],
            ],
        );
    });

    it('show one node while Compose replaces its container', () => {
        const old = compose('blog', 'app1', 'php:8.4-apache', { name: 'f00_blog_app1_1', state: 'exited', created: 1 });
        const [environment] = discoverEnvironments([old, ...cluster()]);
        assert.deepEqual(
            environment?.nodes.map(({ name }) => name),
            ['blog_lb_1', 'blog_app1_1', 'blog_app2_1', 'blog_cache_1'],
        );
    });

    it('use the network that most nodes share', () => {
        const front = (address: string) => network('front', address);
        const back = (address: string) => network('back', address);
        const [environment] = discoverEnvironments([
            compose('a', 'lb', 'nginx', { networks: [front('1.0.0.1')] }),
            compose('a', 'app1', 'wordpress', { networks: [front('1.0.0.2'), back('2.0.0.2')] }),
            compose('a', 'app2', 'wordpress', { networks: [front('1.0.0.3'), back('2.0.0.3')] }),
            compose('a', 'cache1', 'memcached', { networks: [back('2.0.0.4')] }),
            compose('a', 'cache2', 'memcached', { state: 'exited', networks: [back('')] }),
        ]);
        assert.deepEqual(
            environment?.nodes.map(({ address }) => address),
            ['1.0.0.1', '2.0.0.2', '2.0.0.3', '2.0.0.4', ''],
        );
    });

    it('have the address of the balancer’s published port that looks like a site', () => {
        assert.equal(urlOf(), undefined);
        assert.equal(urlOf({ containerPort: 80, protocol: 'tcp' }), undefined);
        assert.equal(urlOf(published(8080, 8081), published(443, 443), published(80, 8000)), 'http://localhost:8000');
        assert.equal(urlOf(published(8404, 1), published(5555, 2)), 'http://localhost:2');
        assert.equal(urlOf(published(443, 444), published(8404, 1)), 'https://localhost:444');
        assert.equal(urlOf(published(80, 81, '::'), published(80, 81)), 'http://localhost:81');
        assert.equal(urlOf(published(80, 81, '192.168.1.5')), 'http://192.168.1.5:81');
        assert.equal(urlOf(published(80, 81, '127.0.0.2')), 'http://127.0.0.2:81');
        assert.equal(urlOf(published(80, 81, 'fd00::1')), 'http://[fd00::1]:81');
        assert.equal(urlOf({ ...published(80, 81), protocol: 'udp' }), undefined);
    });

    it('have the port of each node’s own service', () => {
        const portOf = (image: string, ...ports: number[]) => {
            const part = compose('a', 'x', image, {
                ports: ports.map(containerPort => ({ containerPort, protocol: 'tcp' })),
            });
            return discoverEnvironments([...cluster('a'), part])[0]?.nodes.find(
                ({ containerId }) => containerId === part.id,
            )?.port;
        };
        assert.deepEqual(
            [portOf('wordpress'), portOf('wordpress', 443, 80), portOf('wordpress', 8443, 8080)],
            [80, 80, 8080],
        );
        assert.deepEqual([portOf('nginx'), portOf('nginx', 80), portOf('memcached', 80)], [80, 80, 11211]);
    });

    it('have one word for state and health', () => {
        const statusOf = (changes: Partial<ContainerSummary>) =>
            discoverEnvironments([managed('store', '1', changes)])[0]?.nodes[0]?.status;
        assert.equal(statusOf({}), 'running');
        for (const health of ['starting', 'healthy', 'unhealthy'] as const) {
            assert.equal(statusOf({ health }), health);
            assert.equal(statusOf({ health, state: 'paused' }), 'paused');
        }
        assert.equal(statusOf({ state: 'restarting', health: 'unhealthy' }), 'restarting');
        for (const state of ['created', 'exited', 'dead', 'removing'] as const) {
            assert.equal(statusOf({ state, health: 'unhealthy' }), 'stopped');
        }
    });
});

describe('discovery', () => {
    const text = fc.oneof(
        fc.constantFrom('', 'a', 'b', '1', '2', '-1', 'store', 'application', 'a (compose)'),
        fc.string(),
    );
    const labels = fc.dictionary(
        fc.oneof(
            fc.constantFrom(
                ...['environment', 'layer', 'node', 'topology'].map(key => `php-session-cluster.${key}`),
                ...['project', 'service', 'container-number', 'oneoff'].map(key => `com.docker.compose.${key}`),
                'io.podman.compose.project',
            ),
            fc.string(),
        ),
        text,
    );
    const port = fc.record(
        {
            containerPort: fc.constantFrom(80, 443, 8080, 11211, 3306),
            protocol: fc.constantFrom('tcp', 'udp'),
            hostPort: fc.integer({ min: 1, max: 65_535 }),
            hostAddress: fc.constantFrom('', '0.0.0.0', '::', '10.0.0.1'),
        },
        { requiredKeys: ['containerPort', 'protocol'] },
    );
    const anything: fc.Arbitrary<ContainerSummary> = fc.record({
        id: fc.uuid(),
        name: text,
        image: fc.oneof(fc.constantFrom('nginx', 'php:8-apache', 'memcached', 'mysql'), fc.string()),
        imageId: fc.constant(''),
        command: fc.oneof(fc.constantFrom('', 'apache2-foreground'), fc.string()),
        state: fc.constantFrom('created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'),
        health: fc.constantFrom('none', 'starting', 'healthy', 'unhealthy'),
        statusText: fc.constant(''),
        labels,
        ports: fc.array(port, { maxLength: 3 }),
        networks: fc.array(
            fc.constantFrom('front', 'back').map(name => network(name, '10.0.0.9')),
            { maxLength: 2 },
        ),
        created: fc.nat(),
    });
    const lists = fc.uniqueArray(anything, { selector: ({ id }) => id, maxLength: 20 });

    it('finds the same in any order', () => {
        fc.assert(
            fc.property(
                lists.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
                ([list, shuffled]) => {
                    assert.deepEqual(discoverEnvironments(shuffled), discoverEnvironments(list));
                },
            ),
            { numRuns: 500 },
        );
    });

    it('puts each container in one place, under an id and a name of its own', () => {
        fc.assert(
            fc.property(lists, list => {
                const environments = discoverEnvironments(list);
                const nodes = environments.flatMap(environment => environment.nodes);
                const unique = (values: readonly string[]) => new Set(values).size === values.length;
                assert.ok(unique(environments.map(({ name }) => name)));
                assert.ok(unique(nodes.map(({ id }) => id)));
                assert.ok(unique(nodes.map(({ containerId }) => containerId)));
                for (const node of nodes) {
                    assert.equal(node.id, `${node.environment}/${node.layer}/${node.number}`);
                    assert.ok(LAYERS.includes(node.layer) && node.number > 0 && node.port > 0);
                }
            }),
            { numRuns: 500 },
        );
    });

    it('numbers without gaps where no label says otherwise, and not by what runs', () => {
        const states = fc.array(fc.constantFrom('running', 'exited', 'paused'), { minLength: 1, maxLength: 8 });
        fc.assert(
            fc.property(states, list => {
                const of = (stateOf: (state: (typeof list)[number]) => ContainerSummary['state']) =>
                    discoverEnvironments([
                        compose('a', 'cache', 'memcached', { id: 'cache' }),
                        ...list.map((state, index) =>
                            compose(
                                'a',
                                'app',
                                'wordpress',
                                { id: String(index), state: stateOf(state) },
                                3 * index + 2,
                            ),
                        ),
                    ])[0]?.nodes.map(({ id, containerId, number }) => [id, containerId, number]);
                assert.deepEqual(
                    of(state => state),
                    of(() => 'running'),
                );
                assert.deepEqual(
                    of(state => state)
                        ?.slice(0, -1)
                        .map(([, , number]) => number),
                    list.map((_, index) => index + 1),
                );
            }),
        );
    });
});

describe('reading environments', () => {
    /** Of the engine's port only what a reading may use; anything else throws. */
    function engineOf(
        containers: readonly ContainerSummary[],
        environments: Readonly<Record<string, Record<string, string>>>,
    ) {
        const [inspected, listed]: [string[], string[]] = [[], []];
        const engine = {
            endpoint: { label: 'unix:///engine.sock' },
            listContainers: () => Promise.resolve([...containers]),
            inspectContainer: (id: string) => {
                inspected.push(id);
                const environment = environments[id];
                return environment
                    ? Promise.resolve({
                          id,
                          image: 'x',
                          entrypoint: [],
                          command: ['/start'],
                          environment,
                      } as unknown as ContainerDetails)
                    : Promise.reject(new EngineError('notFound', { what: `There is no container ${id}` }));
            },
            listProcesses: (id: string) => {
                listed.push(id);
                return Promise.resolve(['/bin/sh /start']);
            },
        } as unknown as Engine;
        return { engine, inspected, listed };
    }

    const { signal } = new AbortController();

    it('inspects only what the list does not tell, once, and overlooks what has gone', async () => {
        const built = compose('blog', 'web', 'blog_web', { command: '/start' });
        const gone = compose('blog', 'gone', 'blog_gone', { command: '/start' });
        const alone = container({ image: 'unheard/of', command: '/start' });
        const php = { PHP_VERSION: '8.4', APACHE_CONFDIR: '/etc/apache2' };
        const { engine, inspected, listed } = engineOf([...cluster(), built, gone, alone], { [built.id]: php });
        const [blog] = await readEnvironments(engine, signal);
        assert.equal(blog?.nodes.find(({ containerId }) => containerId === built.id)?.layer, 'application');
        assert.deepEqual(inspected.sort(), [built.id, gone.id].sort());
        assert.deepEqual(await readEnvironments(engine, signal), [blog]);
        assert.deepEqual(inspected.slice(2), [gone.id]);
        // The image's workers would say the same of themselves.
        assert.deepEqual(listed, [built.id]);
    });

    it('says of a container that cannot be looked at why, and goes on', async () => {
        const odd = compose('blog', 'odd', 'blog_odd', { command: '/start' });
        const { engine } = engineOf([...cluster(), odd], {});
        const failing = {
            ...engine,
            inspectContainer: () => Promise.reject(new EngineError('failed', { what: 'its image is gone' })),
        };
        const [blog] = await readEnvironments(failing, signal);
        assert.deepEqual(
            blog?.others?.map(({ name, why }) => `${name}: ${why}`),
            ['db: its image is mysql', 'odd: could not be looked at: its image is gone'],
        );
        const lost = {
            ...failing,
            inspectContainer: () => Promise.reject(new EngineError('timeout', { what: 'slow' })),
        };
        await assert.rejects(readEnvironments(lost, signal), /slow/);
    });

    it('says which environments there are where one is not', async () => {
        const named = (text: RegExp) => (error: unknown) => {
            assert.ok(isOperationError(error, 'notFound'));
            assert.match(error.message, text);
            return true;
        };
        const { engine } = engineOf([...cluster(), managed('store', '1')], {});
        assert.equal((await findEnvironment(engine, 'blog', signal)).name, 'blog');
        await assert.rejects(
            findEnvironment(engine, 'bolg', signal),
            named(/no environment bolg on unix:.*are shop, blog\./),
        );
        await assert.rejects(
            findEnvironment(engineOf([], {}).engine, 'shop', signal),
            named(/none at all: create one/),
        );
    });

    it('reads a managed one again from its own containers, and says where it is gone', async () => {
        const { engine, inspected } = engineOf([managed('application', '1'), managed('store', '1')], {});
        const { kind, nodes } = await rereadManaged(engine, 'shop', signal);
        assert.deepEqual([kind, nodes.map(({ layer }) => layer), inspected], ['managed', ['application', 'store'], []]);
        await assert.rejects(rereadManaged(engineOf([], {}).engine, 'shop', signal), error =>
            isOperationError(error, 'notFound'),
        );
    });
});
