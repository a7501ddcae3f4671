import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { debianFrom } from '../../../client/src/cluster/images/debianMachine.ts';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { isEngineError } from '../../../client/src/engine/errors.ts';
import { pingSocket } from '../../../client/src/terminal/enginePing.ts';
import { ensureEngine } from '../../../client/src/terminal/engineSetup.ts';

let folder: string;
let path: string;

async function serving(listener: RequestListener, test: () => Promise<void>): Promise<void> {
    const server = createServer(listener).listen(path);
    await once(server, 'listening');
    try {
        await test();
    } finally {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
    }
}

function socketEndpoint(): Endpoint {
    return { kind: 'socket', path, source: 'DOCKER_HOST', label: `unix://${path}`, remote: false };
}

/** Fails the test where a question is asked or anything is reported. */
function ensureUntouched(endpoint: Endpoint): Promise<void> {
    return ensureEngine({
        endpoint,
        assumeYes: false,
        confirm: question => Promise.reject(new Error(`asked: ${question}`)),
        report: line => assert.fail(`reported: ${line}`),
        signal: new AbortController().signal,
    });
}

beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-'));
    path = join(folder, 'docker.sock');
});

afterEach(async () => {
    await rm(folder, { recursive: true });
});

describe('pingSocket', () => {
    it('tells an engine that answers from one that is absent, silent or broken', async () => {
        assert.equal(await pingSocket(path), 'absent');
        await serving(
            (_, response) => response.end('OK'),
            async () => {
                assert.equal(await pingSocket(path), 'answers');
            },
        );
        await serving(
            () => undefined,
            async () => {
                assert.equal(await pingSocket(path, 50), 'silent');
            },
        );
        await serving(
            (_, response) => response.writeHead(503).end(),
            async () => {
                assert.equal(await pingSocket(path), 'silent');
            },
        );
    });
});

describe('ensureEngine', () => {
    it('leaves an engine that answers alone', async () => {
        const asked: (string | undefined)[] = [];
        await serving(
            (request, response) => {
                asked.push(request.url);
                response.end('OK');
            },
            () => ensureUntouched(socketEndpoint()),
        );
        assert.deepEqual(asked, ['/_ping']);
    });

    it('never starts anything for a socket that is not the one of this machine: it names the engine and how it was found', async () => {
        await assert.rejects(ensureUntouched(socketEndpoint()), error => {
            assert.ok(isEngineError(error, 'unreachable'));
            assert.ok(error.message.includes(path) && error.message.includes('DOCKER_HOST'), error.message);
            return true;
        });
    });

    it('leaves engines behind tcp and ssh alone', async () => {
        const found = { source: 'context', label: 'far', remote: true } as const;
        await ensureUntouched({ kind: 'ssh', host: 'host.invalid', ...found });
        await ensureUntouched({ kind: 'tcp', host: 'host.invalid', port: 2375, ...found });
    });
});

describe('debianFrom', () => {
    it('knows Debian, Ubuntu and what is made from them', () => {
        const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n';
        assert.deepEqual(debianFrom(debian), { id: 'debian', codename: 'bookworm' });
        const mint = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=wilma\n';
        assert.deepEqual(debianFrom(mint), { id: 'ubuntu', codename: 'wilma' });
        assert.deepEqual(debianFrom("ID='debian'\n"), { id: 'debian', codename: '' });
        assert.equal(debianFrom('ID=fedora\nID_LIKE="rhel centos"\n'), undefined);
        assert.equal(debianFrom(''), undefined);
    });
});
