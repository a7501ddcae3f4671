import type { Endpoint } from './endpoint.ts';
import type { Engine } from './engine.ts';

/**
 * Opens an engine. Nothing is asked of it yet; the adapter, and dockerode with it, is loaded here for the first time.
 */
export async function connect(endpoint: Endpoint): Promise<Engine> {
    const { DockerEngine } = await import('./docker/dockerEngine.ts');
    return new DockerEngine(endpoint);
}
