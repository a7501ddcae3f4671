import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { after, afterEach, before, describe, it } from 'mocha';
import { buildServer, type BuiltServer } from '../support/serverProcess.ts';

interface Message {
    readonly id?: number;
    readonly method?: string;
    readonly result?: { readonly capabilities?: object } | null;
    readonly error?: { readonly code: number };
}

function frame(message: object): string {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const initialize = frame({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: 'file:///é', capabilities: {} },
});
const rest = frame({ method: 'initialized', params: {} }) + frame({ id: 2, method: 'shutdown' });
const exit = frame({ method: 'exit' });

describe('the first message', () => {
    let built: BuiltServer;
    let child: ChildProcessByStdio<Writable, Readable, null>;

    before(async () => {
        built = await buildServer();
    });

    after(() => built.remove());

    afterEach(() => {
        child.kill('SIGKILL');
    });

    /** All that the server says to these writes, one after the other, until it has answered the request with the id. */
    async function answers(writes: readonly string[], until: number): Promise<Message[]> {
        child = spawn(process.execPath, [built.file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const messages: Message[] = [];
        const answered = new Promise<void>((resolve, reject) => {
            let received = Buffer.alloc(0);
            child.stdout.on('data', (chunk: Buffer) => {
                received = Buffer.concat([received, chunk]);
                for (;;) {
                    const [header, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(received.toString('latin1')) ?? [];
                    const end = (header?.length ?? 0) + Number(length);
                    if (header === undefined || received.length < end) {
                        break;
                    }
                    messages.push(JSON.parse(received.toString('utf8', header.length, end)) as Message);
                    received = received.subarray(end);
                }
                if (messages.some(({ id }) => id === until)) {
                    resolve();
                }
            });
            child.once('exit', code => {
                reject(new Error(`The server ended with ${code} after ${JSON.stringify(messages)}`));
            });
        });
        for (const bytes of writes) {
            await new Promise(written => child.stdin.write(bytes, written));
        }
        await answered;
        return messages;
    }

    function exitCode(): Promise<number | null> {
        child.removeAllListeners('exit');
        return new Promise(resolve => child.once('exit', resolve));
    }

    it('is answered once, and the server then does what it is asked', async () => {
        for (const writes of [
            [initialize, rest],
            [initialize + rest],
            [initialize.slice(0, 7), initialize.slice(7, 40), initialize.slice(40) + rest.slice(0, 9), rest.slice(9)],
        ]) {
            const messages = await answers(writes, 2);
            assert.deepEqual(
                messages.map(({ id }) => id),
                [1, 2],
            );
            assert.ok(messages[0]?.result?.capabilities);
            const ended = exitCode();
            child.stdin.write(exit);
            assert.equal(await ended, 0);
        }
    });

    it('is refused where it is another than initialize, which may still come', async () => {
        const notInitialized = -32_002;
        const hover = frame({ id: 7, method: 'textDocument/hover', params: {} });
        const messages = await answers([hover, initialize, rest], 2);
        assert.deepEqual(
            messages.filter(({ id }) => id !== undefined).map(({ id, error }) => [id, error?.code]),
            [
                [7, notInitialized],
                [1, undefined],
                [2, undefined],
            ],
        );
    });

    it('may be none: what follows is answered', async () => {
        for (const broken of ['Content-Length: 5\r\n\r\n{"id"', frame({ id: 1, method: 'initialize' })]) {
            const messages = await answers([broken, initialize.replace('"id":1', '"id":3'), rest], 2);
            assert.ok(
                messages.some(({ id, result }) => id === 3 && result?.capabilities),
                JSON.stringify(messages),
            );
        }
    });

    it('may never come: the server ends with its client', async () => {
        child = spawn(process.execPath, [built.file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const ended = exitCode();
        child.stdin.end(initialize.slice(0, 30));
        assert.equal(await ended, 1);
    });
});
