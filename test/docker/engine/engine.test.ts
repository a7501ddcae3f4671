import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'mocha';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import { engineError, idle, LABEL, LABELS, Leftovers, openRealEngine, run, unique } from './fixture.ts';

describe('engine: containers and networks', () => {
    const leftovers = new Leftovers();
    let engine: DockerEngine;

    before(async () => {
        engine = await openRealEngine();
    });

    after(async () => {
        await leftovers.remove();
        engine.dispose();
    });

    async function network(octet: number): Promise<string> {
        const id = await engine.createNetwork({
            name: unique('net'),
            labels: LABELS,
            subnet: `10.211.${octet}.0/24`,
            addressRange: `10.211.${octet}.128/25`,
        });
        leftovers.add(() => engine.removeNetwork(id));
        return id;
    }

    it('says what it is', async () => {
        const info = await engine.info();
        assert.match(info.version, /^\d+\.\d+/);
        assert.match(info.apiVersion, /^1\.\d+$/);
        assert.notEqual(info.operatingSystem, '');
    });

    it('creates a container as described, and tells so', async () => {
        const networkId = await network(17);
        const { name } = await engine.inspectNetwork(networkId);
        const spec = idle({
            environment: { GREETING: 'a=b c' },
            network: { name, address: '10.211.17.5', aliases: ['other-name'] },
            publish: [{ containerPort: 80, hostPort: 0, hostAddress: '127.0.0.1' }],
            binds: [{ source: '/etc/os-release', target: '/mnt/os-release', readOnly: true }],
            tmpfs: { '/run/scratch': 'size=1m,mode=0700' },
            memory: 64 * 1024 * 1024,
            pidsLimit: 20,
            restart: 'unless-stopped',
            sysctls: { 'net.core.somaxconn': '321' },
            health: {
                argv: ['echo', 'well'],
                intervalMs: 500,
                timeoutMs: 1000,
                retries: 2,
                startPeriodMs: 1000,
                startIntervalMs: 100,
            },
        });
        const id = await run(engine, leftovers, spec);

        const health = async (): Promise<string> => (await engine.inspectContainer(id)).health;
        while ((await health()) !== 'healthy') {
            // Each look takes a moment of its own; mocha's time-out ends a wait in vain.
        }
        const details = await engine.inspectContainer(id);
        assert.equal(details.name, spec.name);
        assert.equal(details.state, 'running');
        assert.equal(details.healthOutput, 'well');
        assert.equal(details.environment.GREETING, 'a=b c');
        assert.deepEqual(details.command, ['sleep', 'infinity']);
        assert.deepEqual(
            details.networks.map(({ name: of, address, networkId: its }) => [of, address, its]),
            [[name, '10.211.17.5', networkId]],
        );
        assert.ok(details.networks[0]?.aliases.includes('other-name'));
        assert.deepEqual(
            details.mounts.filter(({ type }) => type === 'bind'),
            [{ type: 'bind', source: '/etc/os-release', target: '/mnt/os-release', writable: false }],
        );
        const [port] = details.ports;
        assert.equal(port?.hostAddress, '127.0.0.1');
        assert.ok((port.hostPort ?? 0) > 0);

        const limits = await engine.exec(id, [
            'sh',
            '-c',
            'cat /proc/sys/net/core/somaxconn; grep -E "^(CapBnd|NoNewPrivs)" /proc/self/status; grep /run/scratch /proc/mounts',
        ]);
        const printed = limits.stdout.toString();
        assert.match(printed, /^321$/m);
        assert.match(printed, /CapBnd:\s+0+$/m);
        assert.match(printed, /NoNewPrivs:\s+1$/m);
        assert.match(printed, /tmpfs .*size=1024k/);

        const listed = (await engine.listContainers({ labels: [`${LABEL}=engine`] })).find(one => one.id === id);
        assert.equal(listed?.name, spec.name);
        assert.equal(listed.health, 'healthy');
        assert.match(listed.statusText, /^Up .*\(healthy\)$/);
        assert.deepEqual(listed.ports, details.ports);
        assert.deepEqual((await engine.inspectNetwork(networkId)).containerIds, [id]);
        await assert.rejects(engine.removeNetwork(networkId), engineError('conflict', /active endpoints/));
    });

    it('starts, stops and removes twice without complaint', async () => {
        const id = await run(engine, leftovers);
        await engine.startContainer(id);
        await engine.pauseContainer(id);
        assert.equal((await engine.inspectContainer(id)).state, 'paused');
        await engine.unpauseContainer(id);
        await engine.stopContainer(id, { graceSeconds: 0 });
        await engine.stopContainer(id);
        const details = await engine.inspectContainer(id);
        assert.equal(details.state, 'exited');
        assert.equal(details.exitCode, 137);
        await Promise.all([engine.removeContainer(id), engine.removeContainer(id)]);
        await assert.rejects(engine.inspectContainer(id), engineError('notFound', /could not be inspected/));
    });

    it('lists what runs in a container, by the names that processes give themselves', async () => {
        const title = 'php-fpm: master process (/etc/php-fpm.conf)';
        const command = ['bash', '-c', 'sleep 1000 & exec -a "$0" sleep infinity', title];
        const id = await run(engine, leftovers, { command });
        let lines: string[] = [];
        while (!lines.some(line => line.startsWith(title))) {
            lines = await engine.listProcesses(id);
        }
        assert.deepEqual(lines.sort(), [`${title} infinity`, 'sleep 1000']);
        await engine.pauseContainer(id);
        assert.equal((await engine.listProcesses(id)).length, 2);
        await engine.killContainer(id, 'SIGKILL');
        await assert.rejects(engine.listProcesses(id), engineError('conflict', /processes of container/));
        await assert.rejects(engine.listProcesses(unique('nowhere')), engineError('notFound'));
    });

    it('kills with the signal asked for', async () => {
        const id = await run(engine, leftovers, {
            command: ['sh', '-c', 'trap "exit 42" USR1; echo ready; while :; do sleep 0.05; done'],
        });
        while (!(await engine.logs(id, { tail: 1 })).includes('ready')) {
            // Until the trap is set.
        }
        await engine.killContainer(id, 'SIGUSR1');
        while ((await engine.inspectContainer(id)).state === 'running') {
            // Until the shell has run its trap.
        }
        assert.equal((await engine.inspectContainer(id)).exitCode, 42);
    });

    it('names the port that is in use', async () => {
        const server = createServer();
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const publish = [{ containerPort: 80, hostPort: port, hostAddress: '127.0.0.1' }];
        const id = await engine.createContainer(idle({ publish }));
        leftovers.add(() => engine.removeContainer(id));
        try {
            await assert.rejects(
                engine.startContainer(id),
                engineError('portInUse', new RegExp(`port ${port} is already in use`), /does not run\. Choose another/),
            );
        } finally {
            server.close();
        }
        await once(server, 'close');
        await engine.startContainer(id);
        const second = await engine.createContainer(idle({ publish }));
        leftovers.add(() => engine.removeContainer(second));
        await assert.rejects(engine.startContainer(second), engineError('portInUse', new RegExp(`port ${port} is`)));
    });

    it('refuses what is taken or missing, in words', async () => {
        const spec = idle();
        leftovers.add(() => engine.removeContainer(spec.name));
        await engine.createContainer(spec);
        await assert.rejects(engine.createContainer(spec), engineError('conflict', new RegExp(spec.name)));
        const missing = idle({ binds: [{ source: '/no/such/folder', target: '/mnt', readOnly: true }] });
        await assert.rejects(engine.createContainer(missing), engineError('failed', /\/no\/such\/folder/));
        await assert.rejects(
            engine.createContainer(idle({ image: 'psc-enginetest/none:1' })),
            engineError('notFound', /psc-enginetest\/none:1.*Nothing was changed/),
        );
        await assert.rejects(engine.removeVolume('psc-enginetest-none'), engineError('notFound'));
        assert.deepEqual(await engine.listVolumes({ labels: [`${LABEL}=no-such-value`] }), []);
    });

    it('keeps networks apart, by name, range and address', async () => {
        const id = await network(18);
        const { name, subnets } = await engine.inspectNetwork(id);
        assert.deepEqual(subnets, ['10.211.18.0/24']);
        await assert.rejects(engine.createNetwork({ name, labels: LABELS }), engineError('conflict', /already exists/));
        await assert.rejects(
            engine.createNetwork({ name: unique('net'), labels: LABELS, subnet: '10.211.18.0/25' }),
            engineError('addressInUse', /choose another subnet/),
        );
        const first = await run(engine, leftovers, { network: { name, address: '10.211.18.5' } });
        const second = await engine.createContainer(idle({ network: { name, address: '10.211.18.5' } }));
        leftovers.add(() => engine.removeContainer(second));
        await assert.rejects(engine.startContainer(second), engineError('addressInUse', /has this address/));

        await engine.disconnectNetwork(id, first);
        assert.deepEqual((await engine.inspectContainer(first)).networks, []);
        await engine.connectNetwork(id, first, { address: '10.211.18.9', aliases: ['again'] });
        const [joined] = (await engine.inspectContainer(first)).networks;
        assert.deepEqual([joined?.address, joined?.isFixed], ['10.211.18.9', true]);
        assert.ok(joined?.aliases.includes('again'));
        await engine.disconnectNetwork(id, first);
        await engine.connectNetwork(id, first, {});
        assert.equal((await engine.inspectContainer(first)).networks[0]?.isFixed, undefined);
        const names = (await engine.listNetworks({ labels: [`${LABEL}=engine`] })).map(listed => listed.name);
        assert.ok(names.includes(name));
    });
});
