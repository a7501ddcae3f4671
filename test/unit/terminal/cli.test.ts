import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { root } from '../../support/run/paths.ts';
import { failureIn, programFile, quoted, runShell, type ShellRun } from '../../support/run/shell.ts';

function cluster(...args: readonly string[]): Promise<ShellRun> {
    return runShell(`"$CLUSTER" ${args.map(quoted).join(' ')}`);
}

const absentEngine = 'unix:///tmp/psc-no-such-engine.sock';

describe('the command line, without an engine', () => {
    let folder: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'psc-cli-'));
    });

    after(async () => {
        await rm(folder, { recursive: true });
    });

    for (const args of [
        [],
        ['explode'],
        ['restart'],
        ['restart', 'x'],
        ['restart', 'x', 'x-application-1', '--all'],
        ['list', 'x'],
        ['list', '--loud'],
        ['list', '--engine'],
        ['delete', 'x'],
        ['create'],
        ['list', '--engine', 'bogus'],
        ['list', '--engine', 'tcp://me@host'],
        ['create', 'x', '--nodes', 'two'],
        ['create', 'x', '--nodes', '0'],
        ['create', 'x', '--stores', '9'],
        ['create', 'x', '--port', '99999'],
        ['create', 'x', '--image', 'Not an image'],
        ['create', '-', '--nodes', '2'],
        ['create', 'x', '--from', 'session-cluster.ini'],
        ['apply'],
        ['scale', 'x'],
        ['scale', 'x', 'application'],
        ['scale', 'x', 'balancer=2'],
        ['scale', 'x', 'store=0'],
        ['scale', 'x', 'application=33'],
        ['scale', 'x', 'store=2', 'store=3'],
        ['scale', 'x', '--from', 'session-cluster.ini'],
        ['verify', 'x', '--faults', 'kill,flood'],
        ['verify', 'x', '--nodes', 'a,,b'],
        ['verify', 'x', '--sessions', '0'],
        ['verify', 'x', '--sessions', '1001'],
        ['verify', 'x', '--duration', '0'],
        ['verify', 'x', '--random', '--seed', '4294967296'],
        ['verify', 'x', '--seed', '1'],
        ['verify', 'x', '--markdown', '--json'],
        ['demo', '--port', 'any'],
    ]) {
        it(`ends with 2 for wrong usage: ${args.join(' ') || '(nothing)'}`, async () => {
            const [verb, ...rest] = args;
            const json = await cluster(...(verb === undefined ? [] : [verb]), '--json', ...rest);
            assert.equal(json.status, 2, json.stderr);
            assert.equal(failureIn(json).code, 'usage');
        });
    }

    for (const args of [
        ['demo'],
        ['list'],
        ['create', 'x'],
        ['apply', 'x'],
        ['restart', 'x', '--all'],
        ['scale', 'x', 'store=2'],
        ['verify', 'x'],
        ['delete', 'x', '--yes'],
    ]) {
        it(`says that no engine answers, and where it looked: ${args.join(' ')}`, async () => {
            const told = await cluster(...args, '--json', '--engine', absentEngine);
            assert.equal(told.status, 1, told.stderr);
            const { code, message } = failureIn(told);
            assert.equal(code, 'unreachable');
            assert.match(message!, /psc-no-such-engine\.sock/);
            assert.equal(told.stderr, `${message!}\n`, 'one sentence, and no progress beside a document');
        });
    }

    it('says the same to a person, on standard error alone', async () => {
        const usage = await cluster('explode');
        assert.equal(usage.status, 2);
        assert.equal(usage.stdout, '');
        assert.match(usage.stderr, /unknown command 'explode'.*--help/s);

        const failed = await runShell('"$CLUSTER" list', { environment: { DOCKER_HOST: absentEngine } });
        assert.equal(failed.status, 1);
        assert.equal(failed.stdout, '');
        assert.match(failed.stderr, /psc-no-such-engine\.sock/);
        assert.doesNotMatch(failed.stderr, /\n\s+at /, 'a stack trace is no sentence');
    });

    it('names the file that cannot be read, or the line that is wrong in it', async () => {
        const broken = join(folder, 'broken.ini');
        await writeFile(broken, 'name = x\n[application]\nnode = 2\n');
        const absent = join(folder, 'absent.ini');
        for (const [args, expected] of [
            [['create', '--from', broken], /\/broken\.ini, line 3.*node/s],
            [['scale', '--from', broken], /\/broken\.ini, line 3.*node/s],
            [['create', '--from', absent], /absent\.ini cannot be read/],
            [['apply', 'x', '--file', absent], /absent\.ini cannot be read/],
        ] as const) {
            const run = await cluster(...args, '--json');
            assert.equal(run.status, 1, run.stderr);
            assert.match(failureIn(run).what!, expected);
        }
    });

    it('says of an argument that can never be right what is wrong with it', async () => {
        for (const [args, expected] of [
            [['create', 'Not A Name'], /name must be .* not "Not A Name"$/],
            [['create', 'x', '--image', 'A B'], /image .*"A B"/],
            [['create', 'x', '--stores', '9'], /--stores.*from 1 to 8/],
            [['scale', 'x', 'store=9'], /number of store nodes.*from 1 to 8, not 9/],
            [['list', '--engine', 'gopher://x'], /"gopher:\/\/x" from --engine/],
        ] as const) {
            const run = await cluster(...args, '--json');
            assert.equal(run.status, 2, run.stderr);
            assert.match(failureIn(run).what!, expected);
        }
    });

    it('finds out before it verifies anything that the JUnit report has no folder to go to', async () => {
        const junit = join(folder, 'absent', 'report.xml');
        const run = await cluster('verify', 'x', '--junit', junit, '--json', '--engine', absentEngine);
        assert.equal(run.status, 1, run.stderr);
        const { what, kept } = failureIn(run);
        assert.equal(what, `The report cannot be written to ${junit}`);
        assert.equal(kept, 'Nothing was verified');
    });

    it('has help as a document, too, and names what it is', async () => {
        const text = await cluster('--help');
        assert.equal(text.status, 0);
        assert.match(text.stdout, /^Usage: php-session-cluster .*verify.*Exit status/s);
        assert.ok(text.stdout.includes(programFile));
        const json = await cluster('verify', '--help', '--json');
        assert.equal(json.status, 0);
        assert.match((JSON.parse(json.stdout) as { help: string }).help, /^Usage: php-session-cluster verify/);
        assert.equal(json.stderr, '');
    });

    it('works through a link, as npm makes one of it', async () => {
        const link = join(folder, 'php-session-cluster');
        await symlink(programFile, link);
        const run = await runShell(`${quoted(link)} list --json --engine ${absentEngine}`);
        assert.equal(run.status, 1, run.stderr);
        assert.equal(failureIn(run).code, 'unreachable');
    });

    it('needs nothing that the package does not have', async () => {
        const installed = join(folder, 'installed');
        const { files, bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
            files: string[];
            bin: Record<string, string>;
        };
        for (const file of globSync(
            files.filter(pattern => pattern.startsWith('dist/')),
            { cwd: root },
        )) {
            await cp(join(root, file), join(installed, file), { recursive: true });
        }
        const program = join(installed, bin['php-session-cluster']!);
        const run = await runShell(`${quoted(program)} list --json --engine ${absentEngine}`);
        assert.equal(run.status, 1, run.stderr);
        assert.equal(failureIn(run).code, 'unreachable');
    });

    it('takes no offence at a reader that has gone', async () => {
        const gone = { started: ({ stdout }: { stdout: { destroy(): void } | null }) => stdout?.destroy() };
        const help = await runShell('exec "$CLUSTER" --help', gone);
        assert.deepEqual(help, { status: 0, stdout: '', stderr: '' });
        const failed = await runShell(`exec "$CLUSTER" list --json --engine ${absentEngine}`, gone);
        assert.equal(failed.status, 1);
        assert.match(failed.stderr, /^.*psc-no-such-engine\.sock.*\n$/, 'the failure, and nothing about the reader');
        const deaf = await runShell(`exec "$CLUSTER" list --json --engine ${absentEngine}`, {
            started: ({ stderr }) => stderr?.destroy(),
        });
        assert.equal(deaf.status, 1);
        assert.equal((JSON.parse(deaf.stdout) as { error: { code: string } }).error.code, 'unreachable');
    });

    it('fails where its result cannot be written', async () => {
        const { status, stderr } = await runShell('"$CLUSTER" --help > /dev/full');
        assert.equal(status, 1);
        assert.match(stderr, /^The result could not be written to standard output \(ENOSPC.*\n$/);
    });

    describe('interrupted while an engine says nothing', () => {
        let engine: Server;
        let socket: string;
        let requested: Promise<unknown>;

        beforeEach(async () => {
            socket = join(folder, 'silent.sock');
            engine = createServer(connection => connection.resume());
            requested = new Promise(resolve => engine.once('connection', resolve));
            await new Promise<void>(resolve => engine.listen(socket, resolve));
        });

        afterEach(async () => {
            await new Promise(resolve => engine.close(resolve));
        });

        for (const signals of [['SIGINT'], ['SIGTERM'], ['SIGINT', 'SIGTERM']] as const) {
            it(`ends with 1 and one failure: ${signals.join(', ')}`, async () => {
                const run = await runShell(`exec "$CLUSTER" list --json --engine unix://${socket}`, {
                    started: shell =>
                        void requested.then(() => {
                            signals.forEach(signal => shell.kill(signal));
                        }),
                });
                assert.equal(run.status, 1, run.stderr);
                assert.equal(failureIn(run).code, 'cancelled');
                assert.match(run.stderr, /Stopping/);
                assert.doesNotMatch(run.stderr, /\n\s+at /);
            });
        }
    });
});
