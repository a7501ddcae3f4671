import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect as dial, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { engineError, Leftovers, openRealEngine, realSocket, run, socketAt } from './fixture.ts';

describe('engine: connection', () => {
    const leftovers = new Leftovers();
    let folder: string;
    let real: string;

    before(async () => {
        real = await realSocket();
        folder = await mkdtemp(join(tmpdir(), 'psc-enginetest-'));
        leftovers.add(() => rm(folder, { recursive: true }));
    });

    after(async () => {
        await leftovers.remove();
    });

    /** A server of our own between adapter and engine; closes with the test run. */
    async function listen(onConnection: (socket: Socket) => void, where: string | number): Promise<Server> {
        const sockets = new Set<Socket>();
        const server = createServer({ allowHalfOpen: true }, socket => {
            sockets.add(socket.on('close', () => sockets.delete(socket)));
            // The adapter hangs up when it likes.
            socket.on('error', () => undefined);
            onConnection(socket);
        });
        if (typeof where === 'number') {
            server.listen(where, '127.0.0.1');
        } else {
            server.listen(where);
        }
        await once(server, 'listening');
        leftovers.add(async () => {
            const closed = once(server, 'close');
            server.close();
            sockets.forEach(socket => socket.destroy());
            await closed;
        });
        return server;
    }

    function forward(socket: Socket): void {
        const engine = dial({ path: real, allowHalfOpen: true });
        engine.on('error', () => socket.destroy());
        engine.on('close', () => socket.destroy());
        socket.on('close', () => engine.destroy());
        socket.pipe(engine).pipe(socket);
    }

    function tcp(server: Server): Endpoint {
        const { port } = server.address() as AddressInfo;
        return {
            kind: 'tcp',
            host: '127.0.0.1',
            port,
            source: 'setting',
            label: `tcp://127.0.0.1:${port}`,
            remote: false,
        };
    }

    it('says that nothing answers, where, and what to do', async () => {
        const nowhere = join(folder, 'nowhere.sock');
        await assert.rejects(
            new DockerEngine(socketAt(nowhere)).listContainers({}),
            engineError('unreachable', /containers could not be listed/, new RegExp(nowhere), /Is Docker running\?/),
        );
        const stale = await listen(() => undefined, 0);
        const endpoint = tcp(stale);
        stale.close();
        await once(stale, 'close');
        await assert.rejects(new DockerEngine(endpoint).info(), engineError('unreachable', /ECONNREFUSED/));
    });

    it('says that this user may not, and names the group', async () => {
        const path = join(folder, 'closed.sock');
        await listen(() => undefined, path);
        await chmod(path, 0o600);
        await chmod(folder, 0o711);
        const engine = new DockerEngine(socketAt(path));
        // Root may use any socket: be someone else for the moment of this call.
        const isRoot = process.geteuid?.() === 0;
        if (isRoot) {
            process.seteuid?.(65534);
        } else {
            await chmod(path, 0o000);
        }
        try {
            await assert.rejects(engine.info(), engineError('forbidden', /`docker` group/, new RegExp(path)));
        } finally {
            if (isRoot) {
                process.seteuid?.(0);
            }
        }
    });

    it('gives up on an engine that says nothing', async () => {
        const path = join(folder, 'silent.sock');
        await listen(() => undefined, path);
        const engine = new DockerEngine(socketAt(path));
        await assert.rejects(
            engine.exec('any', ['true'], { timeoutMs: 100 }),
            engineError('timeout', /within 0\.1 s/, new RegExp(path)),
        );
        await assert.rejects(engine.info(AbortSignal.timeout(50)), engineError('cancelled'));
        for await (const event of engine.events(AbortSignal.timeout(50))) {
            assert.fail(`a silent engine told ${event.action}`);
        }
    });

    it('aborts the request itself, not only the wait for it', async () => {
        const path = join(folder, 'watched.sock');
        const hungUp = Promise.withResolvers<undefined>();
        await listen(socket => {
            socket.resume().on('end', () => {
                hungUp.resolve(undefined);
            });
        }, path);
        await assert.rejects(
            new DockerEngine(socketAt(path)).listContainers({}, AbortSignal.timeout(100)),
            engineError('cancelled'),
        );
        await hungUp.promise;
    });

    it('tells a broken connection and a stranger from an engine', async () => {
        const broken = join(folder, 'broken.sock');
        await listen(socket => socket.once('data', () => socket.destroy()), broken);
        await assert.rejects(new DockerEngine(socketAt(broken)).info(), engineError('unreachable', /broke/));
        const stranger = join(folder, 'stranger.sock');
        await listen(socket => socket.once('data', () => socket.end('220 mail ready\r\n')), stranger);
        await assert.rejects(new DockerEngine(socketAt(stranger)).info(), engineError('unreachable', /Docker API/));
    });

    it('learns at once that a connection broke in the middle of its answer', async () => {
        const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[';
        for (const [name, cut] of [
            ['ended', (socket: Socket) => socket.end(head)],
            ['reset', (socket: Socket) => socket.write(head, () => socket.destroy())],
        ] as const) {
            const path = join(folder, `${name}.sock`);
            await listen(socket => socket.once('data', () => cut(socket)), path);
            await assert.rejects(
                new DockerEngine(socketAt(path)).listContainers({}),
                engineError('unreachable', /broke/),
                name,
            );
        }
    });

    it('throws from the event stream when the connection breaks', async () => {
        const path = join(folder, 'cut.sock');
        const sockets: Socket[] = [];
        await listen(socket => {
            sockets.push(socket);
            forward(socket);
        }, path);
        const engine = new DockerEngine(socketAt(path));
        const direct = await openRealEngine();
        const events = engine.events(quietContext().signal)[Symbol.asyncIterator]();
        const told = new AbortController();
        const first = events.next().finally(() => {
            told.abort();
        });
        while (!told.signal.aborted) {
            // The stream may not be open for the first of them.
            await direct.removeContainer(await run(direct, leftovers));
        }
        assert.notEqual((await first).done, true);
        sockets.forEach(socket => socket.destroy());
        await assert.rejects(
            (async () => {
                while ((await events.next()).done !== true) {
                    // What had come before the cut.
                }
            })(),
            engineError('unreachable', new RegExp(path)),
        );
    });

    it('speaks over tcp, keeping the connection for the next call', async () => {
        let connections = 0;
        const server = await listen(socket => {
            connections += 1;
            forward(socket);
        }, 0);
        const engine = new DockerEngine(tcp(server));
        for (let call = 0; call < 5; call++) {
            assert.ok((await engine.listImages({})).length > 0);
        }
        assert.equal(connections, 1);
        const id = await run(engine, leftovers);
        const { stdout } = await engine.exec(id, ['cat'], { stdin: Buffer.from('over tcp') });
        assert.equal(stdout.toString(), 'over tcp');
        await engine.removeContainer(id);
        engine.dispose();
    });

    it('asks the engine it was given, whatever the environment says', async () => {
        const before = { ...process.env };
        try {
            for (const host of ['tcp://127.0.0.1:1', 'not a host at all', 'ssh://nobody@127.0.0.1']) {
                process.env.DOCKER_HOST = host;
                process.env.DOCKER_CERT_PATH = '/no/such/folder';
                assert.match((await new DockerEngine(socketAt(real)).info()).version, /^\d/);
            }
        } finally {
            for (const name of ['DOCKER_HOST', 'DOCKER_CERT_PATH'] as const) {
                if (before[name] === undefined) {
                    Reflect.deleteProperty(process.env, name);
                } else {
                    process.env[name] = before[name];
                }
            }
        }
    });
});

describe('engine: ssh', () => {
    const leftovers = new Leftovers();
    let folder: string;
    let socket: string;

    before(async () => {
        socket = await realSocket();
        folder = await mkdtemp(join(tmpdir(), 'psc-enginetest-ssh-'));
        leftovers.add(() => rm(folder, { recursive: true }));
    });

    after(async () => {
        await leftovers.remove();
    });

    /**
     * Writes a program in place of ssh. It stands in for the ssh transport only: what it leads to is the real engine.
     */
    async function standIn(name: string, body: string): Promise<string> {
        const path = join(folder, name);
        await writeFile(path, `#!${process.execPath}\n${body}`, { mode: 0o755 });
        return path;
    }

    /** As `docker system dial-stdio` does: stdin and stdout lead to the engine's socket, each side closed by itself. */
    function dialStdio(): string {
        return `
            const { appendFileSync } = require('node:fs');
            appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify(process.argv.slice(2)) + '\\n');
            const engine = require('node:net').connect({ path: ${JSON.stringify(socket)}, allowHalfOpen: true });
            process.stdin.pipe(engine).pipe(process.stdout);
            // What is on its way to the other side would be lost with the process.
            engine.on('close', () => process.stdout.write('', () => process.exit(0)));`;
    }

    function endpoint(): Endpoint {
        const label = 'ssh://me@enginetest:2222';
        return { kind: 'ssh', host: 'enginetest', user: 'me', port: 2222, source: 'setting', label, remote: true };
    }

    it('runs everything through ssh, hijacked streams included', async () => {
        const sshProgram = await standIn('ssh', dialStdio());
        const engine = new DockerEngine(endpoint(), { sshProgram });
        try {
            const id = await run(engine, leftovers, { command: ['sh', '-c', 'while sleep 0.05; do echo tick; done'] });
            const bytes = Buffer.alloc(1_000_000, 'ssh');
            const { stdout } = await engine.exec(id, ['cat'], { stdin: bytes });
            assert.ok(stdout.equals(bytes));
            const file = { path: '/opt/ssh/file', bytes, mode: 0o600, uid: 1, gid: 2 };
            await engine.putFiles(id, [file]);
            assert.ok((await engine.readFile(id, '/opt/ssh/file')).bytes.equals(bytes));
            for await (const line of engine.followLogs(id, { tail: 1 }, quietContext().signal)) {
                assert.equal(line, 'tick');
                break;
            }
            await assert.rejects(
                engine.exec(id, ['sleep', '3600'], {}, AbortSignal.timeout(200)),
                engineError('cancelled'),
            );
            await engine.removeContainer(id);
        } finally {
            engine.dispose();
        }
        const calls = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n');
        for (const call of calls) {
            const argv = JSON.parse(call) as string[];
            assert.deepEqual(argv.slice(0, 2), ['-o', 'BatchMode=yes']);
            assert.deepEqual(argv.slice(-7), [
                '-p',
                '2222',
                '-l',
                'me',
                '--',
                'enginetest',
                'docker system dial-stdio',
            ]);
        }
        // Connections that were not taken over by a stream served several calls.
        assert.ok(calls.length < 12, `${calls.length} connections`);
    });

    it('tells what ssh said when it fails', async () => {
        const says = 'Host key verification failed.';
        const failing = await standIn('failing', `console.error(${JSON.stringify(says)}); process.exit(255);`);
        await assert.rejects(
            new DockerEngine(endpoint(), { sshProgram: failing }).info(),
            engineError('unreachable', /Host key verification failed/, /ssh:\/\/me@enginetest:2222/, /in a terminal/),
        );
        const denied = 'permission denied while trying to connect to the Docker daemon socket at unix:///x';
        const forbidden = await standIn('forbidden', `console.error(${JSON.stringify(denied)}); process.exit(1);`);
        await assert.rejects(
            new DockerEngine(endpoint(), { sshProgram: forbidden }).info(),
            engineError('forbidden', /`docker` group of that host/),
        );
        await assert.rejects(
            new DockerEngine(endpoint(), { sshProgram: join(folder, 'none') }).info(),
            engineError('unreachable', /could not be started/),
        );
    });

    it('connects anew when a waiting connection has ended', async () => {
        const sshProgram = await standIn('short', `${dialStdio()} setTimeout(() => engine.destroy(), 500);`);
        const engine = new DockerEngine(endpoint(), { sshProgram });
        await writeFile(join(folder, 'calls'), '');
        const connections = async () => (await readFile(join(folder, 'calls'), 'utf8')).split('\n').length - 1;
        try {
            // Calls before, at and after the end of the connection they would use. One in whose middle it ends fails,
            // and says so.
            let listed = 0;
            for (let call = 0; listed === 0 || (await connections()) < 4; call++) {
                assert.ok(call < 20_000, 'the connections do not end, or nothing is listed');
                try {
                    listed = (await engine.listImages({})).length;
                    assert.notEqual(listed, 0);
                } catch (error) {
                    engineError('unreachable', /broke/)(error);
                    listed = 0;
                }
            }
        } finally {
            engine.dispose();
        }
    });

    it('never takes a host for an option', async () => {
        const sshProgram = await standIn('never', 'process.exit(1);');
        const bad: Endpoint = { kind: 'ssh', host: '-oProxyCommand=x', source: 'setting', label: 'bad', remote: true };
        await assert.rejects(new DockerEngine(bad, { sshProgram }).info(), engineError('failed', /no name of a host/));
    });
});
