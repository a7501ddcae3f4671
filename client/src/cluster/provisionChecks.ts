import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import { isEngineError } from '../engine/errors.ts';
import { OperationError } from './errors.ts';
import { LABEL_ENVIRONMENT, containerName } from './labels.ts';
import { LAYERS, type Layer } from './model.ts';
import type { OperationContext } from './operation.ts';
import type { Topology } from './topology.ts';

const NOTHING_CREATED = 'Nothing was created';

/** The name is taken by an environment, by a network, or by a container that a node would be called like. */
export async function assertNameIsFree(engine: Engine, topology: Topology, signal: AbortSignal): Promise<void> {
    const counts: Readonly<Record<Layer, number>> = {
        balancer: 1,
        application: topology.application.nodes,
        store: topology.store.nodes,
    };
    const wanted = new Set(
        LAYERS.flatMap(layer =>
            Array.from({ length: counts[layer] }, (_, index) => containerName(topology.name, layer, index + 1)),
        ),
    );
    const containers = await engine.listContainers({}, signal);
    if (containers.some(({ labels }) => labels[LABEL_ENVIRONMENT] === topology.name)) {
        throw taken(`Environment ${topology.name} exists already on ${engine.endpoint.label}`);
    }
    const container = containers.find(({ name }) => wanted.has(name));
    if (container) {
        throw taken(
            `A container named ${container.name}, which is not ours, exists already on ${engine.endpoint.label}`,
        );
    }
    const networks = await engine.listNetworks({}, signal);
    if (networks.some(({ name }) => name === topology.name)) {
        throw taken(`A network named ${topology.name} exists already on ${engine.endpoint.label}`);
    }
}

function taken(what: string): OperationError {
    return new OperationError('alreadyExists', {
        what,
        kept: NOTHING_CREATED,
        next: 'Choose another name, or delete what has it',
    });
}

/** Found out before anything is made where it can be: by a container that publishes the port, or on this machine. */
export async function assertPortIsFree(engine: Engine, topology: Topology, signal: AbortSignal): Promise<void> {
    const { port, address } = topology.balancer;
    if (port === 0) {
        return;
    }
    const containers = await engine.listContainers({}, signal);
    const holder = containers.find(({ ports }) => ports.some(published => published.hostPort === port));
    if (holder || (!engine.endpoint.remote && !(await canListen(port, address)))) {
        throw new OperationError('portInUse', {
            what: `Port ${port} is in use${holder ? ` by container ${holder.name}` : ' on this machine'}`,
            kept: NOTHING_CREATED,
            next: 'Choose another port for the balancer, or 0 for any free one',
        });
    }
}

function canListen(port: number, host: string): Promise<boolean> {
    return new Promise(resolve => {
        const server = createServer();
        server.once('error', error => {
            // Only "in use" speaks against it: the engine may well do what this process may not (EACCES below 1024, another machine's address).
            resolve(!('code' in error && error.code === 'EADDRINUSE'));
        });
        server.listen({ port, host, exclusive: true }, () => {
            server.close(() => {
                resolve(true);
            });
        });
    });
}

const FIND_PROGRAMS = 'command -v apache2 || command -v httpd || exit 10; command -v php || exit 11';

/** An image of the user's own must have Apache and the command-line PHP; asked in a container that lives for a moment. */
export async function assertSuitableImage(engine: Engine, image: string, context: OperationContext): Promise<void> {
    const { signal } = context;
    if (!(await engine.findImage(image, signal))) {
        context.report(`Pulling ${image}`);
        await pull(engine, image, signal);
    }
    context.report(`Looking for Apache and PHP in ${image}`);
    const id = await engine.createContainer(
        {
            name: `php-session-cluster-look-${randomBytes(6).toString('hex')}`,
            image,
            hostname: 'look',
            labels: {},
            entrypoint: ['sleep'],
            command: ['60'],
            capabilities: [],
        },
        signal,
    );
    try {
        await engine.startContainer(id, signal);
        const { exitCode } = await engine.exec(id, ['sh', '-c', FIND_PROGRAMS], {}, signal);
        if (exitCode !== 0) {
            throw unsuitable(
                image,
                exitCode === 10 ? 'has no Apache (neither apache2 nor httpd)' : 'has no php program',
            );
        }
    } catch (error) {
        if (isEngineError(error) && !isEngineError(error, 'cancelled', 'timeout', 'unreachable')) {
            throw unsuitable(image, 'could not be looked into: it has no sleep or no shell', error);
        }
        throw error;
    } finally {
        await engine.removeContainer(id);
    }
}

async function pull(engine: Engine, image: string, signal: AbortSignal): Promise<void> {
    try {
        await engine.pullImage(image, () => undefined, signal);
    } catch (error) {
        if (!isEngineError(error) || isEngineError(error, 'cancelled')) {
            throw error;
        }
        throw new OperationError('imageUnsuitable', {
            what: `The image ${image} is not on ${engine.endpoint.label} and could not be pulled`,
            kept: NOTHING_CREATED,
            next: 'Build or load it, or correct its name',
            cause: error,
        });
    }
}

function unsuitable(image: string, why: string, cause?: unknown): OperationError {
    return new OperationError('imageUnsuitable', {
        what: `The image ${image} ${why}`,
        kept: NOTHING_CREATED,
        next: 'Use an image with Apache and PHP, such as php:8.4-apache with the memcached extension',
        cause,
    });
}
