import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, before, after } from 'mocha';
import type { ScaleResult } from '../../../client/src/cluster/scale/scale.ts';
import type { VerificationReport } from '../../../client/src/cluster/report/report.ts';
import type { ListedEnvironment } from '../../../client/src/terminal/listing.ts';
import { uniqueName } from '../../support/run/names.ts';
import { root } from '../../support/run/paths.ts';
import { failureIn, quoted, runShell, type ShellRun } from '../../support/run/shell.ts';

function cluster(...args: readonly string[]): Promise<ShellRun> {
    return runShell(`"$CLUSTER" ${args.map(quoted).join(' ')}`);
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

    it('ends with 1 and one failure where there is no such environment or node', async () => {
        const run = await cluster('verify', 'nosuch', '--json');
        assert.equal(run.status, 1);
        const { code, what } = failureIn(run);
        assert.equal(code, 'notFound');
        assert.match(what!, /nosuch/);
        assert.doesNotMatch(run.stderr, /\n[ \t]+at /, 'a stack trace is no sentence');
    });

    it('has done what it did also where nobody reads its result', async () => {
        const run = await runShell('exec "$CLUSTER" list', { started: ({ stdout }) => stdout?.destroy() });
        assert.deepEqual(run, { status: 0, stdout: '', stderr: '' });
    });

    describe('in a clone, run by npm', () => {
        let clone: string;

        /** A line of the shell in the clone. */
        function inClone(line: string): Promise<ShellRun> {
            return runShell(line, { cwd: clone });
        }

        before(async () => {
            // Of its own, as each run builds: what is in dist/ here may be in use at the moment.
            clone = await mkdtemp('/tmp/psc-clone-');
            for (const name of [
                'package.json',
                '.npmrc',
                'tsconfig.json',
                'esbuild.mts',
                'client',
                'server',
                'tools',
            ]) {
                await cp(join(root, name), join(clone, name), { recursive: true });
            }
            await symlink(join(root, 'node_modules'), join(clone, 'node_modules'));
        });

        after(async () => {
            await rm(clone, { recursive: true });
        });

        it('prints one document and nothing else, in success, in failure and for wrong usage', async () => {
            const listed = await inClone('npm run -s cluster -- list --json');
            assert.equal(listed.status, 0, listed.stderr);
            assert.ok(Array.isArray(JSON.parse(listed.stdout)));

            const failed = await inClone('npm run -s cluster -- restart nosuch --all --json');
            assert.equal(failed.status, 1);
            assert.equal(failureIn(failed).code, 'notFound');

            const usage = await inClone('npm run -s cluster -- explode --json');
            assert.equal(usage.status, 2);
            assert.equal(failureIn(usage).code, 'usage');
        });

        it('is found by npx as the program of the package', async () => {
            const listed = await inClone('npx --no php-session-cluster list --json');
            assert.equal(listed.status, 0, listed.stderr);
            assert.ok(Array.isArray(JSON.parse(listed.stdout)));
        });

        it('lets npm talk to people about all else', async () => {
            assert.equal((await inClone('npm config get json')).stdout, 'false\n');
        });
    });
});
