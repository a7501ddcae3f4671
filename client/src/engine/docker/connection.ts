import { IncomingMessage } from 'node:http';
import * as l10n from '@vscode/l10n';
import type Docker from 'dockerode';
import type { Endpoint } from '../endpoint.ts';
import { cancelledError, timeoutError, toEngineError, type CallText } from './engineFailure.ts';

/** Milliseconds that a call may take unless it says otherwise. */
export const DEFAULT_TIMEOUT_MS = 30_000;

export interface Call extends CallText {
    readonly timeoutMs?: number;
}

/** One engine, and the one function through which everything is asked of it. */
export interface Connection {
    readonly endpoint: Endpoint;
    readonly docker: Docker;
    dispose(): void;
}

/**
 * Runs `work` within a time-out, until `signal` aborts it. `work` gets a signal of its own that ends the HTTP request;
 * this function ends at once in either case, whether the request took notice or not. Rejects with EngineError and
 * nothing else.
 */
export async function callEngine<T>(
    { endpoint }: Connection,
    call: Call,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
    const timeoutMs = call.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const abort = new AbortController();
    const ended = Promise.withResolvers<never>();
    function onCancel(): void {
        ended.reject(cancelledError(endpoint, call, signal?.reason));
        abort.abort();
    }
    if (signal?.aborted) {
        throw cancelledError(endpoint, call, signal.reason);
    }
    const timer = setTimeout(() => {
        ended.reject(timeoutError(endpoint, call, timeoutMs));
        abort.abort();
    }, timeoutMs);
    signal?.addEventListener('abort', onCancel, { once: true });
    try {
        return await Promise.race([work(abort.signal), ended.promise]);
    } catch (error) {
        throw toEngineError(error, endpoint, call);
    } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onCancel);
    }
}

/**
 * Options of a dockerode call with the signal that ends its request; dockerode's types know the signal in some places
 * only.
 */
export function abortable<T extends object>(options: T, signal: AbortSignal): T & { abortSignal: AbortSignal } {
    return { ...options, abortSignal: signal };
}

interface Dial {
    readonly path: string;
    readonly method: 'GET' | 'POST';
    readonly options?: Record<string, unknown>;
    readonly isStream?: boolean;
}

/** A request that dockerode has no method for, or none that gives what we need. */
export function dial(docker: Docker, request: Dial, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
        docker.modem.dial(
            { ...request, options: request.options ?? {}, abortSignal: signal, statusCodes: { 200: true, 204: true } },
            (error, result) => {
                if (error) {
                    reject(error);
                } else {
                    resolve(result);
                }
            },
        );
    });
}

/** The answer of a call that streams, as what it is: dockerode's types promise less. */
export function asResponse(answer: unknown): IncomingMessage {
    if (!(answer instanceof IncomingMessage)) {
        throw new TypeError(l10n.t('the engine gave no stream'));
    }
    return answer;
}

/** As people call it: the first twelve digits of an id, a name as it is. */
export function shortId(id: string): string {
    return id.replace(/^(?:sha256:)?([0-9a-f]{12})[0-9a-f]{52}$/, '$1');
}
