import type { Endpoint } from '../../../client/src/engine/endpoint.ts';

/** The engine that tests run on: the socket in DOCKER_HOST, or this machine's own. */
export function testEndpoint(): Endpoint {
    const host = process.env.DOCKER_HOST ?? '';
    if (host !== '' && !host.startsWith('unix://')) {
        throw new Error(
            `Tests need an engine on this machine: DOCKER_HOST is ${host}; unset it, or let it name a unix:// socket.`,
        );
    }
    const path = host === '' ? '/var/run/docker.sock' : host.slice('unix://'.length);
    return {
        kind: 'socket',
        path,
        source: host === '' ? 'socket' : 'DOCKER_HOST',
        label: `unix://${path}`,
        remote: false,
    };
}
