import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Agent, type ClientRequestArgs } from 'node:http';
import { Duplex, type Readable, type Writable } from 'node:stream';
import * as l10n from '@vscode/l10n';

export interface SshAddress {
    readonly host: string;
    readonly user?: string;
    readonly port?: number;
}

interface SshAgentOptions {
    readonly program: string;
    readonly address: SshAddress;
    /** How long an unused connection is kept, in milliseconds. */
    readonly idleMs: number;
}

/**
 * Connects through the user's own ssh program, as the docker command does (docker/cli, cli/connhelper/ssh): its
 * configuration, keys and known hosts apply. Nothing is asked: BatchMode makes ssh fail where it would.
 */
export class SshAgent extends Agent {
    readonly #options: SshAgentOptions;

    constructor(options: SshAgentOptions) {
        super({ keepAlive: true, timeout: options.idleMs, scheduling: 'lifo' });
        this.#options = options;
    }

    override createConnection(_request: ClientRequestArgs): Duplex {
        return new SshConnection(this.#options.program, sshArguments(this.#options.address));
    }
}

/** Throws where the host could be taken for an option of ssh. */
function sshArguments({ host, user, port }: SshAddress): string[] {
    if (host === '' || host.startsWith('-') || user?.startsWith('-')) {
        throw new Error(l10n.t('"{0}" is no name of a host for ssh', host));
    }
    return [
        '-o',
        'BatchMode=yes',
        '-o',
        'ConnectTimeout=20',
        '-T',
        ...(port === undefined ? [] : ['-p', String(port)]),
        ...(user === undefined ? [] : ['-l', user]),
        '--',
        host,
        'docker system dial-stdio',
    ];
}

/** Keep this much of what ssh says. */
const MAX_STDERR = 4096;

/** A child's standard input and output as one stream, with the methods of a socket that `http` calls. */
class SshConnection extends Duplex {
    readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
    #said = '';
    #idle: NodeJS.Timeout | undefined;
    #hasAnswered = false;
    /** True between two requests. */
    #waits = false;

    constructor(program: string, args: string[]) {
        super({ allowHalfOpen: true });
        const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
        this.#child = child;
        child.stderr.on('data', (chunk: Buffer) => {
            this.#said = (this.#said + chunk.toString()).slice(-MAX_STDERR);
        });
        child.stdout.on('data', (chunk: Buffer) => {
            this.#hasAnswered = true;
            if (!this.push(chunk)) {
                child.stdout.pause();
            }
        });
        child.stdin.on('error', () => {
            // The child has gone; its `close` below tells why.
        });
        child.on('error', error => {
            this.destroy(sshError(l10n.t('{0} could not be started: {1}', program, error.message)));
        });
        child.on('close', (code, unixSignal) => {
            this.#ended(code, unixSignal);
        });
    }

    /** With `close` all of stdout and stderr has been read. */
    #ended(code: number | null, unixSignal: string | null): void {
        const output = this.#said.trim().replace(/(?<!\s)\s*\n\s*/g, '; ');
        if (this.#waits) {
            // Nobody reads: only thus does `http` learn not to use it again.
            this.destroy();
        } else if (code === 0 || (this.#hasAnswered && output === '')) {
            this.once('end', () => this.destroy());
            this.push(null);
        } else {
            const status =
                code === null
                    ? l10n.t('was ended by {0}', unixSignal ?? l10n.t('a signal'))
                    : l10n.t('ended with status {0}', code);
            this.destroy(sshError(output === '' ? `ssh ${status}` : output));
        }
    }

    override _read(): void {
        this.#child.stdout.resume();
    }

    override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
        this.#child.stdin.write(chunk, error => {
            // Where the child has gone, `close` ends the stream with what ssh said, which is the better error.
            if (!error) {
                done();
            }
        });
    }

    override _final(done: (error?: Error | null) => void): void {
        this.#child.stdin.end(() => {
            done();
        });
    }

    override _destroy(error: Error | null, done: (error: Error | null) => void): void {
        clearTimeout(this.#idle);
        this.#child.stdin.destroy();
        this.#child.kill();
        done(error);
    }

    /**
     * Like a socket's: `timeout` after so long without use. Set by `http` while the connection waits for its next
     * request.
     */
    setTimeout(ms: number): this {
        clearTimeout(this.#idle);
        if (ms > 0) {
            this.#idle = setTimeout(() => this.emit('timeout'), ms).unref();
        }
        return this;
    }

    setKeepAlive(): this {
        return this;
    }

    setNoDelay(): this {
        return this;
    }

    /** A connection that waits must not keep the process running. */
    ref(): this {
        this.#waits = false;
        this.#child.ref();
        for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
            (stream as { ref?: () => void }).ref?.();
        }
        return this;
    }

    unref(): this {
        this.#waits = true;
        this.#child.unref();
        for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
            (stream as { unref?: () => void }).unref?.();
        }
        return this;
    }
}

function sshError(message: string): Error {
    return Object.assign(new Error(message), { code: 'ESSH' });
}
