import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
    chmodSync,
    copyFileSync,
    globSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { procAddress } from '../../../../client/src/cluster/balancer/balancer.ts';
import { scriptCommand } from '../../../../client/src/cluster/node/resources.ts';
import { root } from '../../../support/run/paths.ts';

interface Ended {
    readonly status: number | null;
    readonly output: Buffer;
    readonly errors: string;
}

/** Runs a script here as it is run inside a node. */
async function runScript(name: string, args: readonly string[], input = ''): Promise<Ended> {
    const [program = '', ...argv] = await scriptCommand(name, ...args);
    const child = spawn(program, argv, { stdio: 'pipe' });
    const closed = once(child, 'close') as Promise<[number | null]>;
    child.stdin.on('error', () => undefined).end(input); // Not every script reads it.
    const [[status], output, errors] = await Promise.all([closed, buffer(child.stdout), textOf(child.stderr)]);
    return { status, output, errors };
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

describe('Scripts that run inside nodes', () => {
    let folder = '';
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'psc-scripts-'));
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    it('are each run by the program, and none that it runs is missing', () => {
        const sources = globSync('client/src/**/*.ts', { cwd: root }).map(path =>
            readFileSync(join(root, path), 'utf8'),
        );
        const named = sources.flatMap(source =>
            [...source.matchAll(/(?:\b(?:readScript|scriptCommand)\(\s*|[[=] ?)'([a-z]+\/[\w-]+\.\w+)'/g)].map(
                ([, name]) => name,
            ),
        );
        const scripts = globSync('**/*.*', { cwd: join(root, 'client/images/scripts') });
        assert.deepEqual([...new Set(named)].sort(), scripts.sort());
    });

    it('are given to the shell of their first line, or to PHP without its tag', async () => {
        const [shell, option, text, ...args] = await scriptCommand('balancer/reload.sh', 'a b', '');
        assert.deepEqual([shell, option, args], ['bash', '-c', ['balancer/reload.sh', 'a b', '']]);
        assert.match(text ?? '', /^#!\/bin\/bash\n/);
        const php = await scriptCommand('facts/try-servers.php', '-x', '0');
        assert.deepEqual([...php.slice(0, 3), ...php.slice(4)], ['php', '-n', '-r', '--', '-x', '0']);
        assert.match(php[3] ?? '', /^\/\/ Tries a connection/);
    });

    describe('write-file.sh and restore-file.sh', () => {
        it('replace a file with its mode kept, and put back what was there', async () => {
            const path = join(folder, 'php.ini');
            writeFileSync(path, 'before');
            chmodSync(path, 0o640);
            const written = await runScript(
                'node/write-file.sh',
                [path, sha256('before'), sha256('after'), '0644'],
                'after',
            );
            assert.equal(written.status, 0, written.errors);
            assert.equal(readFileSync(path, 'utf8'), 'after');
            assert.equal(readFileSync(`${path}.previous`, 'utf8'), 'before');
            assert.equal(statSync(path).mode & 0o777, 0o640);
            const restored = await runScript(
                'node/restore-file.sh',
                [path, sha256('after'), sha256('before')],
                'before',
            );
            assert.equal(restored.status, 0, restored.errors);
            assert.deepEqual(globSync('*', { cwd: folder }), ['php.ini']);
            assert.equal(readFileSync(path, 'utf8'), 'before');
        });

        it('make a file that was not there, with the mode that is asked for, and remove it', async () => {
            const path = join(folder, 'php.ini');
            const written = await runScript('node/write-file.sh', [path, 'absent', sha256('new'), '0604'], 'new');
            assert.equal(written.status, 0, written.errors);
            assert.equal(statSync(path).mode & 0o777, 0o604);
            assert.equal((await runScript('node/restore-file.sh', [path, sha256('new'), 'absent'])).status, 0);
            assert.deepEqual(globSync('*', { cwd: folder }), []);
        });

        it('leave alone what is not what was expected there', async () => {
            const path = join(folder, 'php.ini');
            writeFileSync(path, 'theirs');
            const args = [path, sha256('before'), sha256('after'), '0644'];
            assert.equal((await runScript('node/write-file.sh', args, 'after')).status, 65);
            assert.equal((await runScript('node/restore-file.sh', args.slice(0, 3), 'before')).status, 65);
            assert.deepEqual(globSync('*', { cwd: folder }), ['php.ini']);
            assert.equal(readFileSync(path, 'utf8'), 'theirs');
        });
    });

    it('read-files.sh prints bytes as they are, and says which file is not there', async () => {
        const [first, missing, last] = ['first', 'missing', 'last'].map(name => join(folder, name)) as [
            string,
            string,
            string,
        ];
        writeFileSync(first, Buffer.from([0xff, 0x00, 0x0a]));
        writeFileSync(last, '');
        const owner = `${process.getuid?.()} ${process.getgid?.()}`;
        chmodSync(first, 0o600);
        chmodSync(last, 0o644);
        const { output } = await runScript('node/read-files.sh', [first, missing, last]);
        const expected = `3 600 ${owner} ${first}\n\xff\0\nabsent\n0 644 ${owner} ${last}\n`;
        assert.equal(output.toString('latin1'), expected);
    });

    it('find-document-root.sh prefers the place of pages of the own image', async () => {
        const { status, output } = await runScript('node/find-document-root.sh', [folder]);
        assert.deepEqual([status, output.toString()], [0, `${folder}\n`]);
    });

    it('put-page.sh writes a page that Apache can read', async () => {
        const path = join(folder, 'session-cluster-0.php');
        assert.equal((await runScript('node/put-page.sh', [path], '<?php')).status, 0);
        assert.deepEqual([readFileSync(path, 'utf8'), statSync(path).mode & 0o777], ['<?php', 0o644]);
    });

    it('list-processes.sh finds a main process, and kill-process.sh kills it by number and name alone', async () => {
        const name = `psc-${process.pid}`;
        copyFileSync('/bin/sleep', join(folder, name));
        const child = spawn(join(folder, name), ['60'], { stdio: 'ignore' });
        const ended = once(child, 'exit');
        await once(child, 'spawn');
        const { output } = await runScript('node/list-processes.sh', ['no-such-program', name]);
        assert.equal(output.toString(), `${child.pid} ${process.getuid?.()} ${name}\n`);
        assert.equal((await runScript('node/kill-process.sh', [String(child.pid), 'another'])).status, 1);
        assert.equal((await runScript('node/kill-process.sh', [String(child.pid), name])).status, 0);
        assert.deepEqual(await ended, [null, 'SIGKILL']);
    });

    it('await-quiet.sh sees a connection to the node, and one that is gone', async () => {
        const server = createServer().listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const client = connect(port, '127.0.0.1');
        await once(client, 'connect');
        const args = [procAddress({ address: '127.0.0.1', port }), '0'];
        assert.equal((await runScript('balancer/await-quiet.sh', args)).status, 68);
        client.destroy();
        server.close();
        await once(server, 'close');
        assert.equal((await runScript('balancer/await-quiet.sh', [args[0]!, '10'])).status, 0);
    });

    it('await-quiet.sh takes out the node of the mark, and no other one', async () => {
        writeFileSync(join(folder, 'without-another'), '');
        writeFileSync(join(folder, 'closing'), '');
        const mark = join(folder, 'without-this');
        const { status, errors } = await runScript('balancer/await-quiet.sh', ['010000C0:0050', '1', mark]);
        assert.equal(status, 0, errors);
        assert.deepEqual(globSync('*', { cwd: folder }).sort(), ['closing', 'without-this']);
    });

    it('copy-scan-directory.sh leaves candidates as they are', async () => {
        const [from, to] = [join(folder, 'from'), join(folder, 'to')];
        mkdirSync(from);
        mkdirSync(to);
        writeFileSync(join(from, '10-a.ini'), 'a');
        writeFileSync(join(from, '20-b.ini'), 'b');
        writeFileSync(join(from, 'README'), '');
        writeFileSync(join(to, '20-b.ini'), 'candidate');
        await runScript('apply/copy-scan-directory.sh', [from, to, '']);
        const copied = globSync('*', { cwd: to }).sort();
        assert.deepEqual(
            copied.map(name => [name, readFileSync(join(to, name), 'utf8')]),
            [
                ['10-a.ini', 'a'],
                ['20-b.ini', 'candidate'],
            ],
        );
    });
});
