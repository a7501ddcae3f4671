import { request } from 'node:http';

/** `silent`: something holds the socket and says nothing in time. */
export type PingAnswer = 'answers' | 'absent' | 'forbidden' | 'silent';

/** Finds out whether an engine answers at a socket. Never rejects. */
export function pingSocket(socketPath: string, timeoutMs = 5000): Promise<PingAnswer> {
    return new Promise(resolve => {
        const limit = AbortSignal.timeout(timeoutMs);
        // A connection of its own: one kept from an earlier request may be to an engine that is gone.
        const call = request({ socketPath, path: '/_ping', agent: false, signal: limit }, response => {
            response.resume();
            resolve(response.statusCode === 200 ? 'answers' : 'silent');
        });
        call.on('error', (error: NodeJS.ErrnoException) => {
            if (error.code === 'EACCES' || error.code === 'EPERM') {
                resolve('forbidden');
            } else {
                resolve(limit.aborted ? 'silent' : 'absent');
            }
        });
        call.end();
    });
}
