// The same topology as a Compose project, started by Debian's docker-compose: what a person would write by hand from the same images.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { renderBalancerConfig } from '../../client/src/cluster/balancerConfig.ts';
import { defaultTopology } from '../../client/src/cluster/topologyFile.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { uniqueName } from '../support/environments.ts';

const run = promisify(execFile);

export interface PeerImages {
    readonly balancer: string;
    readonly application: string;
    readonly store: string;
}

/** A Compose project of one balancer, two Apache nodes and a store, with the health checks, limits and privileges of our nodes. */
export class ComposePeer {
    readonly #engine: Engine;
    readonly #name = uniqueName('psc-bench-peer').replaceAll('-', '');
    readonly #images: PeerImages;
    #folder = '';

    constructor(engine: Engine, images: PeerImages) {
        this.#engine = engine;
        this.#images = images;
    }

    async up(): Promise<void> {
        this.#folder = await mkdtemp(join(tmpdir(), 'psc-bench-'));
        const upstreams = [1, 2].map(number => ({
            name: `application-${number}`,
            address: `application-${number}`,
            port: 80,
        }));
        await writeFile(
            join(this.#folder, 'nginx.conf'),
            renderBalancerConfig(upstreams, defaultTopology('peer').balancer),
        );
        await writeFile(join(this.#folder, 'docker-compose.yml'), composeFile(this.#images));
        await this.#compose('up', '--detach');
        await this.#awaitHealthy();
    }

    async down(): Promise<void> {
        await this.#compose('down', '--volumes', '--timeout', '1');
        await rm(this.#folder, { recursive: true });
    }

    async #compose(...args: string[]): Promise<void> {
        await run('docker-compose', ['--project-name', this.#name, ...args], { cwd: this.#folder, timeout: 120_000 });
    }

    async #awaitHealthy(): Promise<void> {
        const labels = [`com.docker.compose.project=${this.#name}`];
        for (let tries = 0; tries < 600; tries++) {
            const containers = await this.#engine.listContainers({ labels });
            if (containers.length === 4 && containers.every(({ health }) => health === 'healthy')) {
                return;
            }
            await delay(100);
        }
        throw new Error('the Compose project did not become healthy within 60 s');
    }
}

function composeFile(images: PeerImages): string {
    const common = `    restart: unless-stopped
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    sysctls: {net.ipv4.ip_unprivileged_port_start: '0'}
    healthcheck: {test: [CMD, session-cluster-health], interval: 2s, timeout: 4s, retries: 2, start_period: 30s}`;
    const application = `    image: ${images.application}
    mem_limit: 512m
${common}`;
    return `version: '2.4'
services:
  store-1:
    image: ${images.store}
    command: [--memory-limit=16, --conn-limit=4096]
    mem_limit: 80m
    read_only: true
${common}
  application-1:
${application}
  application-2:
${application}
  balancer-1:
    image: ${images.balancer}
    mem_limit: 128m
    ports: ['127.0.0.1:0:80']
    volumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']
    depends_on: [application-1, application-2]
${common}
`;
}
