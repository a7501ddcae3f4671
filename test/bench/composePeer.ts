// Topologies as Compose projects, started by Debian's docker-compose: what a person would write by hand, from the same
// images as our nodes.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { renderBalancerConfig, type Upstream } from '../../client/src/cluster/balancer/nginxConfig.ts';
import type { Layer } from '../../client/src/cluster/model/model.ts';
import { numbers } from '../../client/src/cluster/provision/nodeCreation.ts';
import { defaultTopology } from '../../client/src/cluster/model/topologyFile.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { uniqueName } from '../support/run/names.ts';

const run = promisify(execFile);

export interface PeerImages {
    readonly balancer: string;
    readonly application: string;
    readonly store: string;
}

export interface PeerSetUp {
    readonly applications: number;
    readonly stores: number;
    readonly balancerConfig: string;
    /** Read after PHP's own php.ini. */
    readonly phpIni: string;
    /** Where they are no memcached: the services of the stores, and what they need beside them. */
    readonly storeServices?: StoreServices;
}

export interface StoreServices {
    /** Services of a Compose file; those of stores are called store-1 and so on. */
    readonly text: string;
    /** How many containers they make. */
    readonly containers: number;
    /** The subnet of the network, where addresses are named in it. */
    readonly subnet: string;
}

/** As many nodes as an environment has unless told, under our balancer, with PHP as it comes. */
export function plainSetUp(): PeerSetUp {
    const { application, store, balancer } = defaultTopology('peer');
    return {
        applications: application.nodes,
        stores: store.nodes,
        balancerConfig: renderBalancerConfig(peerUpstreams(application.nodes), balancer),
        phpIni: '',
    };
}

export function peerUpstreams(applications: number): Upstream[] {
    return numbers(applications).map(number => ({
        name: `application-${number}`,
        address: `application-${number}`,
        port: 80,
    }));
}

/**
 * A Compose project of one balancer, Apache nodes and stores, with the health checks, limits and privileges of our
 * nodes.
 */
export class ComposePeer {
    readonly #engine: Engine;
    readonly #images: PeerImages;
    readonly #setUp: PeerSetUp;
    readonly name = uniqueName('psc-bench-peer').replaceAll('-', '');
    #folder = '';

    constructor(engine: Engine, images: PeerImages, setUp: PeerSetUp) {
        this.#engine = engine;
        this.#images = images;
        this.#setUp = setUp;
    }

    async up(): Promise<void> {
        this.#folder = await mkdtemp(join(tmpdir(), 'psc-bench-'));
        await writeFile(join(this.#folder, 'nginx.conf'), this.#setUp.balancerConfig);
        await writeFile(join(this.#folder, 'session.ini'), this.#setUp.phpIni);
        await writeFile(join(this.#folder, 'docker-compose.yml'), composeFile(this.#images, this.#setUp));
        await this.#compose('up', '--detach');
        await this.#awaitHealthy();
    }

    async down(): Promise<void> {
        await this.#compose('down', '--volumes', '--timeout', '1');
        await rm(this.#folder, { recursive: true });
    }

    async #compose(...args: string[]): Promise<void> {
        await run('docker-compose', ['--project-name', this.name, ...args], { cwd: this.#folder, timeout: 120_000 });
    }

    async #awaitHealthy(): Promise<void> {
        const labels = [`com.docker.compose.project=${this.name}`];
        const { applications, stores, storeServices } = this.#setUp;
        const count = 1 + applications + (storeServices?.containers ?? stores);
        for (let tries = 0; tries < 600; tries++) {
            const containers = await this.#engine.listContainers({ labels });
            if (containers.length === count && containers.every(({ health }) => health === 'healthy')) {
                return;
            }
            await delay(100);
        }
        throw new Error('the Compose project did not become healthy within 60 s');
    }
}

/** The label by which a service is taken for a node: the images are ours, and tell nobody what they are for. */
export function layerLabel(layer: Layer): string {
    return `    labels: {php-session-cluster.layer: ${layer}}`;
}

function composeFile(images: PeerImages, { applications, stores, storeServices }: PeerSetUp): string {
    const common = `    restart: unless-stopped
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    sysctls: {net.ipv4.ip_unprivileged_port_start: '0'}
    healthcheck: {test: [CMD, session-cluster-health], interval: 2s, timeout: 4s, retries: 2, start_period: 30s}`;
    const store = `    image: ${images.store}
    command: [--memory-limit=16, --conn-limit=4096]
    mem_limit: 112m
${common}`;
    const application = `    image: ${images.application}
    mem_limit: 512m
    volumes: ['./session.ini:/etc/php/8.4/apache2/conf.d/99-session.ini:ro']
${common}`;
    const services = (layer: Layer, count: number, text: string) =>
        numbers(count)
            .map(number => `  ${layer}-${number}:\n${layerLabel(layer)}\n${text}\n`)
            .join('');
    const storesText = storeServices?.text ?? services('store', stores, store);
    const network = storeServices && `networks: {default: {ipam: {config: [{subnet: ${storeServices.subnet}}]}}}\n`;
    return `version: '2.4'
${network ?? ''}services:
${storesText}${services('application', applications, application)}  balancer-1:
${layerLabel('balancer')}
    image: ${images.balancer}
    mem_limit: 128m
    ports: ['127.0.0.1:0:80']
    volumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']
    depends_on: [${numbers(applications)
        .map(number => `application-${number}`)
        .join(', ')}]
${common}
`;
}
