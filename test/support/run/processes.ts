import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { projectPath, root } from './paths.ts';
import type { Output } from './screen.ts';

const graceMs = 15_000;
/** For what is left in a pipe that somebody outside the group still holds open. */
const lastWordsMs = 2000;

export interface StepOptions {
    readonly timeoutMs: number;
    /** Ends the program in order, with all that it started. */
    readonly signal: AbortSignal;
    /** Gets what it prints, on either stream, and why it did not end with status 0. */
    readonly output: Output;
    readonly environment?: Readonly<Record<string, string>>;
    /** How far it steps back for others that want the processor: 0, not at all, to 19. */
    readonly niceness?: number;
}

/** Runs a program in the repository's root. Resolves with true where it ended with status 0. */
export async function runStep(program: string, args: readonly string[], options: StepOptions): Promise<boolean> {
    const { output, signal, timeoutMs } = options;
    const name = [program, ...args].join(' ');
    if (signal.aborted) {
        return false;
    }
    const child = start(program, args, options);
    const end = (): void => {
        signalGroup(child, 'SIGTERM');
    };
    signal.addEventListener('abort', end);
    let forced: NodeJS.Timeout | undefined;
    const limit = setTimeout(() => {
        output(`${name}: not done after ${timeoutMs / 1000} s; ended.\n`);
        end();
        forced = setTimeout(signalGroup, graceMs, child, 'SIGKILL');
    }, timeoutMs);
    const closed = once(child, 'close');
    const outcome = await new Promise<string>(resolve => {
        child.on('error', error => {
            resolve(error.message);
        });
        child.on('exit', (code, killedBy) => {
            resolve(code === 0 ? '' : `exit status ${killedBy ?? String(code)}`);
        });
    });
    clearTimeout(limit);
    await endedGroup(child);
    clearTimeout(forced);
    signal.removeEventListener('abort', end);
    await Promise.race([closed, delay(lastWordsMs, undefined, { ref: false })]);
    if (outcome !== '') {
        output(`${name}: ${outcome}\n`);
    }
    return outcome === '';
}

function start(program: string, args: readonly string[], { niceness = 0, environment, output }: StepOptions) {
    // Both streams in one pipe: in the order in which they were written.
    const child = spawn('sh', ['-c', 'exec nice -n "$0" "$@" 2>&1', String(niceness), program, ...args], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        // A group of its own: what it starts and leaves behind ends with it.
        detached: true,
        env: {
            ...process.env,
            PATH: projectPath(),
            ESLINT_FLAGS: 'unstable_native_nodejs_ts_config',
            ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
            ...environment,
        },
    });
    child.stdout.setEncoding('utf8').on('data', output);
    return child;
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
