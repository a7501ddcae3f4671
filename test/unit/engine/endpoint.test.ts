import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { parseEndpoint } from '../../../client/src/engine/endpointAddress.ts';
import { resolveEndpoint, type Endpoint } from '../../../client/src/engine/endpoint.ts';
import type { EndpointAddress } from '../../../client/src/engine/endpointAddress.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';
import { bestSocket, knownSockets } from '../../../client/src/engine/knownSockets.ts';

describe('endpoint', () => {
    let home: string;

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), 'psc-endpoint-'));
    });

    afterEach(async () => {
        await rm(home, { recursive: true });
    });

    function resolve(setting: string, environment: NodeJS.ProcessEnv = {}): Promise<Endpoint> {
        // On Windows' terms nothing on this machine can be found by chance.
        return resolveEndpoint({ setting, environment, home, platform: 'win32' });
    }

    async function write(path: string, content: string | object): Promise<string> {
        const full = join(home, path);
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, typeof content === 'string' ? content : JSON.stringify(content));
        return full;
    }

    function digest(name: string): string {
        return createHash('sha256').update(name).digest('hex');
    }

    async function writeContext(name: string, docker: object | undefined, folder = '.docker'): Promise<void> {
        await write(`${folder}/contexts/meta/${digest(name)}/meta.json`, {
            Name: name,
            Metadata: {},
            Endpoints: docker ? { docker } : {},
        });
    }

    function failure(...words: (string | RegExp)[]): (error: unknown) => boolean {
        return error => {
            assert.ok(error instanceof EngineError, String(error));
            for (const word of words) {
                assert.match(
                    error.message,
                    word instanceof RegExp ? word : new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
                );
            }
            return true;
        };
    }

    describe('setting', () => {
        const addresses: [string, EndpointAddress & Pick<Endpoint, 'label' | 'remote'>][] = [
            ['unix:///run/a.sock', { kind: 'socket', path: '/run/a.sock', label: 'unix:///run/a.sock', remote: false }],
            ['/run/a.sock', { kind: 'socket', path: '/run/a.sock', label: 'unix:///run/a.sock', remote: false }],
            [
                'unix://',
                { kind: 'socket', path: '/var/run/docker.sock', label: 'unix:///var/run/docker.sock', remote: false },
            ],
            ['npipe:////./pipe/x', { kind: 'socket', path: '//./pipe/x', label: 'npipe:////./pipe/x', remote: false }],
            ['\\\\.\\pipe\\x', { kind: 'socket', path: '//./pipe/x', label: 'npipe:////./pipe/x', remote: false }],
            [
                'tcp://10.1.2.3',
                { kind: 'tcp', host: '10.1.2.3', port: 2375, label: 'tcp://10.1.2.3:2375', remote: true },
            ],
            [
                'localhost:1234',
                { kind: 'tcp', host: 'localhost', port: 1234, label: 'tcp://localhost:1234', remote: false },
            ],
            ['tcp://[::1]:80', { kind: 'tcp', host: '::1', port: 80, label: 'tcp://[::1]:80', remote: false }],
            [
                'tcp://127.8.9.1:443',
                { kind: 'tcp', host: '127.8.9.1', port: 443, label: 'tcp://127.8.9.1:443', remote: false },
            ],
            [
                'https://box',
                {
                    kind: 'tcp',
                    host: 'box',
                    port: 2376,
                    tls: { verify: true },
                    label: 'tcp://box:2376',
                    remote: true,
                },
            ],
            ['ssh://box', { kind: 'ssh', host: 'box', label: 'ssh://box', remote: true }],
            [
                'ssh://me@box:2222',
                { kind: 'ssh', host: 'box', user: 'me', port: 2222, label: 'ssh://me@box:2222', remote: true },
            ],
            [
                'ssh://a%40b@[fe80::1]/',
                { kind: 'ssh', host: 'fe80::1', user: 'a@b', label: 'ssh://a@b@[fe80::1]', remote: true },
            ],
        ];
        for (const [setting, expected] of addresses) {
            it(`reads ${setting}`, async () => {
                assert.deepEqual(await resolve(setting), { ...expected, source: 'setting' });
            });
        }

        it('reads a path below the home folder', async () => {
            const endpoint = await resolve('~/my.sock');
            assert.equal(endpoint.kind === 'socket' && endpoint.path, join(home, 'my.sock'));
        });

        for (const [setting, reason] of [
            ['docker', /no address of an engine/],
            ['unix://docker.sock', /not absolute/],
            ['ftp://box', /"ftp" is not a way/],
            ['tcp://', /host/],
            ['tcp://box:99999', /host or port/],
            ['tcp://box:0', /number 0/],
            ['tcp://box/path', /nothing may follow/],
            ['tcp://me@box:1', /no user/],
            ['ssh://', /host/],
            ['ssh://-oProxyCommand=reboot', /may begin with "-"/],
            ['ssh://%2doProxyCommand=reboot', /may begin with "-"/],
            ['ssh://-l@box', /may begin with "-"/],
            ['ssh://a%20b', /characters/],
            ['ssh://box/run/docker.sock', /nothing may follow/],
        ] as const) {
            it(`refuses ${setting}`, async () => {
                await assert.rejects(resolve(setting), failure(`"${setting}" from the setting`, reason, 'Write unix:'));
            });
        }

        it('does not repeat a password', async () => {
            const error = await resolve('ssh://me:secret@box').catch((thrown: unknown) => thrown);
            assert.ok(error instanceof EngineError);
            assert.doesNotMatch(error.message, /secret/);
        });

        it('gives an address or an EngineError for any text at all', () => {
            const text = fc.oneof(
                fc.string(),
                fc.string({ unit: 'binary' }),
                fc.tuple(fc.constantFrom('ssh', 'tcp', 'unix', 'npipe', 'https'), fc.string()).map(p => p.join('://')),
            );
            fc.assert(
                fc.property(text, value => {
                    try {
                        const address = parseEndpoint(value, 'the test', '/home/me');
                        if (address.kind === 'ssh') {
                            assert.doesNotMatch(address.host, /^-|^$|\s/);
                            assert.doesNotMatch(address.user ?? 'me', /^-|^$/);
                        } else if (address.kind === 'tcp') {
                            assert.ok(address.port > 0 && address.port < 65536);
                        } else {
                            assert.ok(address.path.startsWith('/'));
                        }
                    } catch (error) {
                        assert.ok(error instanceof EngineError, String(error));
                    }
                }),
                { numRuns: 2000 },
            );
        });
    });

    describe('order', () => {
        it('takes setting before DOCKER_HOST before DOCKER_CONTEXT before the current context before sockets', async () => {
            await writeContext('chosen', { Host: 'tcp://chosen:1' });
            await writeContext('current', { Host: 'tcp://current:1' });
            const environment = { DOCKER_HOST: 'tcp://host:1', DOCKER_CONTEXT: 'chosen' };
            assert.equal((await resolve('', {})).source, 'socket');
            await write('.docker/config.json', { currentContext: 'current' });
            assert.equal((await resolve('', {})).label, 'tcp://current:1 (context current)');
            const { DOCKER_CONTEXT } = environment;
            assert.equal((await resolve('', { DOCKER_CONTEXT })).label, 'tcp://chosen:1 (context chosen)');
            const host = await resolve('', environment);
            assert.deepEqual([host.label, host.source], ['tcp://host:1', 'DOCKER_HOST']);
            assert.equal((await resolve('tcp://setting:1', environment)).label, 'tcp://setting:1');
            const named = await resolve('context:current', environment);
            assert.deepEqual([named.label, named.source], ['tcp://current:1 (context current)', 'setting']);
        });

        it('has a usual socket where nothing is found', async () => {
            const path = '//./pipe/docker_engine';
            const label = `npipe://${path}`;
            assert.deepEqual(await resolve(''), { kind: 'socket', path, source: 'socket', label, remote: false });
        });

        it('takes context:default as docker does: DOCKER_HOST, else the usual socket, whatever context is current', async () => {
            await writeContext('current', { Host: 'tcp://current:1' });
            await write('.docker/config.json', { currentContext: 'current' });
            assert.equal((await resolve('context:default', { DOCKER_HOST: 'tcp://box:1' })).label, 'tcp://box:1');
            const usual = await resolve('context:default', { DOCKER_CONTEXT: 'current' });
            assert.deepEqual([usual.label, usual.source], ['npipe:////./pipe/docker_engine', 'setting']);
        });

        it('names DOCKER_HOST when that is malformed', async () => {
            await assert.rejects(resolve('', { DOCKER_HOST: 'tcp//x' }), failure('"tcp//x" from DOCKER_HOST'));
        });
    });

    describe('contexts', () => {
        it('respects DOCKER_CONFIG', async () => {
            await writeContext('far', { Host: 'ssh://me@far' }, 'elsewhere');
            await write('elsewhere/config.json', { currentContext: 'far', auths: {} });
            const endpoint = await resolve('', { DOCKER_CONFIG: join(home, 'elsewhere') });
            assert.deepEqual(endpoint, {
                kind: 'ssh',
                host: 'far',
                user: 'me',
                source: 'context',
                label: 'ssh://me@far (context far)',
                remote: true,
            });
        });

        it('takes "default" and an empty name for no context', async () => {
            for (const currentContext of ['default', '']) {
                await write('.docker/config.json', { currentContext });
                assert.equal((await resolve('')).source, 'socket');
            }
        });

        it('finds TLS files', async () => {
            await writeContext('safe', { Host: 'tcp://safe:2376', SkipTLSVerify: false });
            const folder = `.docker/contexts/tls/${digest('safe')}/docker`;
            const ca = await write(`${folder}/ca.pem`, 'ca');
            const cert = await write(`${folder}/cert.pem`, 'cert');
            const key = await write(`${folder}/key.pem`, 'key');
            const endpoint = await resolve('context:safe');
            assert.deepEqual(endpoint.kind === 'tcp' && endpoint.tls, { ca, cert, key, verify: true });
            await writeContext('lax', { Host: 'tcp://lax:2376', SkipTLSVerify: true });
            const lax = await resolve('context:lax');
            assert.deepEqual(lax.kind === 'tcp' && lax.tls, { verify: false });
        });

        it('names an unknown context, who asked for it, and those that exist', async () => {
            await assert.rejects(resolve('context:x'), failure('Docker context "x", named by the setting', 'none'));
            await writeContext('one', { Host: 'tcp://one:1' });
            await writeContext('two', { Host: 'tcp://two:1' });
            await assert.rejects(resolve('', { DOCKER_CONTEXT: 'x' }), failure('named by DOCKER_CONTEXT', 'one, two'));
            const config = await write('.docker/config.json', { currentContext: 'gone' });
            await assert.rejects(resolve(''), failure('Docker context "gone"', config, 'does not exist'));
        });

        it('names a file that is broken', async () => {
            const config = await write('.docker/config.json', '{ "currentContext": ');
            await assert.rejects(resolve(''), failure(config, 'not valid JSON'));
            await write('.docker/config.json', { currentContext: 7 });
            await assert.rejects(resolve(''), failure('currentContext', config));
            await writeContext('no-docker', undefined);
            await assert.rejects(resolve('context:no-docker'), failure('names no Docker host'));
            await writeContext('odd', { Host: 'gopher://x' });
            await assert.rejects(resolve('context:odd'), failure('"gopher://x" from Docker context "odd"'));
        });
    });

    describe('TLS from the environment', () => {
        it('takes the files that are there', async () => {
            const ca = await write('certs/ca.pem', 'ca');
            const folder = join(home, 'certs');
            const checked = await resolve('', {
                DOCKER_HOST: 'tcp://box:2376',
                DOCKER_TLS_VERIFY: '1',
                DOCKER_CERT_PATH: folder,
            });
            assert.deepEqual(checked.kind === 'tcp' && checked.tls, { ca, verify: true });
            const unchecked = await resolve('tcp://box:2376', { DOCKER_CERT_PATH: folder });
            assert.deepEqual(unchecked.kind === 'tcp' && unchecked.tls, { ca, verify: false });
            const usual = await write('.docker/cert.pem', 'cert');
            const fromHome = await resolve('tcp://box:2376', { DOCKER_TLS_VERIFY: '1' });
            assert.deepEqual(fromHome.kind === 'tcp' && fromHome.tls, { cert: usual, verify: true });
        });

        it('refuses a folder without any, but only where TLS is spoken', async () => {
            const environment = { DOCKER_CERT_PATH: join(home, 'nothing') };
            await assert.rejects(resolve('tcp://box:1', environment), failure('DOCKER_CERT_PATH', 'nothing'));
            assert.equal((await resolve('/run/a.sock', environment)).kind, 'socket');
        });
    });

    describe('known sockets', () => {
        it('looks below home, in the runtime folder and in the system', () => {
            const environment = { XDG_RUNTIME_DIR: '/run/user/7' };
            const sockets = knownSockets({ environment, home: '/home/me', platform: 'linux' });
            for (const path of [
                '/home/me/.docker/run/docker.sock',
                '/home/me/.docker/desktop/docker.sock',
                '/var/run/docker.sock',
                '/run/user/7/docker.sock',
                '/home/me/.colima/default/docker.sock',
                '/home/me/.rd/docker.sock',
                '/run/user/7/podman/podman.sock',
                '/run/podman/podman.sock',
            ]) {
                assert.ok(sockets.includes(path), path);
            }
        });

        it('prefers one that answers to one that was left behind', async () => {
            const stale = await write('stale.sock', '');
            const live = join(home, 'live.sock');
            const absent = join(home, 'absent.sock');
            const server = createServer(socket => socket.destroy()).listen(live);
            await once(server, 'listening');
            try {
                assert.equal(await bestSocket([absent, stale, live]), live);
                assert.equal(await bestSocket([absent, stale]), stale);
                assert.equal(await bestSocket([absent]), undefined);
            } finally {
                server.close();
                await once(server, 'close');
            }
        });

        it('finds one below home', async () => {
            const path = join(home, '.docker/run/docker.sock');
            await mkdir(dirname(path), { recursive: true });
            const server = createServer(socket => socket.destroy()).listen(path);
            await once(server, 'listening');
            try {
                const endpoint = await resolveEndpoint({ environment: {}, home, platform: 'linux' });
                assert.equal(endpoint.label, `unix://${path}`);
                assert.equal(endpoint.source, 'socket');
            } finally {
                server.close();
                await once(server, 'close');
            }
        });

        it('ends when cancelled', async () => {
            const signal = AbortSignal.abort();
            await assert.rejects(resolveEndpoint({ environment: {}, home, signal }), { name: 'AbortError' });
        });
    });
});
