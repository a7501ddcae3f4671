import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, before, after } from 'mocha';
import type { ScaleResult } from '../../../client/src/cluster/scale/scale.ts';
import type { VerificationReport } from '../../../client/src/cluster/report/report.ts';
import type { ListedEnvironment } from '../../../client/src/terminal/listing.ts';
import { uniqueName } from '../../support/run/names.ts';
import { root } from '../../support/run/paths.ts';

interface Run {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

function cluster(...args: readonly string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(root, 'dist', 'cli.cjs'), ...args], {
            stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...process.env, CI: 'true' },
        });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.once('error', reject);
        child.once('close', status => {
            resolve({ status, stdout, stderr });
        });
    });
}

/** Standard output must be one JSON document and nothing else. */
async function json<Document>(...args: readonly string[]): Promise<Document> {
    const { status, stdout, stderr } = await cluster(...args, '--json');
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    return JSON.parse(stdout) as Document;
}

describe('the command line', () => {
    const name = uniqueName('cli');
    let folder: string;

    before(async () => {
        folder = await mkdtemp('/tmp/psc-cli-');
    });

    after(async () => {
        await cluster('delete', name, '--yes');
        await rm(folder, { recursive: true });
    });

    it('creates from a topology file, lists, applies, restarts, verifies and deletes', async () => {
        const file = join(folder, 'session-cluster.ini');
        await writeFile(
            file,
            `name = ${name}\n[balancer]\nport = 0\n[application]\nnodes = 2\n[store]\nmemory = 16M\n`,
        );
        const created = await json<ListedEnvironment>('create', '--from', file);
        assert.equal(created.health, '4/4 healthy');
        const listed = await json<ListedEnvironment[]>('list');
        assert.deepEqual(
            listed.find(environment => environment.name === name),
            created,
        );

        const applied = await json<{ inForce: Record<string, Record<string, string>> }>('apply', name);
        assert.equal(applied.inForce[`${name}-application-2`]?.['session.save_handler'], 'memcached');

        const { status, stdout } = await cluster('restart', name, '--all');
        assert.equal(status, 0);
        assert.equal(stdout, `Restarted ${name}-application-1, ${name}-application-2\n`);
        await json('restart', name, `${name}-store-1`);

        const scaled = await json<ScaleResult>('scale', name, 'application=3');
        const third = `${name}-application-3`;
        assert.deepEqual(scaled, { environment: name, application: 3, store: 1, added: [third], removed: [] });
        const back = await cluster('scale', '--from', file);
        assert.equal(back.status, 0, back.stderr);
        assert.equal(back.stdout, `Removed ${third}\n${name} has 2 Apache nodes and 1 store\n`);

        const junit = join(folder, 'report.xml');
        const nodes = [1, 2].map(number => `${name}-application-${number}`);
        const options = ['--sessions', '10', '--faults', 'kill', '--nodes', nodes.join(','), '--junit', junit];
        const report = await json<VerificationReport>('verify', name, ...options);
        assert.equal(report.verdict, 'pass');
        assert.deepEqual(
            report.faults.map(({ node, fault }) => [node, fault]),
            nodes.map(node => [node, 'kill']),
        );
        assert.equal((await readFile(junit, 'utf8')).match(/<testcase /g)?.length, 2);

        assert.deepEqual(await json('delete', name, '--yes'), { deleted: name });
        assert.ok(!(await json<ListedEnvironment[]>('list')).some(environment => environment.name === name));
    });

    it('prints nothing but its document also where npm runs it', async () => {
        const npmFree = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
        const child = spawn('npm', ['run', 'cluster', '--', 'list', '--json'], {
            cwd: root,
            env: Object.fromEntries(npmFree),
            stdio: ['ignore', 'pipe', 'ignore'],
        });
        let stdout = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        const status = await new Promise(resolve => child.once('close', resolve));
        assert.equal(status, 0);
        assert.ok(Array.isArray(JSON.parse(stdout)));
    });

    it('ends with 1 and one sentence where something failed', async () => {
        const { status, stdout, stderr } = await cluster('verify', 'nosuch');
        assert.equal(status, 1);
        assert.equal(stdout, '');
        assert.match(stderr, /nosuch/);
        assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace is no sentence');
        const broken = join(folder, 'broken.ini');
        await writeFile(broken, 'name = x\n[application]\nnode = 2\n');
        const typo = await cluster('create', '--from', broken);
        assert.equal(typo.status, 1);
        assert.match(typo.stderr, /line 3.*node/s);
    });

    for (const args of [
        [],
        ['explode'],
        ['restart', 'x'],
        ['delete', 'x'],
        ['create'],
        ['create', 'x', '--nodes', 'two'],
        ['scale', 'x'],
        ['scale', 'x', 'application'],
        ['scale', 'x', 'balancer=2'],
        ['scale', 'x', 'store=2', 'store=3'],
        ['scale', 'x', '--from', 'session-cluster.ini'],
        ['verify', 'x', '--faults', 'kill,flood'],
        ['verify', 'x', '--nodes', 'a,,b'],
        ['verify', 'x', '--sessions', '0'],
        ['verify', 'x', '--sessions', '1001'],
        ['verify', 'x', '--duration', '0'],
        ['verify', 'x', '--random', '--seed', '4294967296'],
        ['verify', 'x', '--seed', '1'],
    ]) {
        it(`ends with 2 for wrong usage: ${args.join(' ') || '(nothing)'}`, async () => {
            const { status, stdout, stderr } = await cluster(...args);
            assert.equal(status, 2, stderr);
            assert.equal(stdout, '');
            assert.notEqual(stderr, '');
        });
    }

    it('says that no engine answers, and where it looked', async () => {
        const { status, stderr } = await cluster('list', '--engine', 'unix:///tmp/psc-no-such-engine.sock');
        assert.equal(status, 1);
        assert.match(stderr, /psc-no-such-engine\.sock/);
    });
});
