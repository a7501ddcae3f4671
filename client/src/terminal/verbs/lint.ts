import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Program } from '../program.ts';

/** The linter comes with the language server, whose rules it has, and is a program of its own. */
export function declareLint(program: Program): void {
    program.handOver(
        'lint',
        'Check php.ini files, folders of them, and what pools, vhosts, Dockerfiles and Compose files set.',
        args => runLinter(args),
    );
}

/** Resolves with its exit status. Rejects where it cannot be started. */
function runLinter(args: readonly string[]): Promise<number> {
    const linter = fileURLToPath(new URL('./lint.cjs', import.meta.url));
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [linter, ...args], { stdio: 'inherit' });
        child.once('error', reject);
        child.once('close', status => {
            resolve(status ?? 1);
        });
    });
}
