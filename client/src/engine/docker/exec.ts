import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type Docker from 'dockerode';
import type { ExecOptions, ExecResult } from '../engine.ts';
import { callEngine, DEFAULT_TIMEOUT_MS, shortId, type Connection } from './connection.ts';
import { container } from './containers.ts';
import { Demultiplexer } from './demux.ts';
import { engineMessage, statusOf } from './engineFailure.ts';

/** More output than this is an error: it is kept in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What the container runtime says when it cannot start a program, in place of the program's own output. */
const RUNTIME_FAILURE = /^(OCI runtime exec failed|runc? .*exec failed|exec failed|crun: )/;
const NO_SUCH_PROGRAM = /executable file .*not found|no such file or directory|not found in \$PATH/i;

interface Output {
    readonly stdout: Buffer;
    readonly stderr: Buffer;
}

/**
 * Runs a program in a container; see Engine.exec. A program that is not there has exit code 127, and the runtime's
 * words in stderr.
 */
export async function exec(
    connection: Connection,
    id: string,
    argv: readonly string[],
    options: ExecOptions,
    signal?: AbortSignal,
): Promise<ExecResult> {
    const call = {
        what: l10n.t('"{0}" could not be run in container {1}', argv[0] ?? '', shortId(id)),
        interrupted: l10n.t('What it had begun in the container may go on there'),
        timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    };
    return await callEngine(connection, call, signal, async inner => {
        const created = await container(connection, id).exec(toCreate(argv, options, inner));
        let output: Output;
        try {
            const stream = await created.start({ hijack: true, abortSignal: inner });
            output = await collect(stream, options.stdin, inner);
        } catch (error) {
            // Some engines say so in their answer, others in the program's output (below).
            const message = engineMessage(error);
            if (statusOf(error) !== undefined && NO_SUCH_PROGRAM.test(message) && /exec/i.test(message)) {
                return { exitCode: 127, stdout: Buffer.alloc(0), stderr: Buffer.from(`${message}\n`) };
            }
            throw error;
        }
        return normalise(await exitCode(created, inner), output);
    });
}

function toCreate(argv: readonly string[], options: ExecOptions, abortSignal: AbortSignal): Docker.ExecCreateOptions {
    return {
        Cmd: [...argv],
        AttachStdin: options.stdin !== undefined,
        AttachStdout: true,
        AttachStderr: true,
        Tty: false,
        ...(options.user !== undefined && { User: options.user }),
        ...(options.workingDirectory !== undefined && { WorkingDir: options.workingDirectory }),
        ...(options.environment && {
            Env: Object.entries(options.environment).map(([key, value]) => `${key}=${value}`),
        }),
        abortSignal,
    };
}

/** Writes stdin, closes that side only, and reads until the engine closes the other. */
async function collect(
    stream: Duplex | IncomingMessage,
    stdin: Buffer | undefined,
    signal: AbortSignal,
): Promise<Output> {
    const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    const demultiplexer = new Demultiplexer();
    let size = 0;
    const ended = Promise.withResolvers<undefined>();
    function onAbort(): void {
        stream.destroy();
    }
    function onData(chunk: Buffer): void {
        try {
            for (const frame of demultiplexer.push(chunk)) {
                parts[frame.stream].push(frame.bytes);
                size += frame.bytes.length;
            }
        } catch (error) {
            stream.destroy(error as Error);
        }
        if (size > MAX_OUTPUT_BYTES) {
            stream.destroy(new Error(l10n.t('it printed more than {0} MiB', MAX_OUTPUT_BYTES / 1024 / 1024)));
        }
    }
    function onError(error: Error & { code?: string }): void {
        // A program that ends without reading all of its stdin closes the pipe on us: its exit code tells the rest.
        if (stdin !== undefined && (error.code === 'EPIPE' || error.code === 'ECONNRESET')) {
            ended.resolve(undefined);
        } else {
            ended.reject(error);
        }
    }
    stream.on('data', onData).on('error', onError);
    stream.on('close', () => {
        ended.resolve(undefined);
    });
    stream.on('end', () => {
        ended.resolve(undefined);
    });
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        if (signal.aborted) {
            onAbort();
        } else if (stdin !== undefined) {
            endWith(stream, stdin);
        }
        await ended.promise;
    } finally {
        signal.removeEventListener('abort', onAbort);
        stream.destroy();
    }
    return { stdout: Buffer.concat(parts.stdout), stderr: Buffer.concat(parts.stderr) };
}

function endWith(stream: Duplex | IncomingMessage, stdin: Buffer): void {
    if (!('end' in stream)) {
        throw new Error(l10n.t('the engine, or a proxy before it, passes no standard input'));
    }
    stream.end(stdin);
}

/** The output may end before the engine has noted the exit code. */
async function exitCode(created: Docker.Exec, signal: AbortSignal): Promise<number> {
    for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
        const { Running, ExitCode } = await created.inspect({ abortSignal: signal });
        if (!Running && ExitCode !== null) {
            return ExitCode;
        }
        await delay(pause, undefined, { signal });
    }
}

function normalise(exitCode: number, output: Output): ExecResult {
    const printed = output.stdout.subarray(0, 4096).toString();
    if ((exitCode !== 126 && exitCode !== 127) || !RUNTIME_FAILURE.test(printed)) {
        return { exitCode, ...output };
    }
    return {
        exitCode: NO_SUCH_PROGRAM.test(printed) ? 127 : exitCode,
        stdout: Buffer.alloc(0),
        stderr: Buffer.concat([output.stderr, output.stdout]),
    };
}
