import type { InitializeParams } from 'vscode-languageserver';
import { initializeResult } from './capabilities.ts';

/** Bytes in which a first message has to begin, its header at least; there is none that long. */
const HEADER_LIMIT = 4096;

/**
 * Answers `initialize`, which is all that clients may ask first and whose answer is always the same, before the
 * libraries of the protocol are even read: they take half of the time to it (measured). They find the request unread,
 * to take from it what they need, and must not answer it again.
 *
 * Resolves with false where the first message is something else, which is left to them as it is, or comes another way
 * than by stdio or node IPC.
 */
export function answerFirst(): Promise<boolean> {
    if (process.argv.includes('--stdio')) {
        return overStdio();
    }
    return process.argv.includes('--node-ipc') ? overIpc() : Promise.resolve(false);
}

function overStdio(): Promise<boolean> {
    const { stdin, stdout } = process;
    return new Promise(resolve => {
        let received = Buffer.alloc(0);
        const onData = (chunk: Buffer): void => {
            received = Buffer.concat([received, chunk]);
            const message = firstMessage(received);
            if (message === undefined) {
                return;
            }
            stdin.off('data', onData);
            stdin.off('end', onEnd);
            stdin.pause();
            stdin.unshift(received);
            const answer = answerTo(parsed(message));
            if (answer !== undefined) {
                const body = Buffer.from(JSON.stringify(answer));
                stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
                stdout.write(body);
            }
            resolve(answer !== undefined);
            onceTheyListen(() => stdin.resume());
        };
        // As the libraries have it for a client that goes without a word.
        const onEnd = (): void => process.exit(1);
        stdin.on('data', onData);
        stdin.once('end', onEnd);
    });
}

/** The text of the first message; empty where it is none, undefined while it is not complete. */
function firstMessage(received: Buffer): string | undefined {
    const headerEnd = received.indexOf('\r\n\r\n');
    if (headerEnd < 0) {
        return received.length > HEADER_LIMIT ? '' : undefined;
    }
    const length = /^Content-Length: *(\d+) *$/im.exec(received.toString('latin1', 0, headerEnd))?.[1];
    if (length === undefined) {
        return '';
    }
    const start = headerEnd + 4;
    const end = start + Number(length);
    return received.length < end ? undefined : received.toString('utf8', start, end);
}

function parsed(message: string): unknown {
    try {
        return JSON.parse(message);
    } catch (error) {
        if (error instanceof SyntaxError) {
            // The libraries will say so.
            return undefined;
        }
        throw error;
    }
}

function overIpc(): Promise<boolean> {
    return new Promise(resolve => {
        process.once('message', message => {
            const answer = answerTo(message);
            if (answer !== undefined) {
                process.send?.(answer);
            }
            resolve(answer !== undefined);
            onceTheyListen(() => process.emit('message', message, undefined));
        });
    });
}

/** The libraries are loaded, and listen, before the event loop goes on. */
function onceTheyListen(action: () => void): void {
    setImmediate(action);
}

/** By hand, not through the schema library: this bundle answers first, and is to be small. */
function answerTo(message: unknown): object | undefined {
    const { id, method, params } = (message ?? {}) as { id?: unknown; method?: unknown; params?: unknown };
    const isInitialize = method === 'initialize' && (typeof id === 'number' || typeof id === 'string');
    if (!isInitialize || typeof params !== 'object' || params === null || !('capabilities' in params)) {
        return undefined;
    }
    return { jsonrpc: '2.0', id, result: initializeResult(params as InitializeParams) };
}
