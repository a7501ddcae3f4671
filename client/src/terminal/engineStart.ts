import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { OperationError } from '../cluster/model/errors.ts';
import { administratorPath, lastWords, runProgram } from '../cluster/images/hostProgram.ts';
import type { OperationContext } from '../cluster/model/operation.ts';
import { pingSocket } from './enginePing.ts';

/** How a dockerd is started, where no service manager does it. */
export interface Daemon {
    readonly arguments: readonly string[];
    readonly logFile: string;
    /** Where it, and the containerd that it starts, write their process ids. */
    readonly pidFiles: Readonly<Record<'dockerd' | 'containerd', string>>;
}

export const defaultDaemon: Daemon = {
    arguments: [],
    logFile: '/var/log/php-session-cluster-dockerd.log',
    pidFiles: { dockerd: '/var/run/docker.pid', containerd: '/var/run/docker/containerd/containerd.pid' },
};

const startMs = 60_000;

/**
 * The process that a pid file names, if it is alive and runs that program; its number may have gone to another one
 * since.
 */
async function liveProcess(program: string, pidFile: string): Promise<number | undefined> {
    try {
        const pid = Number.parseInt(await readFile(pidFile, 'utf8'), 10);
        // `PID (NAME) STATE …`; Z is a dead process that nobody has asked about yet.
        const status = await readFile(`/proc/${pid}/stat`, 'utf8');
        return status.startsWith(`${pid} (${program}) `) && !status.startsWith(`${pid} (${program}) Z`)
            ? pid
            : undefined;
    } catch {
        // No such file, or no such process.
        return undefined;
    }
}

async function waitForAnswer(socketPath: string, signal: AbortSignal, ended: () => boolean): Promise<boolean> {
    const end = Date.now() + startMs;
    while (Date.now() < end && !ended()) {
        if ((await pingSocket(socketPath, 2000)) === 'answers') {
            return true;
        }
        await delay(200, undefined, { signal });
    }
    return false;
}

function notStarted(socketPath: string, detail: string): OperationError {
    return new OperationError('failed', {
        what: `The Docker engine at ${socketPath} did not start${detail}`,
        next: 'Start it by hand, and run this again',
    });
}

/** True where a dockerd was running already, and answers now (it was still starting). */
export async function awaitRunningDaemon(socketPath: string, daemon: Daemon, signal: AbortSignal): Promise<boolean> {
    const pid = await liveProcess('dockerd', daemon.pidFiles.dockerd);
    if (pid === undefined) {
        return false;
    }
    if (await waitForAnswer(socketPath, signal, () => !existsSync(`/proc/${pid}`))) {
        return true;
    }
    throw new OperationError('failed', {
        what: `dockerd runs on this machine (process ${pid}), but does not answer at ${socketPath}`,
        next: 'See what it logs, stop it, and run this again',
    });
}

/** Starts the engine of this machine and waits until it answers. What was started outlives this process. */
export async function startEngine(socketPath: string, daemon: Daemon, context: OperationContext): Promise<void> {
    // Present where systemd is what runs this machine: sd_booted(3).
    if (daemon === defaultDaemon && existsSync('/run/systemd/system')) {
        await runProgram('systemctl', ['start', 'docker'], { signal: context.signal, timeoutMs: startMs });
        if (!(await waitForAnswer(socketPath, context.signal, () => false))) {
            throw notStarted(socketPath, ' (journalctl -u docker says why)');
        }
        context.report('Started the Docker engine. To stop it: systemctl stop docker.socket docker');
        return;
    }
    await startDaemon(socketPath, daemon, context);
}

async function startDaemon(socketPath: string, daemon: Daemon, context: OperationContext): Promise<void> {
    for (const [program, pidFile] of Object.entries(daemon.pidFiles)) {
        // dockerd takes any live process of that number for its own kind, and refuses to start.
        if ((await liveProcess(program, pidFile)) === undefined) {
            await rm(pidFile, { force: true });
        }
    }
    const log = await open(daemon.logFile, 'w');
    try {
        const child = spawn('dockerd', daemon.arguments, {
            // A session of its own: neither Ctrl+C in this terminal nor the end of this process reaches it.
            detached: true,
            cwd: '/',
            stdio: ['ignore', log.fd, log.fd],
            env: { ...process.env, PATH: administratorPath() },
        });
        await once(child, 'spawn');
        child.unref();
        const { pid } = child;
        const stop = `kill ${String(pid)}`;
        context.report(`Starting dockerd (process ${String(pid)}, log ${daemon.logFile})`);
        let answered = false;
        try {
            answered = await waitForAnswer(
                socketPath,
                context.signal,
                () => child.exitCode !== null || child.signalCode !== null,
            );
        } finally {
            if (!answered) {
                child.kill();
            }
        }
        if (!answered) {
            const text = await readFile(daemon.logFile, 'utf8');
            throw notStarted(socketPath, ` (its log is ${daemon.logFile})${lastWords(text.split('\n'))}`);
        }
        context.report(`Started the Docker engine; it keeps running. To stop it: ${stop}`);
    } finally {
        await log.close();
    }
}
