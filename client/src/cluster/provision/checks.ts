import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import type { ContainerSpec, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { OperationError } from '../model/errors.ts';
import { LABEL_ENVIRONMENT, containerName } from '../model/labels.ts';
import { LAYERS, type Layer } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { scriptCommand } from '../node/resources.ts';
import { PROXY_SINCE } from '../stores/replication.ts';
import type { Topology } from '../model/topology.ts';

const nothingCreated = (): string => l10n.t('Nothing was created');

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
        throw taken(
            l10n.t('Environment {0} exists already on {1}', topology.name, engine.endpoint.label),
            l10n.t('Choose another name, scale what is there, or delete it'),
        );
    }
    const container = containers.find(({ name }) => wanted.has(name));
    if (container) {
        throw taken(
            l10n.t(
                'A container named {0}, which is not ours, exists already on {1}',
                container.name,
                engine.endpoint.label,
            ),
        );
    }
    const networks = await engine.listNetworks({}, signal);
    if (networks.some(({ name }) => name === topology.name)) {
        throw taken(l10n.t('A network named {0} exists already on {1}', topology.name, engine.endpoint.label));
    }
}

function taken(what: string, next = l10n.t('Choose another name, or delete what has it')): OperationError {
    return new OperationError('alreadyExists', {
        what,
        kept: nothingCreated(),
        next,
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
            what: holder
                ? l10n.t('Port {0} is in use by container {1}', port, holder.name)
                : l10n.t('Port {0} is in use on this machine', port),
            kept: nothingCreated(),
            next: l10n.t('Choose another port for the balancer, or 0 for any free one'),
        });
    }
}

function canListen(port: number, host: string): Promise<boolean> {
    return new Promise(resolve => {
        const server = createServer();
        server.once('error', error => {
            // Only "in use" speaks against it: the engine may well do what this process may not (EACCES below 1024,
            // another machine's address).
            resolve(!('code' in error && error.code === 'EADDRINUSE'));
        });
        server.listen({ port, host, exclusive: true }, () => {
            server.close(() => {
                resolve(true);
            });
        });
    });
}

/**
 * An image of the user's own must have Apache and the command-line PHP, for replicated sessions memcached's proxy too;
 * asked in a container that lives for a moment. Returns how the image is started: entry point and command.
 */
export async function assertSuitableImage(
    engine: Engine,
    image: string,
    options: { readonly replicate: boolean },
    context: OperationContext,
): Promise<readonly string[]> {
    const { signal } = context;
    if (!(await engine.findImage(image, signal))) {
        context.report(l10n.t('Pulling {0}', image));
        await pull(engine, image, signal);
    }
    context.report(l10n.t('Looking for Apache and PHP in {0}', image));
    await inspectImage(engine, image, signal, async id => {
        const { exitCode } = await engine.exec(id, await scriptCommand('provision/find-programs.sh'), {}, signal);
        if (exitCode !== 0) {
            throw unsuitable(
                image,
                exitCode === 10 ? l10n.t('has no Apache (neither apache2 nor httpd)') : l10n.t('has no php program'),
            );
        }
        if (options.replicate) {
            const found = await engine.exec(id, await scriptCommand('provision/find-proxy.sh'), {}, signal);
            assertProxy(image, found.exitCode, found.stdout.toString().trim());
        }
    });
    return startCommandOf(engine, image, signal);
}

function assertProxy(image: string, exitCode: number, version: string): void {
    const wanted = l10n.t(
        'replicated sessions need memcached {0} or later with its proxy in the Apache image',
        PROXY_SINCE.join('.'),
    );
    const problem =
        exitCode === 10
            ? l10n.t('has no memcached: {0}', wanted)
            : !isAtLeast(version, PROXY_SINCE)
              ? l10n.t('has {0}: {1}', version || l10n.t('a memcached of unknown version'), wanted)
              : exitCode === 11
                ? l10n.t('has {0} without the proxy: {1}', version, wanted)
                : exitCode !== 0
                  ? l10n.t('has no bash 5.1 or later, which runs Apache and the proxy beside each other')
                  : undefined;
    if (problem !== undefined) {
        throw new OperationError('imageUnsuitable', {
            what: l10n.t('The image {0} {1}', image, problem),
            kept: nothingCreated(),
            next: l10n.t('Install it in the image (Debian 13 has it), or choose one store, or replicate = false'),
        });
    }
}

function isAtLeast(text: string, wanted: readonly number[]): boolean {
    const found = (/\d{1,9}(?:\.\d{1,9})+/.exec(text)?.[0] ?? '').split('.').map(Number);
    const place = wanted.findIndex((part, index) => part !== (found[index] ?? 0));
    return place < 0 || (found[place] ?? 0) > (wanted[place] ?? 0);
}

/** In a container that does nothing, and is removed. */
async function inspectImage(
    engine: Engine,
    image: string,
    signal: AbortSignal,
    inspect: (containerId: string) => Promise<void>,
): Promise<void> {
    const id = await engine.createContainer({ ...momentary(image), entrypoint: ['sleep'], command: ['60'] }, signal);
    try {
        await engine.startContainer(id, signal);
        await inspect(id);
    } catch (error) {
        if (isEngineError(error) && !isEngineError(error, 'cancelled', 'timeout', 'unreachable')) {
            throw unsuitable(image, l10n.t('could not be looked into: it has no sleep or no shell'), error);
        }
        throw error;
    } finally {
        await engine.removeContainer(id);
    }
}

/** Entry point and command: a container that is never started has the image's. */
async function startCommandOf(engine: Engine, image: string, signal: AbortSignal): Promise<readonly string[]> {
    const id = await engine.createContainer(momentary(image), signal);
    try {
        const { entrypoint, command } = await engine.inspectContainer(id, signal);
        return [...entrypoint, ...command];
    } finally {
        await engine.removeContainer(id);
    }
}

function momentary(image: string): ContainerSpec {
    return {
        name: `php-session-cluster-look-${randomBytes(6).toString('hex')}`,
        image,
        hostname: 'look',
        labels: {},
        capabilities: [],
    };
}

async function pull(engine: Engine, image: string, signal: AbortSignal): Promise<void> {
    try {
        await engine.pullImage(image, () => undefined, signal);
    } catch (error) {
        if (!isEngineError(error) || isEngineError(error, 'cancelled')) {
            throw error;
        }
        throw new OperationError('imageUnsuitable', {
            what: l10n.t('The image {0} is not on {1} and could not be pulled', image, engine.endpoint.label),
            kept: nothingCreated(),
            next: l10n.t('Build or load it, or correct its name'),
            cause: error,
        });
    }
}

function unsuitable(image: string, why: string, cause?: unknown): OperationError {
    return new OperationError('imageUnsuitable', {
        what: l10n.t('The image {0} {1}', image, why),
        kept: nothingCreated(),
        next: l10n.t('Use an image with Apache and PHP, such as php:8.4-apache with the memcached extension'),
        cause,
    });
}
