import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import { engineError, Leftovers, openRealEngine, run } from './fixture.ts';

describe('engine: exec', () => {
    const leftovers = new Leftovers();
    let engine: DockerEngine;
    let id: string;

    before(async () => {
        engine = await openRealEngine();
        id = await run(engine, leftovers);
    });

    after(async () => {
        await leftovers.remove();
        engine.dispose();
    });

    it('keeps stdout, stderr and the exit code apart', async () => {
        const { exitCode, stdout, stderr } = await engine.exec(id, ['sh', '-c', 'echo out; echo err >&2; exit 3']);
        assert.equal(exitCode, 3);
        assert.equal(stdout.toString(), 'out\n');
        assert.equal(stderr.toString(), 'err\n');
    });

    it('passes arguments, environment, folder and user without a shell', async () => {
        const argv = ['sh', '-c', 'printf "%s|" "$@" "$VALUE" "$PWD" "$(id -u)"', 'sh', 'a b', '$HOME', "it's", ''];
        const options = { environment: { VALUE: 'x=$y' }, workingDirectory: '/var', user: '33' };
        const { stdout } = await engine.exec(id, argv, options);
        assert.equal(stdout.toString(), "a b|$HOME|it's||x=$y|/var|33|");
    });

    it('writes stdin, closes it, and reads megabytes back byte for byte', async () => {
        const bytes = randomBytes(3_000_000);
        const { exitCode, stdout } = await engine.exec(id, ['cat'], { stdin: bytes });
        assert.equal(exitCode, 0);
        assert.ok(stdout.equals(bytes));
        const empty = await engine.exec(id, ['wc', '-c'], { stdin: Buffer.alloc(0) });
        assert.equal(empty.stdout.toString().trim(), '0');
    });

    it('does not mind a program that leaves its stdin unread', async () => {
        const { exitCode, stdout } = await engine.exec(id, ['echo', 'done'], { stdin: Buffer.alloc(2_000_000) });
        assert.equal(exitCode, 0);
        assert.equal(stdout.toString(), 'done\n');
    });

    it('gives 127 and the reason in stderr for a program that is not there, 126 for one that is no program', async () => {
        for (const program of ['no-such-program', '/no/such/program']) {
            const { exitCode, stdout, stderr } = await engine.exec(id, [program]);
            assert.equal(exitCode, 127);
            assert.equal(stdout.length, 0);
            assert.match(stderr.toString(), /not found|no such file/i);
        }
        const forbidden = await engine.exec(id, ['/etc/passwd']);
        assert.equal(forbidden.exitCode, 126);
        assert.match(forbidden.stderr.toString(), /permission denied/i);
    });

    it('leaves alone what a program itself prints with status 127', async () => {
        const result = await engine.exec(id, ['sh', '-c', 'echo mine; exit 127']);
        assert.equal(result.exitCode, 127);
        assert.equal(result.stdout.toString(), 'mine\n');
    });

    it('runs many at once', async () => {
        const numbers = Array.from({ length: 12 }, (_, index) => String(index));
        const results = await Promise.all(numbers.map(number => engine.exec(id, ['echo', number])));
        assert.deepEqual(
            results.map(({ stdout }) => stdout.toString().trim()),
            numbers,
        );
    });

    it('ends at once when cancelled, long before the program would', async () => {
        await assert.rejects(
            engine.exec(id, ['sleep', '3600'], {}, AbortSignal.timeout(200)),
            engineError('cancelled', /"sleep" could not be run/, /may go on there/),
        );
        await assert.rejects(engine.exec(id, ['true'], {}, AbortSignal.abort()), engineError('cancelled'));
    });

    it('ends with a time-out that names the engine', async () => {
        await assert.rejects(
            engine.exec(id, ['sleep', '3600'], { timeoutMs: 200 }),
            engineError('timeout', /gave no answer within 0\.2 s/, new RegExp(engine.endpoint.label)),
        );
    });

    it('refuses containers that do not run or are not there', async () => {
        const stopped = await run(engine, leftovers);
        await engine.stopContainer(stopped, { graceSeconds: 0 });
        await assert.rejects(engine.exec(stopped, ['true']), engineError('conflict', /is not running/));
        await assert.rejects(engine.exec('psc-enginetest-none', ['true']), engineError('notFound'));
    });

    it('ends when the container dies under it', async () => {
        const dying = await run(engine, leftovers);
        const script = 'echo begun; touch /tmp/begun; sleep 3600';
        const result = engine.exec(dying, ['sh', '-c', script], { timeoutMs: 200_000 });
        const killed = (async () => {
            while ((await engine.exec(dying, ['test', '-e', '/tmp/begun'])).exitCode !== 0) {
                // Until the program runs.
            }
            await engine.killContainer(dying, 'SIGKILL');
        })();
        const [{ exitCode, stdout }] = await Promise.all([result, killed]);
        assert.equal(exitCode, 137);
        assert.equal(stdout.toString(), 'begun\n');
    });
});
