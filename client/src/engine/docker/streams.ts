import type { Readable } from 'node:stream';
import { asResponse, callEngine, type Call, type Connection } from './connection.ts';
import { toEngineError } from './engineFailure.ts';

/**
 * The bytes of an answer that goes on for as long as it likes; the time-out is for its beginning only. Ends quietly
 * when `signal` aborts, and closes the request however the reading ends. Rejects with EngineError.
 */
export async function* streamFromEngine(
    connection: Connection,
    call: Call,
    signal: AbortSignal,
    open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
): AsyncGenerator<Buffer, void, undefined> {
    const request = new AbortController();
    let stream: Readable | undefined;
    function close(): void {
        request.abort();
        stream?.destroy();
    }
    signal.addEventListener('abort', close, { once: true });
    try {
        signal.throwIfAborted();
        stream = await callEngine(connection, call, signal, async opening => {
            opening.addEventListener('abort', close, { once: true });
            return asResponse(await open(request.signal));
        });
        for await (const chunk of stream) {
            yield chunk as Buffer;
        }
    } catch (error) {
        if (!signal.aborted) {
            throw toEngineError(error, connection.endpoint, call);
        }
    } finally {
        signal.removeEventListener('abort', close);
        close();
    }
}
