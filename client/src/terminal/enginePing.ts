import { request } from 'node:http';

/** `silent`: something holds the socket and says nothing in time. */
export type PingAnswer = 'answers' | 'absent' | 'forbidden' | 'silent';

/** Asks whether an engine answers at a socket. Never rejects. */
export function pingSocket(socketPath: string, timeoutMs = 5000): Promise<PingAnswer> {
    return new Promise(resolve => {
        const call = request({ socketPath, path: '/_ping', signal: AbortSignal.timeout(timeoutMs) }, response => {
            response.resume();
            resolve(response.statusCode === 200 ? 'answers' : 'silent');
        });
        call.on('error', (error: NodeJS.ErrnoException) => {
            if (error.code === 'EACCES' || error.code === 'EPERM') {
                resolve('forbidden');
            } else {
                resolve(error.name === 'AbortError' || error.name === 'TimeoutError' ? 'silent' : 'absent');
            }
        });
        call.end();
    });
}
