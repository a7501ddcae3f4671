// Compose projects for tests: real ones, run by docker-compose on images of the tests' own, removed however a test
// ends.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { baseImage, ensureBaseImage } from '../../../../client/src/cluster/images/baseImage.ts';
import { readEnvironments } from '../../../../client/src/cluster/environments/discovery.ts';
import { runProgram } from '../../../../client/src/cluster/images/hostProgram.ts';
import type { Environment } from '../../../../client/src/cluster/model/model.ts';
import type { Engine } from '../../../../client/src/engine/engine.ts';
import { quietContext } from '../../../support/engine/quietContext.ts';
import { uniqueName } from '../../../support/run/names.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const TEST_LABEL = { 'php-session-cluster.test': 'adopted' };

/** Named as real ones are, by the Dockerfile that they are all built from. */
const IMAGES: Readonly<Record<string, readonly string[]>> = {
    application: ['php:8.4-apache', 'phpmyadmin:5', 'two'],
    fpm: ['php:8.4-fpm', 'four'],
    balancer: ['nginx:1.26', 'haproxy:3.0', 'three'],
    store: ['memcached:1.6', 'redis:7', 'mariadb:11', 'one'],
};

/** One build each; the other names come from the engine's build cache. */
export async function ensureComposeImages(engine: Engine): Promise<void> {
    const context = quietContext(AbortSignal.timeout(600_000));
    await ensureBaseImage(engine, baseImage, context);
    for (const [layer, names] of Object.entries(IMAGES)) {
        const source = join(folder, 'images', layer);
        const files = await Promise.all(
            (await readdir(source)).sort().map(async path => ({
                path,
                bytes: await readFile(join(source, path)),
                mode: path === 'Dockerfile' ? 0o644 : 0o755,
            })),
        );
        for (const name of names) {
            const build = { tag: `psc-test/${name}`, labels: TEST_LABEL, files, onProgress: () => undefined };
            await engine.buildImage(build, context.signal);
        }
    }
}

export class ComposeProject {
    readonly name: string;
    readonly #engine: Engine;
    readonly #shape: string;
    readonly #environment: Readonly<Record<string, string>>;

    /** @param shape the folder of its docker-compose.yml */
    constructor(engine: Engine, shape: string, environment: Readonly<Record<string, string>> = {}) {
        this.name = uniqueName(`psctest-${shape}`);
        this.#engine = engine;
        this.#shape = shape;
        this.#environment = environment;
    }

    async compose(...args: string[]): Promise<string[]> {
        const file = join(folder, this.#shape, 'docker-compose.yml');
        return runProgram('docker-compose', ['-f', file, '-p', this.name, ...args], {
            signal: AbortSignal.timeout(120_000),
            timeoutMs: 120_000,
            environment: this.#environment,
        });
    }

    async up(...args: string[]): Promise<void> {
        await this.compose('up', '-d', ...args);
    }

    async down(): Promise<void> {
        await this.compose('down', '-v', '--timeout', '1', '--remove-orphans');
    }

    /** As found now: undefined where it was not adopted. */
    async find(name = this.name): Promise<Environment | undefined> {
        const environments = await readEnvironments(this.#engine, AbortSignal.timeout(120_000));
        return environments.find(environment => environment.name === name);
    }

    async get(name = this.name): Promise<Environment> {
        const environment = await this.find(name);
        if (!environment) {
            throw new Error(`${name} was not adopted`);
        }
        return environment;
    }
}

/** Waits until something answers with 200, and returns what it says. */
export async function answerOf(url: string | undefined): Promise<string> {
    const end = Date.now() + 120_000;
    for (;;) {
        try {
            const response = await fetch(url ?? 'no address', { signal: AbortSignal.timeout(2000) });
            if (response.ok) {
                return await response.text();
            }
            throw new Error(`HTTP ${response.status}`);
        } catch (error) {
            // It may be starting; what it says in the end is told.
            if (Date.now() > end) {
                throw error;
            }
        }
        await delay(100);
    }
}
