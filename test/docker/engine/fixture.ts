// The real engine of this machine, and small containers on it that are removed however a test ends.
import { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { resolveEndpoint } from '../../../client/src/engine/endpoint.ts';
import type { ContainerSpec } from '../../../client/src/engine/engine.ts';
import { EngineError, type EngineErrorCode } from '../../../client/src/engine/errors.ts';
import { uniqueName } from '../../support/run/names.ts';

export const IMAGE = 'debian:trixie-slim';
export const LABEL = 'php-session-cluster.test';
export const LABELS = { [LABEL]: 'engine' };

export async function openRealEngine(): Promise<DockerEngine> {
    return new DockerEngine(await resolveEndpoint({}));
}

export function unique(suffix: string): string {
    return `${uniqueName('psc-enginetest')}-${suffix}`;
}

/** A container that does nothing until it is stopped, and stops at once. */
export function idle(changes: Partial<ContainerSpec> = {}): ContainerSpec {
    return {
        name: unique('idle'),
        image: IMAGE,
        hostname: 'enginetest',
        labels: LABELS,
        capabilities: [],
        command: ['sleep', 'infinity'],
        stopSignal: 'SIGKILL',
        ...changes,
    };
}

/** What a test made, to be removed last first. */
export class Leftovers {
    readonly #removals: (() => Promise<unknown>)[] = [];

    add(remove: () => Promise<unknown>): void {
        this.#removals.push(remove);
    }

    async remove(): Promise<void> {
        const failures: unknown[] = [];
        for (const remove of this.#removals.splice(0).reverse()) {
            await remove().catch((error: unknown) => failures.push(error));
        }
        if (failures.length > 0) {
            throw new AggregateError(failures, 'what the test made could not be removed');
        }
    }
}

/** Creates and starts a container that lasts as long as `leftovers`. */
export async function run(
    engine: DockerEngine,
    leftovers: Leftovers,
    changes: Partial<ContainerSpec> = {},
): Promise<string> {
    const id = await engine.createContainer(idle(changes));
    leftovers.add(() => engine.removeContainer(id));
    await engine.startContainer(id);
    return id;
}

export function socketAt(path: string): Endpoint {
    return { kind: 'socket', path, source: 'setting', label: `unix://${path}`, remote: false };
}

/** The socket of the engine that the tests use. */
export async function realSocket(): Promise<string> {
    const endpoint = await resolveEndpoint({});
    if (endpoint.kind !== 'socket') {
        throw new Error(`these tests need an engine behind a local socket, not ${endpoint.label}`);
    }
    return endpoint.path;
}

/** For `assert.rejects`: an EngineError of this code whose words match. */
export function engineError(code: EngineErrorCode, ...words: RegExp[]): (error: unknown) => boolean {
    return error => {
        if (!(error instanceof EngineError)) {
            throw new Error(`not an EngineError: ${String(error)}`, { cause: error });
        }
        if (error.code !== code || words.some(word => !word.test(error.message))) {
            throw new Error(`expected ${code} with ${words.join(', ')}; got ${error.code}: ${error.message}`);
        }
        return true;
    };
}
