import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { scriptCommand } from '../../client/src/cluster/node/resources.ts';
import { phpVersions, runPhpCommand } from '../support/php/phpWasm.ts';
import { root } from '../support/run/paths.ts';

/** Compiles each script without running it, and prints what PHP says of it. */
const COMPILE = `<?php
error_reporting(E_ALL);
foreach (json_decode(file_get_contents('/scripts.json'), true) as $name => $script) {
    ob_start();
    eval("return; ?>$script");
    $said = ob_get_clean();
    echo $said === '' ? '' : "$name: $said";
}
`;

/** Runs a script with the PHP of this machine, as inside a node. */
async function runHere(
    name: string,
    ...args: string[]
): Promise<{ readonly status: unknown; readonly output: string }> {
    const [program = '', ...argv] = await scriptCommand(name, ...args);
    return new Promise(resolve => {
        execFile(program, argv, (error, output) => {
            resolve({ status: error ? error.code : 0, output });
        });
    });
}

/** A port that somebody listened on a moment ago. */
async function closedPort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
}

describe('PHP that runs inside nodes', () => {
    const folder = join(root, 'client/images');
    for (const version of phpVersions) {
        it(`is read by PHP ${version} without a word`, async () => {
            const paths = globSync('**/*.php', { cwd: folder });
            assert.ok(paths.length > 5);
            const scripts = Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
            const files = { '/scripts.json': JSON.stringify(scripts) };
            const { exitCode, output, errors } = await runPhpCommand(version, COMPILE, { files });
            assert.deepEqual({ exitCode, output, errors }, { exitCode: 0, output: '', errors: '' });
        });
    }

    it('request-page.php gives status and body, whatever the status', async () => {
        const server = createServer((request, response) => {
            response.writeHead(request.headers['x-key'] === 'right' ? 200 : 404);
            response.end(`${request.headers.host ?? ''}\n${request.url ?? ''}`);
        }).listen(0, '127.0.0.1');
        await once(server, 'listening');
        try {
            const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page?do=facts`;
            const right = await runHere('node/request-page.php', url, 'X-Key: right');
            assert.deepEqual(right, { status: 0, output: 'HTTP/1.1 200 OK\nlocalhost\n/page?do=facts' });
            const wrong = await runHere('node/request-page.php', url, 'X-Key: wrong');
            assert.deepEqual(wrong, { status: 0, output: 'HTTP/1.1 404 Not Found\nlocalhost\n/page?do=facts' });
        } finally {
            server.close();
            server.closeAllConnections();
        }
        const nobody = await runHere(
            'node/request-page.php',
            `http://127.0.0.1:${await closedPort()}/`,
            'X-Key: right',
        );
        assert.equal(nobody.status, 1);
    });

    it('try-servers.php says of each server whether it can be reached', async () => {
        const server = createServer().listen(0, '127.0.0.1');
        await once(server, 'listening');
        const open = String((server.address() as AddressInfo).port);
        const servers = ['127.0.0.1', open, '127.0.0.1', String(await closedPort()), '/nowhere.sock', '0'];
        const { output } = await runHere('facts/try-servers.php', ...servers);
        server.close();
        assert.deepEqual(JSON.parse(output), [null, 'Connection refused', 'No such file or directory']);
    });
});
