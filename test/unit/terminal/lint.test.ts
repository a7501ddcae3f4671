import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { root } from '../../support/run/paths.ts';
import { quoted, runShell, type ShellRun } from '../../support/run/shell.ts';

interface Result {
    readonly findings: readonly { readonly code: string; readonly path: string; readonly line: number }[];
    readonly configurations: readonly { readonly files: readonly string[] }[];
}

describe('the linter as a program', () => {
    let folder: string;
    let linter: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'psc-lint-'));
        const { bin } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
            bin: Record<string, string>;
        };
        linter = quoted(join(root, bin['php-ini-lint'] ?? ''));
        const files: Readonly<Record<string, string>> = {
            'wrong/php.ini': 'memory_limit = 1MB\n(\n',
            'wrong/conf.d/10-x.ini': 'session.name = A\n',
            'right/php.ini': 'memory_limit = 1G\n',
            'doubtful/php.ini': 'memory_limit = 1MB\n',
        };
        for (const [path, text] of Object.entries(files)) {
            await mkdir(join(folder, path, '..'), { recursive: true });
            await writeFile(join(folder, path), text);
        }
    });

    after(async () => {
        await rm(folder, { recursive: true });
    });

    const lint = (line: string): Promise<ShellRun> => runShell(`exec ${linter} ${line}`, { cwd: folder });

    for (const program of ['php-ini-lint', 'cluster lint'] as const) {
        const run = (line: string): Promise<ShellRun> =>
            program === 'php-ini-lint' ? lint(line) : runShell(`exec "$CLUSTER" lint ${line}`, { cwd: folder });

        it(`ends with 0, 1 and 2, and prints one document and nothing else: ${program}`, async () => {
            const found = await run('wrong --json');
            assert.equal(found.status, 1, found.stderr);
            const { findings, configurations } = JSON.parse(found.stdout) as Result;
            assert.ok(
                findings.some(({ code, path, line }) => `${code} ${path}:${line}` === 'syntax-error wrong/php.ini:2'),
            );
            assert.deepEqual(
                configurations.map(({ files }) => files),
                [['wrong/php.ini', 'wrong/conf.d/10-x.ini']],
            );
            assert.equal(found.stderr, '');

            const nothing = await run('right --json --fail-on hint');
            assert.equal(nothing.status, 0, nothing.stderr);
            assert.deepEqual((JSON.parse(nothing.stdout) as Result).findings, []);

            for (const wrong of ['--json', 'nowhere --json', '--json --php 5.6 right', '--format json --loud right']) {
                const refused = await run(wrong);
                assert.equal(refused.status, 2, wrong);
                const { error } = JSON.parse(refused.stdout) as { error: { code: string; message: string } };
                assert.equal(error.code, 'usage');
                assert.equal(refused.stderr, `${error.message}\n`);
            }
            const text = await run('--loud right');
            assert.deepEqual([text.status, text.stdout], [2, '']);
        });
    }

    it('fails at the level that is asked for', async () => {
        const statuses = async (path: string): Promise<(number | null)[]> =>
            Promise.all(
                ['error', 'warning', 'information', 'hint'].map(
                    async level => (await lint(`${path} --fail-on ${level}`)).status,
                ),
            );
        assert.deepEqual(await statuses('doubtful'), [0, 1, 1, 1]);
        assert.deepEqual(await statuses('wrong'), [1, 1, 1, 1]);
        assert.deepEqual(await statuses('right'), [0, 0, 0, 0]);
        assert.equal((await lint('doubtful')).status, 0, 'an error unless told');
    });

    it('prints each format, and help', async () => {
        const text = await lint('doubtful');
        assert.match(
            text.stdout,
            /^doubtful\/php\.ini:1:16: warning: .* \[int-junk\]\n1 file, read as by PHP 8\.4: 1 warning\.\n$/,
        );
        const github = await lint('doubtful --format github');
        assert.match(github.stdout, /^::warning file=doubtful\/php\.ini,line=1,.*::PHP reads "1MB" as 1 bytes/);
        const sarif = JSON.parse((await lint('doubtful --format sarif')).stdout) as { version: string };
        assert.equal(sarif.version, '2.1.0');
        const help = await lint('--help');
        assert.equal(help.status, 0);
        assert.match(help.stdout, /^Usage: php-ini-lint .*Exit status/s);
        const document = await lint('--help --json');
        assert.match((JSON.parse(document.stdout) as { help: string }).help, /^Usage/);
    });

    it('needs nothing but its file, and takes no offence at a reader that has gone', async () => {
        const alone = join(folder, 'alone.cjs');
        await cp(join(root, 'dist', 'lint.cjs'), alone);
        const run = await runShell(`node ${quoted(alone)} right`, { cwd: folder });
        assert.equal(run.status, 0, run.stderr);
        const gone = await runShell(`exec ${linter} wrong --json`, {
            cwd: folder,
            started: ({ stdout }) => stdout?.destroy(),
        });
        assert.deepEqual([gone.status, gone.stderr], [1, '']);
    });
});
