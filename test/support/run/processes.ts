import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { projectPath, root } from './paths.ts';

const graceMs = 15_000;

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
        signalGroup(child, signal);
    };
    const name = [program, ...args].join(' ');
    let interruption: NodeJS.Signals | undefined;
    const interrupted = (signal: NodeJS.Signals): void => {
        interruption = signal;
        endGroup('SIGTERM');
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    let forced: NodeJS.Timeout | undefined;
    const limit = setTimeout(() => {
        console.error(`${name}: not done after ${options.timeoutMs / 1000} s; ended.`);
        endGroup('SIGTERM');
        forced = setTimeout(endGroup, graceMs, 'SIGKILL');
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
    await endedGroup(child);
    clearTimeout(forced);
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

/** Signal 0 asks whether anybody is left in the group of a process that leads one. */
export function signalGroup(leader: ChildProcess, signal: NodeJS.Signals | 0): boolean {
    try {
        return leader.pid !== undefined && process.kill(-leader.pid, signal);
    } catch {
        // Nobody is left.
        return false;
    }
}

/** Asks all of a group to end, waits for that, and ends those who do not. */
export async function endedGroup(leader: ChildProcess): Promise<void> {
    const end = Date.now() + graceMs;
    signalGroup(leader, 'SIGTERM');
    while (Date.now() < end && signalGroup(leader, 0)) {
        await delay(50);
    }
    signalGroup(leader, 'SIGKILL');
}
