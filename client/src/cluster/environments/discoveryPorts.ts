import type { ContainerSummary, PublishedPort } from '../../engine/engine.ts';
import { STORE_PORT, type Layer } from '../model/model.ts';

/** Container ports of HTTP servers, the likeliest first. */
const HTTP_PORTS = [80, 8080, 8000, 8888, 8081, 81, 8008, 3000, 5000, 10000];
const TLS_PORTS = [443, 8443];
/** Statistics and dashboards of HAProxy, Traefik and Envoy. */
const DASHBOARD_PORTS = [1936, 8404, 9090, 9901];

/** The lower, the likelier that the application answers there. */
function rank(port: number): number {
    const likely = HTTP_PORTS.indexOf(port);
    if (likely >= 0) {
        return likely;
    }
    return 100 * (1 + [TLS_PORTS, DASHBOARD_PORTS].findIndex(ports => ports.includes(port)) + 1);
}

/** Likeliest first; what is published on an IPv4 address before the same on IPv6. */
function tcpPorts(container: ContainerSummary): PublishedPort[] {
    return container.ports
        .filter(({ protocol }) => protocol === 'tcp')
        .sort(
            (left, right) =>
                rank(left.containerPort) - rank(right.containerPort) ||
                left.containerPort - right.containerPort ||
                Number(isIpv6(left.hostAddress)) - Number(isIpv6(right.hostAddress)) ||
                (left.hostPort ?? 0) - (right.hostPort ?? 0),
        );
}

function isIpv6(address: string | undefined): boolean {
    return address?.includes(':') ?? false;
}

/**
 * The port of the node's own service; what is usual for the layer where the container says nothing, as while it is
 * stopped.
 */
export function servicePort(container: ContainerSummary, layer: Layer): number {
    if (layer === 'store') {
        return STORE_PORT;
    }
    const ports = tcpPorts(container);
    const published = ports.find(({ hostPort, containerPort }) => hostPort !== undefined && isHttp(containerPort));
    const usual = ports.find(({ containerPort }) => containerPort === 80);
    const any = layer === 'balancer' ? ports.find(({ hostPort }) => hostPort !== undefined) : ports[0];
    return (published ?? usual ?? any)?.containerPort ?? 80;
}

function isHttp(port: number): boolean {
    return HTTP_PORTS.includes(port);
}

/** Where a browser on the engine's machine finds the node; undefined where nothing that may be HTTP is published. */
export function publishedUrl(container: ContainerSummary, layer: Layer): string | undefined {
    if (layer === 'store') {
        return undefined;
    }
    const port = tcpPorts(container).find(({ hostPort }) => hostPort !== undefined);
    if (port?.hostPort === undefined) {
        return undefined;
    }
    const scheme = TLS_PORTS.includes(port.containerPort) ? 'https' : 'http';
    return `${scheme}://${hostOf(port.hostAddress ?? '')}:${port.hostPort}`;
}

function hostOf(address: string): string {
    if (['', '0.0.0.0', '::', '127.0.0.1', '::1'].includes(address)) {
        return 'localhost';
    }
    return isIpv6(address) ? `[${address}]` : address;
}
