import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as l10n from '@vscode/l10n';
import { OperationError } from '../model/errors.ts';

export interface ProgramOptions {
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
    /** Added to this process's environment. */
    readonly environment?: Readonly<Record<string, string>>;
    /** What ends it when cancelled or out of time. SIGTERM unless told. */
    readonly stopSignal?: NodeJS.Signals;
    /** Each line that it prints, on either stream, as it comes. */
    readonly onLine?: (line: string) => void;
}

const keptLines = 200;
const shownLines = 8;

/** The search path of an administrator: `su` without a dash leaves the sbin folders out. */
export function administratorPath(path = process.env.PATH ?? ''): string {
    const folders = path.split(':').filter(folder => folder !== '');
    const missing = ['/usr/local/sbin', '/usr/sbin', '/sbin'].filter(folder => !folders.includes(folder));
    return [...folders, ...missing].join(':');
}

/**
 * Runs a program of this machine to its end, without a shell, and returns the last lines that it printed. Rejects with
 * an OperationError (`failed`, `cancelled`) that ends with what the program said last.
 */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<string[]> {
    const { signal, timeoutMs, onLine } = options;
    const limit = AbortSignal.timeout(timeoutMs);
    const lines: string[] = [];
    const keep = (line: string): void => {
        lines.push(line);
        lines.splice(0, lines.length - keptLines);
        onLine?.(line);
    };
    const ended = await new Promise<string>(resolve => {
        const child = spawn(program, args, {
            stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...process.env, PATH: administratorPath(), ...options.environment },
            signal: AbortSignal.any([signal, limit]),
            killSignal: options.stopSignal ?? 'SIGTERM',
        });
        createInterface({ input: child.stdout }).on('line', keep);
        createInterface({ input: child.stderr }).on('line', keep);
        let problem: Error | undefined;
        child.on('error', error => {
            problem = error;
            if (child.pid === undefined) {
                resolve(error.message);
            }
        });
        // Not at the 'error' of an abort: what the program does to end cleanly belongs to its run.
        child.on('close', (code, killedBy) => {
            resolve(code === 0 && problem === undefined ? '' : l10n.t('exit status {0}', killedBy ?? String(code)));
        });
    });
    const call = [program, ...args.slice(0, 1)].join(' ');
    if (signal.aborted) {
        throw new OperationError('cancelled', { what: l10n.t('{0} was cancelled', call) });
    }
    if (ended !== '') {
        const reason = limit.aborted ? l10n.t('not done after {0} s', timeoutMs / 1000) : ended;
        throw new OperationError('failed', {
            what: l10n.t('{0} failed on this machine ({1}){2}', call, reason, lastWords(lines)),
        });
    }
    return lines;
}

/** The last lines of an output, to be put behind a sentence about it. */
export function lastWords(lines: readonly string[]): string {
    const last = lines.filter(line => line.trim() !== '').slice(-shownLines);
    return last.length === 0 ? '' : `: ${last.join('\n')}`;
}
