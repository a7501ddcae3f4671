import { spawn } from 'node:child_process';
import { projectPath, root } from './paths.ts';

const graceMs = 20_000;

export interface StepOptions {
    readonly timeoutMs: number;
    readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program in the repository's root, its output shown as it comes. Resolves with true where it ended with status 0, and says why not.
 * Ctrl+C ends it in order, and then this process.
 */
export async function runStep(program: string, args: readonly string[], options: StepOptions): Promise<boolean> {
    const child = spawn(program, args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        // A group of its own: what it starts and leaves behind ends with it.
        detached: true,
        env: {
            ...process.env,
            PATH: projectPath(),
            ESLINT_FLAGS: 'unstable_native_nodejs_ts_config',
            ...options.environment,
        },
    });
    const endGroup = (signal: NodeJS.Signals): void => {
        try {
            process.kill(-(child.pid ?? Number.NaN), signal);
        } catch {
            // Nobody is left in the group.
        }
    };
    const name = [program, ...args].join(' ');
    let interruption: NodeJS.Signals | undefined;
    const interrupted = (signal: NodeJS.Signals): void => {
        interruption = signal;
        endGroup('SIGTERM');
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const limit = setTimeout(() => {
        console.error(`${name}: not done after ${options.timeoutMs / 1000} s; ended.`);
        endGroup('SIGTERM');
        setTimeout(endGroup, graceMs, 'SIGKILL').unref();
    }, options.timeoutMs);
    const outcome = await new Promise<string>(resolve => {
        child.on('error', error => {
            resolve(error.message);
        });
        child.on('exit', (code, signal) => {
            resolve(code === 0 ? '' : `exit status ${signal ?? String(code)}`);
        });
    });
    clearTimeout(limit);
    endGroup('SIGKILL');
    process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', interrupted);
    if (interruption !== undefined) {
        console.error(`${name}: ended by ${interruption}; nothing more is run.`);
        process.exit(1);
    }
    if (outcome !== '') {
        console.error(`${name}: ${outcome}`);
    }
    return outcome === '';
}
