import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath, root } from './paths.ts';

export interface ShellRun {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface ShellOptions {
    readonly cwd?: string;
    readonly environment?: NodeJS.ProcessEnv;
    /** Called when the shell is started. */
    readonly started?: (shell: ChildProcess) => void;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
const [bin = ''] = Object.values(manifest.bin);

/** What the package installs as its program. */
export const programFile = join(root, bin);

/**
 * Runs a line of `sh`. Resolves when all that it started has ended or closed its output. `$CLUSTER` is the package's
 * program; what npm told this process is not passed on, so that npm runs as from a terminal.
 */
export function runShell(line: string, options: ShellOptions = {}): Promise<ShellRun> {
    return new Promise((resolve, reject) => {
        const inherited = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
        const shell = spawn('sh', ['-c', line], {
            cwd: options.cwd ?? root,
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
                ...Object.fromEntries(inherited),
                CI: 'true',
                PATH: projectPath(),
                CLUSTER: programFile,
                ...options.environment,
            },
        });
        let stdout = '';
        let stderr = '';
        shell.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        shell.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        shell.once('error', reject);
        shell.once('close', status => {
            resolve({ status, stdout, stderr });
        });
        options.started?.(shell);
    });
}

/** A word that `sh` takes as it is. */
export function quoted(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The failure that is the only document on standard output. */
export function failureIn({ stdout, stderr }: ShellRun): Record<string, string> {
    const document = JSON.parse(stdout) as { error: Record<string, string> };
    assert.deepEqual(Object.keys(document), ['error']);
    assert.ok(document.error.code && document.error.what && document.error.message, stdout);
    assert.notEqual(stderr, '', 'a person is told on standard error');
    return document.error;
}
