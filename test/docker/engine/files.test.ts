import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import { engineError, idle, Leftovers, openRealEngine, run } from './fixture.ts';

describe('engine: files', () => {
    const leftovers = new Leftovers();
    let engine: DockerEngine;
    let id: string;

    before(async () => {
        engine = await openRealEngine();
        id = await run(engine, leftovers, { capabilities: ['CHOWN', 'FOWNER', 'FSETID', 'DAC_OVERRIDE'] });
    });

    after(async () => {
        await leftovers.remove();
        engine.dispose();
    });

    async function sh(script: string): Promise<string> {
        const { exitCode, stdout, stderr } = await engine.exec(id, ['sh', '-c', script]);
        assert.equal(exitCode, 0, stderr.toString());
        return stdout.toString();
    }

    it('writes bytes, mode and owner, and reads them back', async () => {
        const bytes = Buffer.concat([Buffer.from([0, 255, 13, 10, 0xc3, 0x28]), randomBytes(200_000)]);
        const path = '/opt/made/on the way/ünï.bin';
        const began = Date.now();
        await engine.putFiles(id, [
            { path, bytes, mode: 0o4640, uid: 33, gid: 34 },
            { path: '/opt/made/empty', bytes: Buffer.alloc(0), mode: 0o600, uid: 0, gid: 0 },
        ]);
        const file = await engine.readFile(id, path);
        assert.ok(file.bytes.equals(bytes));
        assert.deepEqual(
            { path: file.path, type: file.type, size: file.size, mode: file.mode, uid: file.uid, gid: file.gid },
            { path, type: 'file', size: bytes.length, mode: 0o4640, uid: 33, gid: 34 },
        );
        assert.ok(file.mtime > began - 60_000 && file.mtime < Date.now() + 60_000, 'another clock');
        assert.equal((await engine.readFile(id, '/opt/made/empty')).bytes.length, 0);
        assert.equal(await sh('stat -c "%a %u:%g" "/opt/made/on the way" /opt/made'), '755 0:0\n755 0:0\n');
    });

    it('keeps long names and large numbers of owners', async () => {
        const path = `/opt/${'long/'.repeat(30)}${'ü'.repeat(100)}`;
        const file = { path, bytes: Buffer.from('x'), mode: 0o644, uid: 3_000_000, gid: 2_000_000_000 };
        await engine.putFiles(id, [file]);
        const read = await engine.readFile(id, path);
        assert.deepEqual([read.path, read.uid, read.gid], [path, 3_000_000, 2_000_000_000]);
        assert.equal(await sh(`stat -c %u:%g '${path}'`), '3000000:2000000000\n');
    });

    it('leaves directories that exist as they were', async () => {
        await sh('mkdir -m 2750 /srv/mine && chown 33:34 /srv/mine');
        await engine.putFiles(id, [{ path: '/srv/mine/a', bytes: Buffer.from('a'), mode: 0o644, uid: 0, gid: 0 }]);
        assert.equal(await sh('stat -c "%a %u:%g" /srv/mine'), '2750 33:34\n');
    });

    it('never puts a file in the place of a directory', async () => {
        const file = { path: '/etc', bytes: Buffer.from('x'), mode: 0o644, uid: 0, gid: 0 };
        await assert.rejects(engine.putFiles(id, [file]), engineError('failed', /\/etc could not be written/));
        assert.equal((await engine.stat(id, '/etc')).type, 'directory');
    });

    it('follows symbolic links when reading, and tells them when asked', async () => {
        await sh(
            'mkdir -p /srv/links && cd /srv/links && echo real > real && ln -s real one && ln -s ../links/one two',
        );
        await sh('cd /srv/links && ln -s nowhere dangling && ln -s . itself');
        const file = await engine.readFile(id, '/srv/links/two');
        assert.equal(file.bytes.toString(), 'real\n');
        assert.equal(file.path, '/srv/links/real');
        const link = await engine.stat(id, '/srv/links/two');
        assert.equal(link.type, 'symlink');
        assert.equal(link.linkTarget, '/srv/links/real');
        await assert.rejects(engine.readFile(id, '/srv/links/dangling'), engineError('notFound', /dangling/));
        assert.equal((await engine.readFile(id, '/srv/links/itself/itself/two')).bytes.toString(), 'real\n');
        const listed = await engine.listDirectory(id, '/srv/links/itself');
        assert.deepEqual(
            listed.map(({ path, type }) => `${path} ${type}`),
            ['dangling symlink', 'itself symlink', 'one symlink', 'real file', 'two symlink'].map(
                entry => `/srv/links/itself/${entry}`,
            ),
        );
    });

    it('lists one directory with what is in it, not what is below', async () => {
        await sh('mkdir -p /srv/list/sub/deep && cd /srv/list && echo 12345 > b && touch sub/inner && mkfifo pipe');
        await sh('chmod 640 /srv/list/b && chown 33:34 /srv/list/b && ln /srv/list/b /srv/list/c');
        const entries = await engine.listDirectory(id, '/srv/list/');
        assert.deepEqual(
            entries.map(({ path, type }) => [path, type]),
            [
                ['/srv/list/b', 'file'],
                ['/srv/list/c', 'file'],
                ['/srv/list/pipe', 'other'],
                ['/srv/list/sub', 'directory'],
            ],
        );
        const [first] = entries;
        assert.deepEqual([first?.size, first?.mode, first?.uid, first?.gid], [6, 0o640, 33, 34]);
        assert.deepEqual(await engine.listDirectory(id, '/srv/list/sub/deep'), []);
    });

    it('says what cannot be read or listed', async () => {
        await assert.rejects(engine.readFile(id, '/etc'), engineError('failed', /it is a directory/));
        assert.equal((await engine.exec(id, ['mkfifo', '/tmp/pipe'])).exitCode, 0);
        await assert.rejects(engine.readFile(id, '/tmp/pipe'), engineError('failed', /no regular file/));
        await assert.rejects(engine.readFile(id, '/no/such'), engineError('notFound', /\/no\/such in container/));
        await assert.rejects(engine.stat(id, '/no/such'), engineError('notFound'));
        await assert.rejects(engine.listDirectory(id, '/etc/passwd'), engineError('failed', /not a directory/));
        await assert.rejects(engine.listDirectory(id, '/usr'), engineError('failed', /more than 4 MiB/));
    });

    it('works on containers that do not run', async () => {
        const stopped = await engine.createContainer(idle());
        leftovers.add(() => engine.removeContainer(stopped));
        const file = { path: '/opt/x/y', bytes: Buffer.from('kept'), mode: 0o640, uid: 5, gid: 6 };
        await engine.putFiles(stopped, [file]);
        assert.equal((await engine.readFile(stopped, '/opt/x/y')).bytes.toString(), 'kept');
        const [entry] = await engine.listDirectory(stopped, '/opt/x');
        assert.deepEqual([entry?.path, entry?.mode, entry?.uid, entry?.gid], ['/opt/x/y', 0o640, 5, 6]);
    });

    it('says that a read-only container is read-only', async () => {
        const frozen = await run(engine, leftovers, { readOnlyRoot: true });
        const file = { path: '/etc/x', bytes: Buffer.from('x'), mode: 0o644, uid: 0, gid: 0 };
        await assert.rejects(engine.putFiles(frozen, [file]), engineError('readOnly', /\/etc\/x could not be written/));
    });
});
