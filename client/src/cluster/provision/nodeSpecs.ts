import type { ContainerSpec, HealthCheck } from '../../engine/engine.ts';
import {
    containerName,
    LABEL_ENVIRONMENT,
    LABEL_LAYER,
    LABEL_NODE,
    LABEL_PROTOCOL,
    LABEL_TOPOLOGY,
} from '../model/labels.ts';
import type { Layer } from '../model/model.ts';
import type { RecordedTopology } from '../model/topology.ts';
import { scriptCommand } from '../node/resources.ts';
import { PROTOCOL } from '../stores/replication.ts';
import { topologyToLabel } from '../model/topologyFile.ts';

const MIB = 1024 * 1024;
/**
 * What a store needs beside its items, MiB: connections, hash table, threads (memcached's own default is 64 MiB of
 * items in about 10 MiB more), and what completes it after it missed writes.
 */
const STORE_OVERHEAD = 96;

/** What an image of the user's own needs to start Apache as root and drop to its own user, as the official one does. */
const OWN_IMAGE_CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'];

/** Unprivileged users may listen on port 80 inside the container's own network. */
const UNPRIVILEGED_PORTS = { 'net.ipv4.ip_unprivileged_port_start': '0' };

/**
 * After one second in which a node says nothing the balancer's kernel asks its kernel, and gives the connection up when
 * there is no answer for another: a request on a node whose machine is gone goes elsewhere after 2.1 s (measured; 60 s
 * without), while a page may take its time. Connections of clients are not asked.
 */
const DEAD_PEERS = {
    'net.ipv4.tcp_keepalive_time': '1',
    'net.ipv4.tcp_keepalive_intvl': '1',
    'net.ipv4.tcp_keepalive_probes': '1',
};

function healthCheck(argv: readonly string[]): HealthCheck {
    return { argv, intervalMs: 2000, timeoutMs: 4000, retries: 2, startPeriodMs: 30_000, startIntervalMs: 500 };
}

interface Placement {
    readonly topology: RecordedTopology;
    readonly number: number;
    readonly image: string;
    readonly network: string;
    readonly address: string;
}

/**
 * What every node is made of, whatever its layer: the least privilege that works, restarted unless stopped by the user.
 */
function commonSpec(layer: Layer, { topology, number, image, network, address }: Placement) {
    const name = containerName(topology.name, layer, number);
    return {
        name,
        image,
        hostname: name,
        labels: {
            [LABEL_ENVIRONMENT]: topology.name,
            [LABEL_LAYER]: layer,
            [LABEL_NODE]: String(number),
            [LABEL_TOPOLOGY]: topologyToLabel(topology),
            [LABEL_PROTOCOL]: String(PROTOCOL),
        },
        network: { name: network, address, aliases: [`${layer}-${number}`] },
        restart: 'unless-stopped',
        capabilities: [],
        sysctls: UNPRIVILEGED_PORTS,
        health: healthCheck(['session-cluster-health']),
    } satisfies ContainerSpec;
}

export function balancerSpec(placement: Placement): ContainerSpec {
    const { port, address } = placement.topology.balancer;
    return {
        ...commonSpec('balancer', placement),
        sysctls: { ...UNPRIVILEGED_PORTS, ...DEAD_PEERS },
        memory: 128 * MIB,
        pidsLimit: 128,
        publish: [{ containerPort: 80, hostPort: port, hostAddress: address }],
    };
}

export async function applicationSpec(placement: Placement): Promise<ContainerSpec> {
    const { image, documentRoot } = placement.topology.application;
    return {
        ...commonSpec('application', placement),
        memory: 512 * MIB,
        pidsLimit: 512,
        stopTimeoutSeconds: 30,
        ...(documentRoot && { binds: [{ source: documentRoot, target: '/var/www/html', readOnly: false }] }),
        ...(image && {
            capabilities: OWN_IMAGE_CAPABILITIES,
            health: healthCheck(await scriptCommand('provision/health-of-own-image.php')),
        }),
    };
}

export function storeSpec(placement: Placement): ContainerSpec {
    const { memory } = placement.topology.store;
    return {
        ...commonSpec('store', placement),
        command: [`--memory-limit=${memory}`, '--max-item-size=4m', '--conn-limit=4096'],
        memory: (memory + STORE_OVERHEAD) * MIB,
        pidsLimit: 64,
    };
}
