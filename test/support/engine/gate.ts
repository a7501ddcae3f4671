import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { uniqueName } from '../run/names.ts';
import { testEndpoint } from './testEndpoint.ts';

/**
 * A socket that leads to the real engine, and can be shut: an engine that stops, without stopping the one that others
 * use.
 */
export class Gate {
    readonly path = `/tmp/${uniqueName('psc-gate')}.sock`;
    readonly endpoint: Endpoint = {
        kind: 'socket',
        path: this.path,
        source: 'setting',
        label: `unix://${this.path}`,
        remote: false,
    };
    readonly #sockets = new Set<Socket>();
    #server: Server | undefined;

    async open(): Promise<void> {
        const server = createServer({ allowHalfOpen: true }, inner => {
            const outer = createConnection({ path: enginePath(), allowHalfOpen: true });
            for (const socket of [inner, outer]) {
                this.#sockets.add(socket);
                socket.on('error', () => {
                    inner.destroy();
                    outer.destroy();
                });
                socket.on('close', () => this.#sockets.delete(socket));
            }
            inner.pipe(outer);
            outer.pipe(inner);
        });
        this.#server = server;
        await new Promise<void>(resolve => server.listen(this.path, resolve));
    }

    async close(): Promise<void> {
        this.#server?.close();
        for (const socket of this.#sockets) {
            socket.destroy();
        }
        await rm(this.path, { force: true });
    }
}

function enginePath(): string {
    const endpoint = testEndpoint();
    if (endpoint.kind !== 'socket') {
        throw new Error(`The tests need an engine at a socket of this machine, not ${endpoint.label}`);
    }
    return endpoint.path;
}
